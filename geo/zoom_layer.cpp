#include "geo/zoom_layer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "geo/date_line.hpp"
#include "geo/detail/ring_area.hpp"
#include "geo/detail/world_simplify.hpp"

namespace dateline::geo {

namespace {

using detail::WorldLine;

constexpr std::uint32_t node_size = 16;

WorldPoint project_place(const LonLat& place) noexcept { return to_world(place); }
WorldPoint project_place(const LonLatPair& pair) noexcept {
  // By the pair's own longitude: 180 and -180 are the two edges of the square.
  WorldPoint p = to_world(LonLat::checked(Lon(0), Lat(pair.lat)));
  p.x = pair.lon / 360 + 0.5;
  return p;
}

template <typename Pairs>
WorldLine project(const Pairs& pairs) {
  WorldLine line;
  line.reserve(pairs.size());
  for (const auto& pair : pairs) {
    const WorldPoint p = project_place(pair);
    if (line.empty() || !(line.back() == p)) line.push_back(p);
  }
  return line;
}

WorldBox box_of(std::span<const WorldPoint> points) noexcept {
  constexpr double far = std::numeric_limits<double>::infinity();
  WorldBox box{far, far, -far, -far};
  for (const WorldPoint& p : points) {
    box.west = std::min(box.west, p.x);
    box.east = std::max(box.east, p.x);
    box.north = std::min(box.north, p.y);
    box.south = std::max(box.south, p.y);
  }
  return box;
}

WorldBox unite(const WorldBox& a, const WorldBox& b) noexcept {
  return {std::min(a.west, b.west), std::min(a.north, b.north), std::max(a.east, b.east), std::max(a.south, b.south)};
}

bool jumps(const LineString& line, bool closed) noexcept {
  for (std::size_t i = 0; i + 1 < line.size() + (closed ? 1U : 0U); ++i) {
    const LonLat& next = line[i + 1 < line.size() ? i + 1 : 0];
    if (std::abs(next.lon() - line[i].lon()) > 180) return true;
  }
  return false;
}

void add_ring(ZoomFeature& out, WorldLine ring, bool is_outer) {
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  // y points down: a positive sum is clockwise on the map.
  if ((detail::twice_area(ring, &WorldPoint::x, &WorldPoint::y) > 0) != is_outer) std::reverse(ring.begin(), ring.end());
  out.parts.push_back(std::move(ring));
  out.outer.push_back(is_outer);
}

/// Projects one feature with all its vertices.
struct Projector {
  ZoomFeature& out;

