#include <algorithm>
#include <cmath>

#include "styles/style.hpp"

namespace dateline::styles {

double ZoomValue::at(double zoom) const noexcept {
  if (stops.empty()) return 0;
  const auto above = std::upper_bound(stops.begin(), stops.end(), zoom,
                                      [](double z, const std::pair<double, double>& stop) { return z < stop.first; });
  if (above == stops.begin()) return stops.front().second;
  const auto below = above - 1;
  if (above == stops.end() || stepped) return below->second;
  // "Exponential" interpolation of the MapLibre specification: t = (base^(zoom - z0) - 1) / (base^(z1 - z0) - 1).
  const double span = above->first - below->first, progress = zoom - below->first;
  const double t = base == 1 ? progress / span : (std::pow(base, progress) - 1) / (std::pow(base, span) - 1);
  return below->second + t * (above->second - below->second);
}

}  // namespace dateline::styles
