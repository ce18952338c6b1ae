#include "plugin/gdal/detail/ogr_geometry.hpp"

#include "geo/date_line.hpp"

namespace dateline::plugin {

namespace {

using GeometryPointer = std::unique_ptr<OGRGeometry>;

void fill(OGRSimpleCurve& curve, const geo::PairLine& line) {
  curve.setNumPoints(static_cast<int>(line.size()));
  for (std::size_t i = 0; i < line.size(); ++i) curve.setPoint(static_cast<int>(i), line[i].lon, line[i].lat);
}

struct ToOgr {
  GeometryPointer operator()(std::monostate) const { return nullptr; }
  GeometryPointer operator()(geo::LonLat p) const { return std::make_unique<OGRPoint>(p.lon(), p.lat()); }
  GeometryPointer operator()(const std::vector<geo::LonLat>& points) const {
    auto all = std::make_unique<OGRMultiPoint>();
    for (const geo::LonLat& p : points) all->addGeometryDirectly(new OGRPoint(p.lon(), p.lat()));
    return all;
  }
  GeometryPointer operator()(const std::vector<geo::LineString>& lines) const {
    auto all = std::make_unique<OGRMultiLineString>();
    for (const auto& line : lines) {
      for (const auto& piece : geo::cut_at_date_line(line)) {
        auto part = std::make_unique<OGRLineString>();
        fill(*part, piece);
        all->addGeometryDirectly(part.release());
      }
    }
    return all;
  }
  GeometryPointer operator()(const geo::MultiPolygon& area) const {
    auto all = std::make_unique<OGRMultiPolygon>();
    for (const auto& rings : geo::cut_at_date_line(area)) {
      auto part = std::make_unique<OGRPolygon>();
      for (const auto& ring : rings) {
        auto closed = std::make_unique<OGRLinearRing>();
        fill(*closed, ring);
        closed->closeRings();
        part->addRingDirectly(closed.release());
      }
      all->addGeometryDirectly(part.release());
    }
    return all;
  }
  GeometryPointer operator()(const geo::SharedArea& area) const { return (*this)(*area); }
};

}  // namespace

GeometryPointer to_ogr(const geo::FeatureGeometry& geometry) { return std::visit(ToOgr{}, geometry); }

OGRwkbGeometryType to_ogr(geo::GeometryKind kind) noexcept {
  switch (kind) {
    case geo::GeometryKind::None: return wkbNone;
    case geo::GeometryKind::Point: return wkbPoint;
    case geo::GeometryKind::Points: return wkbMultiPoint;
    case geo::GeometryKind::Line:
    case geo::GeometryKind::Lines: return wkbMultiLineString;
    case geo::GeometryKind::Area: return wkbMultiPolygon;
    case geo::GeometryKind::Mixed: return wkbUnknown;
  }
  return wkbUnknown;
}

}  // namespace dateline::plugin
