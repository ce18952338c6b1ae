#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geo/box.hpp"
#include "geo/geometry.hpp"

namespace dateline::geo {

/// A map projection: WGS 84 degrees <-> metres on a plane. Built on PROJ, network and logging off. Not thread-safe:
/// one per thread.
class Projection {
 public:
  /// From any PROJ definition or CRS name ("EPSG:3857", "+proj=lcc +lat_1=..."). Throws GeoError naming the
  /// definition when PROJ does not know it or it is not a projected CRS.
  [[nodiscard]] static Projection from_definition(const std::string& definition);

  /// The projection that suits an extent, by size and latitude: Lambert conformal conic at mid-latitudes
  /// (standard parallels a sixth in), azimuthal equal-area near the poles and for large round extents, Mercator near the equator,
  /// Equal Earth for most of the world.
  [[nodiscard]] static Projection for_extent(const Box& extent);

  ~Projection();
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;

  /// Absent where the projection is not defined (PROJ's infinity, or an error after the transform).
  [[nodiscard]] std::optional<MapPoint> project(LonLat p) const;
  [[nodiscard]] std::optional<LonLat> unproject(MapPoint p) const;

  /// Many at once and much faster: degrees (x longitude, y latitude; the longitude need not be wrapped) become metres
  /// in place, NaN where the projection is not defined.
  void project_degrees(std::span<MapPoint> points) const;
  /// The other way: metres become degrees in place, NaN where there is no such place.
  void unproject_to_degrees(std::span<MapPoint> points) const;

  /// The meridian at the centre; 0 if the definition has none.
  [[nodiscard]] double central_meridian() const noexcept;
  /// The meridian opposite the centre: lines that cross it must be cut before they are projected.
  /// Absent for azimuthal projections, which have none.
  [[nodiscard]] std::optional<double> cut_meridian() const noexcept;
  /// "Lambert conformal conic (48° N, 55° N; 131° E)": for the fine print.
  [[nodiscard]] const std::string& description() const noexcept;
  /// The PROJ definition it was made from.
  [[nodiscard]] const std::string& definition() const noexcept;
  /// Ground metres per projected metre at p, along the parallel. For scale bars.
  [[nodiscard]] double scale_factor(LonLat p) const;

  /// Lines and polygons onto the plane, clipped to `window` (projected metres), cut where the projection tears
  /// (cut_meridian, poles, antimeridian), long segments densified so that the curve is within `tolerance`
  /// (projected metres), and simplified to the same tolerance.
  struct Window {
    MapPoint low;   ///< lower left
    MapPoint high;  ///< upper right
  };
  /// Polygons come a little larger than the window (by 30 tolerances at least), so that their edges along its border
  /// do not show when they are stroked.
  [[nodiscard]] std::vector<MapLine> project_line(std::span<const LonLat> line, const Window& window, double tolerance) const;
  [[nodiscard]] std::vector<MapPolygon> project_polygons(const MultiPolygon& polygons, const Window& window, double tolerance) const;

 private:
  class Impl;
  explicit Projection(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::geo
