#include "geo/detail/outlines.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

#include "geo/detail/clip.hpp"
#include "geo/detail/ring_assembly.hpp"
#include "geo/detail/unroll.hpp"
#include "geo/longitudes.hpp"

namespace dateline::geo::detail {
namespace {

constexpr double mean_radius_km = 6371.0088;

double radians(double degrees) noexcept { return degrees * std::numbers::pi / 180; }

LineString to_ring(const ArcRing& arcs, const BaseMapFile& file) {
  LineString ring;
  for (const std::int32_t entry : arcs) {
    const StoredArc& arc = file.arcs()[static_cast<std::size_t>(entry < 0 ? ~entry : entry)];
    for (std::uint32_t i = 0; i + 1 < arc.count; ++i) {
      const StoredPoint& p = file.points()[arc.first + (entry < 0 ? arc.count - 1 - i : i)];
      if (const auto place = LonLat::make(Lon(p.x * degrees_per_unit), Lat(p.y * degrees_per_unit))) ring.push_back(*place);
    }
  }
  return ring;
}

struct LabelCell {
  double x, y, half, distance, most;
  bool operator<(const LabelCell& other) const noexcept { return most < other.most; }
};

/// Distance of a point of the plane to the nearest edge, negative outside.
double signed_distance(const std::vector<MapLine>& rings, double x, double y) noexcept {
  bool inside = false;
  double nearest = 1e18;
  for (const MapLine& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const MapPoint& a = ring[i];
      const MapPoint& b = ring[i + 1 < ring.size() ? i + 1 : 0];
      if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y)) inside = !inside;
      const double dx = b.x - a.x;
      const double dy = b.y - a.y;
      const double length2 = dx * dx + dy * dy;
      const double t = length2 > 0 ? std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length2, 0.0, 1.0) : 0;
      const double ex = x - a.x - t * dx;
      const double ey = y - a.y - t * dy;
      nearest = std::min(nearest, ex * ex + ey * ey);
    }
  }
  return inside ? std::sqrt(nearest) : -std::sqrt(nearest);
}

/// Every n-th vertex, so that a country of 40,000 vertices takes milliseconds.
MapLine thin(MapLine line, double squeeze, std::size_t most) {
  MapLine kept;
  const std::size_t step = line.size() / most + 1;
  for (std::size_t i = 0; i < line.size(); i += step) kept.push_back({line[i].x * squeeze, line[i].y});
  return kept;
}

}  // namespace

bool ring_contains(const LineString& ring, LonLat p) noexcept {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat& a = ring[i];
    const LonLat& b = ring[i + 1 < ring.size() ? i + 1 : 0];
    const double ax = short_way(a.lon() - p.lon());
    const double bx = ax + short_way(b.lon() - a.lon());
    // The edge may cross p's meridian at 0 or, having started near 180, at +-360; the meridian opposite is not p's.
    for (const double meridian : {-360.0, 0.0, 360.0}) {
      if ((ax <= meridian) == (bx <= meridian)) continue;
      const double lat = a.lat() + (meridian - ax) * (b.lat() - a.lat()) / (bx - ax);
      if (lat < p.lat()) inside = !inside;
    }
  }
  // Counting crossings to the south: what winds round the south pole holds what has none between.
  double winding = 0;
  double mean = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    winding += short_way(ring[i + 1 < ring.size() ? i + 1 : 0].lon() - ring[i].lon());
    mean += ring[i].lat();
  }
  if (std::abs(winding) > 180 && mean < 0) inside = !inside;
  return inside;
}

bool contains(const MultiPolygon& area, LonLat p) noexcept {
  for (const Polygon& polygon : area) {
    if (!ring_contains(polygon.outer, p)) continue;
    if (std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](const auto& hole) { return ring_contains(hole, p); })) return true;
  }
  return false;
}

double ring_area_km2(const LineString& ring) noexcept {
  double sum = 0;
  double winding = 0;
  double mean = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat& a = ring[i];
    const LonLat& b = ring[i + 1 < ring.size() ? i + 1 : 0];
    mean += a.lat();
    const double width = radians(short_way(b.lon() - a.lon()));
    winding += width;
    sum += width * (std::sin(radians(a.lat())) + std::sin(radians(b.lat()))) / 2;
  }
  double area = -sum;
  // Round a pole, the sum is that of the belt to the equator; the cap is what is missing to a hemisphere.
  if (std::abs(winding) > std::numbers::pi) area += ((winding > 0) == (mean > 0) ? 2 : -2) * std::numbers::pi;
  return area * mean_radius_km * mean_radius_km;
}

