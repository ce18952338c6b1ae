#include "geo/detail/basemap_reader.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::geo::detail {
namespace {

constexpr double metres_per_degree = 111'319;

MapPoint to_degrees(const StoredPoint& p) noexcept { return {p.x * degrees_per_unit, p.y * degrees_per_unit}; }

}  // namespace

BaseMapReader::BaseMapReader(const BaseMapFile& file, const Projection& projection, const BaseMapRequest& request)
    : file_(file), fitter_(projection, request.window, request.tolerance) {
  ground_tolerance_ = request.tolerance * fitter_.least_ground_scale();
  level_ = level_of(ground_tolerance_);
}

bool BaseMapReader::may_show(const StoredBox& box) const noexcept {
  return fitter_.may_show(box.west * degrees_per_unit, box.south * degrees_per_unit, box.east * degrees_per_unit,
                          box.north * degrees_per_unit);
}

bool BaseMapReader::is_tiny(const StoredBox& box, double least_size) const noexcept {
  const double height = (box.north - box.south) * degrees_per_unit * metres_per_degree;
  const double middle = (box.north + box.south) / 2.0 * degrees_per_unit * std::numbers::pi / 180;
  const double width = (box.east - box.west) * degrees_per_unit * metres_per_degree * std::cos(middle);
  return std::max(width, height) < least_size * ground_tolerance_;
}

/// Appends an arc without its last point, which is the first of the next one.
void BaseMapReader::append_arc(std::int32_t entry, DegreeLine& out) const {
  const StoredArc& arc = file_.arcs()[static_cast<std::size_t>(entry < 0 ? ~entry : entry)];
  const auto points = file_.points().subspan(arc.first, arc.count);
  const auto levels = file_.levels().subspan(arc.first, arc.count);
  // What cannot be seen needs only its ends: a line from end to end lies in the same box, on the same side.
  const std::uint8_t level = may_show(arc.box) ? level_ : 255;
  const std::size_t n = points.size();
  if (entry >= 0) {
    for (std::size_t i = 0; i + 1 < n; ++i) {
      if (levels[i] >= level) out.push_back(to_degrees(points[i]));
    }
  } else {
    for (std::size_t i = n - 1; i > 0; --i) {
      if (levels[i] >= level) out.push_back(to_degrees(points[i]));
    }
  }
}

void BaseMapReader::add_polygons(std::vector<MapPolygon>& out, double least_size) const {
  const auto rings = file_.rings();
  std::vector<DegreeLine> parts;
  const auto finish = [&] {
    MapPolygon polygon;
    std::vector<std::span<const MapPoint>> views(parts.begin(), parts.end());
    for (const auto& ring : views) fitter_.add_ring(ring, polygon.rings);
    fitter_.close_set(views, polygon.rings);
    if (!polygon.rings.empty()) out.push_back(std::move(polygon));
    parts.clear();
  };
  for (std::size_t i = 0; i < rings.size(); ++i) {
    if (i > 0 && rings[i].group != rings[i - 1].group) finish();
    if (!may_show(rings[i].box) || is_tiny(rings[i].box, least_size)) continue;
    DegreeLine line;
    for (const std::int32_t entry : file_.ring_arcs().subspan(rings[i].first, rings[i].count)) append_arc(entry, line);
    if (line.size() >= 3) parts.push_back(std::move(line));
  }
  finish();
}

void BaseMapReader::add_ring_lines(std::vector<MapLine>& out) const {
  for (const StoredRing& ring : file_.rings()) {
    if (!may_show(ring.box) || is_tiny(ring.box, 1)) continue;
    for (const std::int32_t entry : file_.ring_arcs().subspan(ring.first, ring.count)) {
      add_arc(file_.arcs()[static_cast<std::size_t>(entry < 0 ? ~entry : entry)], out);
    }
  }
}

void BaseMapReader::add_arc(const StoredArc& arc, std::vector<MapLine>& out) const {
  if (!may_show(arc.box)) return;
  const auto points = file_.points().subspan(arc.first, arc.count);
  const auto levels = file_.levels().subspan(arc.first, arc.count);
  DegreeLine line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (levels[i] >= level_) line.push_back(to_degrees(points[i]));
  }
  fitter_.add_line(line, out);
}

}  // namespace dateline::geo::detail
