#include "geo/detail/country_areas.hpp"

#include <cmath>

#include "geo/box.hpp"
#include "geo/detail/outlines.hpp"

namespace dateline::geo::detail {
namespace {

std::int32_t to_units(double degrees) noexcept { return static_cast<std::int32_t>(std::lround(degrees / degrees_per_unit)); }

StoredLabel label_of(const Polygon& largest) {
  const LonLat point = label_point(largest);
  const auto box = bounding_box(largest.outer);
  return {{to_units(point.lon()), to_units(point.lat())},
          {to_units(box->west), to_units(box->south), to_units(box->east), to_units(box->north)},
          ring_area_km2(largest.outer)};
}

}  // namespace

CountryAreas::CountryAreas(const BaseMapFile& file, std::size_t view)
    : file_(file), owners_(file.owners().subspan(view * file.cells().size(), file.cells().size())), outline_arcs_(file.countries().size()) {
  for (std::uint32_t i = 0; i < file.arcs().size(); ++i) {
    const StoredArc& arc = file.arcs()[i];
    const bool left = arc.left != none, right = arc.right != none;
    if (left && right && owner(arc.left) == owner(arc.right)) continue;
    if (left) outline_arcs_[owner(arc.left)].push_back(i);
    if (right) outline_arcs_[owner(arc.right)].push_back(i);
  }
}

MultiPolygon CountryAreas::outline(std::uint16_t country) const {
  return outline_of(file_, [&](std::uint32_t cell) { return owner(cell) == country; }, outline_arcs_[country]);
}

std::vector<StoredLabel> CountryAreas::labels() const {
  std::vector<StoredLabel> labels(outline_arcs_.size());
  for (std::uint16_t country = 0; country < labels.size(); ++country) {
    const MultiPolygon parts = outline(country);
    if (!parts.empty()) labels[country] = label_of(parts.front());
  }
  return labels;
}

}  // namespace dateline::geo::detail