  void operator()(std::monostate) const {}
  void operator()(const LonLat& place) const {
    out.kind = GeometryKind::Point;
    out.parts.push_back({to_world(place)});
  }
  void operator()(const std::vector<LonLat>& places) const {
    out.kind = GeometryKind::Points;
    out.parts.emplace_back();
    for (const LonLat& place : places) out.parts.back().push_back(to_world(place));
  }
  void operator()(const std::vector<LineString>& lines) const {
    out.kind = lines.size() == 1 ? GeometryKind::Line : GeometryKind::Lines;
    for (const LineString& line : lines) {
      if (!jumps(line, false)) {
        out.parts.push_back(project(line));
        continue;
      }
      for (const PairLine& piece : cut_at_date_line(line)) out.parts.push_back(project(piece));
    }
  }
  void operator()(const MultiPolygon& area) const {
    out.kind = GeometryKind::Area;
    for (const Polygon& polygon : area) {
      if (!jumps(polygon.outer, true)) {
        add_ring(out, project(polygon.outer), true);
        for (const LineString& hole : polygon.holes) add_ring(out, project(hole), false);
        continue;
      }
      for (const PairPolygon& piece : cut_at_date_line({polygon})) {
        for (const PairLine& ring : piece) add_ring(out, project(ring), &ring == &piece.front());
      }
    }
  }
  void operator()(const SharedArea& area) const { (*this)(*area); }
};

bool is_small(const WorldLine& line, double tolerance) noexcept {
  const WorldBox box = box_of(line);
  return box.east - box.west < tolerance && box.south - box.north < tolerance;
}

void simplify_lines(ZoomFeature& feature, double tolerance) {
  std::vector<WorldLine> kept;
  WorldLine simple;
  for (const WorldLine& line : feature.parts) {
    if (line.size() < 2 || is_small(line, tolerance)) continue;
    simple.clear();
    detail::simplify_open(line, tolerance, simple);
    kept.emplace_back(simple.begin(), simple.end());   // no more room than it needs
  }
  feature.parts = std::move(kept);
}

void simplify_area(ZoomFeature& feature, const detail::Junctions& junctions, double tolerance) {
  std::vector<WorldLine> kept;
  std::vector<bool> outer;
  bool has_outer = false;
  for (std::size_t i = 0; i < feature.parts.size(); ++i) {
    if (feature.outer[i]) has_outer = false;
    else if (!has_outer) continue;   // a hole of nothing
    if (is_small(feature.parts[i], tolerance)) continue;
    WorldLine ring = detail::simplify_ring(feature.parts[i], junctions, tolerance);
    if (ring.empty()) continue;
    has_outer = has_outer || feature.outer[i];
    ring.shrink_to_fit();
    kept.push_back(std::move(ring));
    outer.push_back(feature.outer[i]);
  }
  feature.parts = std::move(kept);
  feature.outer = std::move(outer);
}

detail::Junctions junctions_of(const std::vector<ZoomFeature>& features) {
  std::size_t vertices = 0;
  for (const ZoomFeature& feature : features) {
    if (feature.kind != GeometryKind::Area) continue;
    for (const WorldLine& ring : feature.parts) vertices += ring.size();
  }
  detail::Junctions junctions(vertices);
  for (const ZoomFeature& feature : features) {
    if (feature.kind != GeometryKind::Area) continue;
    for (const WorldLine& ring : feature.parts) junctions.add_ring(ring);
  }
  return junctions;
}

void finish(ZoomFeature& feature) {
  std::erase_if(feature.parts, [](const WorldLine& part) { return part.empty(); });
  if (feature.parts.empty()) return;
  if (feature.kind != GeometryKind::Area) feature.outer.assign(feature.parts.size(), true);
  feature.box = box_of(feature.parts.front());
  for (const WorldLine& part : feature.parts) feature.box = unite(feature.box, box_of(part));
}

std::uint64_t curve_place(const WorldBox& box) noexcept {
  constexpr int zoom = 16;
  const auto cell = [](double v) { return static_cast<std::uint32_t>(std::clamp(v, 0.0, 1.0) * ((1U << zoom) - 1)); };
  return hilbert_index({zoom, cell((box.west + box.east) / 2), cell((box.north + box.south) / 2)});
}

}  // namespace

ZoomLayer::ZoomLayer(const TileLayer& layer, int zoom, std::vector<ZoomFeature> features)
    : layer_(&layer), zoom_(zoom), features_(std::move(features)) {
  build_index();
}

void ZoomLayer::build_index() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
  places.reserve(features_.size());
  for (std::uint32_t i = 0; i < features_.size(); ++i) places.emplace_back(curve_place(features_[i].box), i);
  std::sort(places.begin(), places.end());
  for (const auto& place : places) order_.push_back(place.second);
  const auto group = [](std::size_t count, auto&& box_at) {
    std::vector<Node> nodes;
    for (std::uint32_t first = 0; first < count; first += node_size) {
      Node node{box_at(first), first, static_cast<std::uint32_t>(std::min<std::size_t>(count, first + node_size))};
      for (std::uint32_t i = first + 1; i < node.last; ++i) node.box = unite(node.box, box_at(i));
      nodes.push_back(node);
    }
    return nodes;
  };
  if (order_.empty()) return;
  levels_.push_back(group(order_.size(), [&](std::uint32_t i) { return features_[order_[i]].box; }));
  while (levels_.back().size() > 1) {
    const std::vector<Node>& below = levels_.back();
    levels_.push_back(group(below.size(), [&](std::uint32_t i) { return below[i].box; }));
  }
}

void ZoomLayer::search(std::size_t level, std::uint32_t at, const WorldBox& box, std::vector<std::uint32_t>& found) const {
  const Node& node = levels_[level][at];
  if (!intersects(node.box, box)) return;
  for (std::uint32_t i = node.first; i < node.last; ++i) {
    if (level > 0) search(level - 1, i, box, found);
    else if (intersects(features_[order_[i]].box, box)) found.push_back(order_[i]);
  }
}

std::vector<std::uint32_t> ZoomLayer::find(const WorldBox& box) const {
  std::vector<std::uint32_t> found;
  if (!levels_.empty()) search(levels_.size() - 1, 0, box, found);
  std::sort(found.begin(), found.end());
  return found;
}

ZoomLayer make_zoom_layer(const TileLayer& layer, int zoom, double tolerance, const std::function<bool(const Feature&)>& wanted) {
  std::vector<ZoomFeature> features;
  const std::vector<Feature>& rows = layer.data.features;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (wanted && !wanted(rows[i])) continue;
    ZoomFeature feature;
    feature.feature = i;
    std::visit(Projector{feature}, rows[i].geometry);
    if (!feature.parts.empty()) features.push_back(std::move(feature));
  }
  const double reach = tolerance / 512 / std::exp2(zoom);
  const detail::Junctions junctions = junctions_of(features);
  for (ZoomFeature& feature : features) {
    if (feature.kind == GeometryKind::Line || feature.kind == GeometryKind::Lines) simplify_lines(feature, reach);
    else if (feature.kind == GeometryKind::Area) simplify_area(feature, junctions, reach);
    finish(feature);
  }
  std::erase_if(features, [](const ZoomFeature& feature) { return feature.parts.empty(); });
  features.shrink_to_fit();
  return {layer, zoom, std::move(features)};
}

}  // namespace dateline::geo
