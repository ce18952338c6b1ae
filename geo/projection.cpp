#include "geo/projection.hpp"

#include <cmath>
#include <numbers>
#include <set>

#include "geo/detail/proj_transform.hpp"
#include "geo/detail/simplify.hpp"
#include "geo/detail/window_fitter.hpp"
#include "geo/projection_choice.hpp"

namespace dateline::geo {
namespace {

/// PROJ's projections that show the Earth round one point and do not tear along a meridian.
bool is_azimuthal(const std::string& method) {
  static const std::set<std::string> azimuthal{"laea", "aeqd", "stere", "sterea", "ups", "ortho", "gnom", "nsper", "tpers", "geos"};
  return azimuthal.contains(method);
}

MapPoint to_degrees(LonLat p) noexcept { return {p.lon(), p.lat()}; }

std::vector<MapPoint> to_degrees(std::span<const LonLat> line) {
  std::vector<MapPoint> degrees;
  degrees.reserve(line.size());
  for (const LonLat& p : line) degrees.push_back(to_degrees(p));
  return degrees;
}

}  // namespace

class Projection::Impl {
 public:
  Impl(const std::string& given, std::string in_words) : transform(given), definition(given), description(std::move(in_words)) {
    if (description.empty()) description = transform.name() == "unknown" ? given : transform.name();
    azimuthal = is_azimuthal(transform.method());
  }

  detail::ProjTransform transform;
  std::string definition;
  std::string description;
  bool azimuthal = false;
};

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

Projection Projection::from_definition(const std::string& definition) {
  return Projection(std::make_unique<Impl>(definition, ""));
}

Projection Projection::for_extent(const Box& extent) {
  ProjectionChoice choice = choose_projection(extent);
  return Projection(std::make_unique<Impl>(choice.definition, std::move(choice.description)));
}

std::optional<MapPoint> Projection::project(LonLat p) const {
  MapPoint point = to_degrees(p);
  project_degrees({&point, 1});
  if (!std::isfinite(point.x)) return std::nullopt;
  return point;
}

std::optional<LonLat> Projection::unproject(MapPoint p) const {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
  const MapPoint wanted = p;
  unproject_to_degrees({&p, 1});
  // Some of PROJ's inverses iterate to a millimetre or two: one correction by what is left.
  MapPoint reached = p;
  project_degrees({&reached, 1});
  MapPoint corrected{2 * wanted.x - reached.x, 2 * wanted.y - reached.y};
  unproject_to_degrees({&corrected, 1});
  const bool better = std::abs(corrected.x - p.x) < 1e-6 && std::abs(corrected.y - p.y) < 1e-6;  // no, at the edge of a map
  const MapPoint& best = better ? corrected : p;
  return LonLat::make(Lon(best.x), Lat(best.y));
}

void Projection::project_degrees(std::span<MapPoint> points) const { impl_->transform.forward(points); }
void Projection::unproject_to_degrees(std::span<MapPoint> points) const { impl_->transform.inverse(points); }

double Projection::central_meridian() const noexcept { return impl_->transform.center_longitude(); }

std::optional<double> Projection::cut_meridian() const noexcept {
  if (impl_->azimuthal) return std::nullopt;
  return std::remainder(central_meridian() + 180, 360.0);
}

const std::string& Projection::description() const noexcept { return impl_->description; }
const std::string& Projection::definition() const noexcept { return impl_->definition; }

double Projection::scale_factor(LonLat p) const {
  constexpr double step = 1e-4;  // degrees: 11 m, far above rounding, far below curvature
  const double latitude = std::min(std::abs(p.lat()), 89.9) * (p.lat() < 0 ? -1 : 1);
  MapPoint ends[2] = {{p.lon() - step, latitude}, {p.lon() + step, latitude}};
  // Keep both ends on one side of the cut.
  if (const auto cut = cut_meridian(); cut && std::abs(std::remainder(p.lon() - *cut, 360.0)) <= step) {
    const double side = std::remainder(p.lon() - *cut, 360.0) < 0 ? -3 * step : 3 * step;
    for (MapPoint& end : ends) end.x += side;
  }
  project_degrees(ends);
  const double plane = std::hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y);
  const auto west = LonLat::make(Lon(p.lon() - step), Lat(latitude));
  const auto east = LonLat::make(Lon(p.lon() + step), Lat(latitude));
  return great_circle_distance(*west, *east).value() / plane;
}

std::vector<MapLine> Projection::project_line(std::span<const LonLat> line, const Window& window, double tolerance) const {
  const detail::WindowFitter fitter(*this, window, tolerance);
  std::vector<MapLine> pieces;
  fitter.add_line(to_degrees(line), pieces);
  for (MapLine& piece : pieces) piece = detail::simplify_line(piece, tolerance);
  return pieces;
}

std::vector<MapPolygon> Projection::project_polygons(const MultiPolygon& polygons, const Window& window, double tolerance) const {
  const detail::WindowFitter fitter(*this, window, tolerance);
  std::vector<MapPolygon> result;
  for (const Polygon& polygon : polygons) {
    std::vector<std::vector<MapPoint>> rings{to_degrees(polygon.outer)};
    for (const LineString& hole : polygon.holes) rings.push_back(to_degrees(hole));
    std::vector<std::span<const MapPoint>> views(rings.begin(), rings.end());
    std::vector<MapLine> seen;
    for (const auto& ring : views) fitter.add_ring(ring, seen);
    MapPolygon drawn;
    for (const MapLine& ring : seen) {
      MapLine simple = detail::simplify_ring(ring, tolerance);
      if (!simple.empty()) drawn.rings.push_back(std::move(simple));
    }
    fitter.close_set(views, drawn.rings);
    if (!drawn.rings.empty()) result.push_back(std::move(drawn));
  }
  return result;
}

}  // namespace dateline::geo