namespace {

MultiPolygon outline_of_rings(const BaseMapFile& file, const std::vector<ArcRing>& arc_rings) {
  struct Outer {
    Polygon polygon;
    double area;
    std::optional<Box> box;
  };
  std::vector<Outer> outers;
  std::vector<LineString> holes;
  for (const ArcRing& arcs : arc_rings) {
    LineString ring = to_ring(arcs, file);
    if (ring.size() < 3) continue;
    const double area = ring_area_km2(ring);
    if (area >= 0) {
      auto box = bounding_box(ring);
      outers.push_back({{std::move(ring), {}}, area, box});
    } else {
      holes.push_back(std::move(ring));
    }
  }
  std::stable_sort(outers.begin(), outers.end(), [](const Outer& a, const Outer& b) { return a.area > b.area; });
  for (LineString& hole : holes) {
    // The smallest outer ring that holds it.
    for (auto outer = outers.rbegin(); outer != outers.rend(); ++outer) {
      const LonLat probe = hole[hole.size() / 2];
      if (!outer->box->contains(probe) || outer->area < -ring_area_km2(hole) || !ring_contains(outer->polygon.outer, probe)) continue;
      outer->polygon.holes.push_back(std::move(hole));
      break;
    }
  }
  MultiPolygon result;
  for (Outer& outer : outers) result.push_back(std::move(outer.polygon));
  return result;
}

}  // namespace

MultiPolygon outline_of(const BaseMapFile& file, const std::function<bool(std::uint32_t cell)>& in_set) {
  return outline_of_rings(file, assemble_rings(file.arcs(), file.points(), in_set));
}

MultiPolygon outline_of(const BaseMapFile& file, const std::function<bool(std::uint32_t cell)>& in_set, std::span<const std::uint32_t> candidates) {
  return outline_of_rings(file, assemble_rings(file.arcs(), file.points(), in_set, candidates));
}

LonLat label_point(const Polygon& polygon) {
  MapLine outer = unroll_ring(polygon.outer);
  const auto box = bounds(outer);
  const double squeeze = std::max(0.05, std::cos(radians((box.low.y + box.high.y) / 2)));
  std::vector<MapLine> rings{thin(std::move(outer), squeeze, 2000)};
  for (const LineString& hole : polygon.holes) {
    MapLine line = unroll_ring(hole);
    for (MapPoint& p : line) p.x += 360 * std::round((box.low.x + box.high.x - 2 * line.front().x) / 720);
    rings.push_back(thin(std::move(line), squeeze, 500));
  }
  const double width = (box.high.x - box.low.x) * squeeze;
  const double height = box.high.y - box.low.y;
  const double precision = std::max(width, height) / 50;
  const double size = std::max(std::min(width, height), precision);
  const auto make = [&](double x, double y, double half) {
    const double d = signed_distance(rings, x, y);
    return LabelCell{x, y, half, d, d + half * std::numbers::sqrt2};
  };
  std::priority_queue<LabelCell> open;
  for (double x = box.low.x * squeeze; x < box.high.x * squeeze; x += size) {
    for (double y = box.low.y; y < box.high.y; y += size) open.push(make(x + size / 2, y + size / 2, size / 2));
  }
  LabelCell best = make(box.low.x * squeeze + width / 2, box.low.y + height / 2, 0);
  while (!open.empty()) {
    const LabelCell cell = open.top();
    open.pop();
    if (cell.distance > best.distance) best = cell;
    if (cell.most - best.distance <= precision) continue;
    const double h = cell.half / 2;
    for (const double dx : {-h, h}) {
      for (const double dy : {-h, h}) open.push(make(cell.x + dx, cell.y + dy, h));
    }
  }
  return LonLat::checked(Lon(best.x / squeeze), Lat(std::clamp(best.y, -90.0, 90.0)));
}

MultiPolygon clip_to_box(const MultiPolygon& area, const Box& box) {
  const double west = box.west;
  const double east = box.west + box.longitude_span();
  const Projection::Window window{{west, box.south}, {east, box.north}};
  MultiPolygon result;
  for (const Polygon& polygon : area) {
    std::vector<MapLine> rings{unroll_ring(polygon.outer)};
    for (const LineString& hole : polygon.holes) rings.push_back(unroll_ring(hole));
    const auto outer_box = bounds(rings.front());
    for (int turn = static_cast<int>(std::ceil((west - outer_box.high.x) / 360)); turn <= std::floor((east - outer_box.low.x) / 360); ++turn) {
      Polygon clipped;
      for (std::size_t i = 0; i < rings.size(); ++i) {
        MapLine moved = rings[i];
        const double home = i == 0 ? 0 : 360 * std::round((outer_box.low.x + outer_box.high.x - 2 * moved.front().x) / 720);
        for (MapPoint& p : moved) p.x += 360.0 * turn + home;
        LineString ring;
        for (const MapPoint& p : clip_ring(std::move(moved), window)) {
          const auto place = LonLat::make(Lon(p.x), Lat(std::clamp(p.y, -90.0, 90.0)));
          if (place && (ring.empty() || ring.back() != *place)) ring.push_back(*place);
        }
        if (ring.size() < 3) continue;
        if (i == 0) clipped.outer = std::move(ring); else clipped.holes.push_back(std::move(ring));
      }
      if (!clipped.outer.empty()) result.push_back(std::move(clipped));
    }
  }
  return result;
}

}  // namespace dateline::geo::detail
