#include "geo/detail/wkb.hpp"

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "geo/date_line.hpp"
#include "geo/detail/geos_handles.hpp"

namespace dateline::geo::detail {

namespace {

static_assert(std::endian::native == std::endian::little, "geometries are written in the machine's order, which is declared as little-endian");

enum WkbType : std::uint32_t { kPoint = 1, kLine = 2, kPolygon = 3, kMultiPoint = 4, kMultiLine = 5, kMultiPolygon = 6 };

/// Well-known binary, growing, and the extent of what is in it.
class Writer {
 public:
  void begin(WkbType type) {
    bytes_ += '\1';  // little-endian
    number(type);
  }
  void count(std::size_t items) { number(static_cast<std::uint32_t>(items)); }
  void add(double x, double y) {
    number(x);
    number(y);
    if (!extent_) extent_ = PlainExtent{x, x, y, y};
    extent_->add(x, y);
  }
  void ring(const PairLine& open) {
    count(open.size() + (open.empty() ? 0 : 1));
    for (const auto& p : open) add(p.lon, p.lat);
    if (!open.empty()) add(open.front().lon, open.front().lat);
  }
  [[nodiscard]] Wkb take() && { return extent_ ? Wkb{std::move(bytes_), extent_} : Wkb{}; }

 private:
  template <typename Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::string bytes_;
  std::optional<PlainExtent> extent_;
};

std::vector<PairPolygon> valid(std::vector<PairPolygon> area) {
  const auto ring = [](const PairLine& line) { return geos_ring(line, [](const LonLatPair& p) { return std::pair(p.lon, p.lat); }); };
  std::vector<GeosGeometry> polygons;
  // What has no area is none: GEOS takes no ring of two points.
  std::erase_if(area, [](const PairPolygon& rings) { return rings.empty() || rings.front().size() < 3; });
  for (PairPolygon& rings : area) {
    std::erase_if(rings, [](const PairLine& line) { return line.size() < 3; });
    std::vector<GeosGeometry> holes;
    for (std::size_t i = 1; i < rings.size(); ++i) holes.push_back(ring(rings[i]));
    polygons.push_back(geos_polygon(ring(rings.front()), std::move(holes)));
  }
  if (area.empty()) return area;
  const auto whole = geos_area(std::move(polygons));
  if (GEOSisValid_r(geos_context(), whole.get()) == 1) return area;
  const auto repaired = own_geos(GEOSMakeValid_r(geos_context(), whole.get()));
  const auto line_of = [](const GEOSGeometry* r) { return points_of_ring<LonLatPair>(r, [](double x, double y) { return LonLatPair{x, y}; }); };
  area.clear();
  for_each_polygon(repaired.get(), [&](const GEOSGeometry* polygon) {
    auto& rings = area.emplace_back();
    rings.push_back(line_of(GEOSGetExteriorRing_r(geos_context(), polygon)));
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos_context(), polygon); ++i) rings.push_back(line_of(GEOSGetInteriorRingN_r(geos_context(), polygon, i)));
  });
  return area;
}

struct ToWkb {
  Writer& wkb;

  void operator()(std::monostate) const {}
  void operator()(LonLat p) const {
    wkb.begin(kPoint);
    wkb.add(p.lon(), p.lat());
  }
  void operator()(const std::vector<LonLat>& points) const {
    wkb.begin(kMultiPoint);
    wkb.count(points.size());
    for (const LonLat& p : points) (*this)(p);
  }
  void operator()(const std::vector<LineString>& lines) const {
    std::vector<PairLine> pieces;
    for (const LineString& line : lines) {
      for (auto& piece : cut_at_date_line(line)) pieces.push_back(std::move(piece));
    }
    wkb.begin(kMultiLine);
    wkb.count(pieces.size());
    for (const PairLine& piece : pieces) {
      wkb.begin(kLine);
      wkb.count(piece.size());
      for (const auto& p : piece) wkb.add(p.lon, p.lat);
    }
  }
  void operator()(const MultiPolygon& area) const {
    const auto polygons = valid(cut_at_date_line(area));
    wkb.begin(kMultiPolygon);
    wkb.count(polygons.size());
    for (const PairPolygon& rings : polygons) {
      wkb.begin(kPolygon);
      wkb.count(rings.size());
      for (const PairLine& ring : rings) wkb.ring(ring);
    }
  }
  void operator()(const SharedArea& area) const { (*this)(*area); }
};

}  // namespace

Wkb to_wkb(const FeatureGeometry& geometry) {
  Writer writer;
  std::visit(ToWkb{writer}, geometry);
  return std::move(writer).take();
}

}  // namespace dateline::geo::detail
