#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/projection.hpp"
#include "render/page_geometry.hpp"

namespace dateline::render {

/// A panel's map: a projection and the page box that shows a window of its plane. The only way from places to the page.
class MapFrame {
 public:
  /// Shows all of `extent` within `page`, at least `margin` px from its sides. `crs` is a PROJ definition; empty: by
  /// extent. Falls back to a world projection when the extent cannot be shown in the one chosen by extent; throws
  /// GeoError for an unknown `crs`.
  [[nodiscard]] static MapFrame fit(const geo::Box& extent, const PageBox& page, double margin, const std::string& crs);
  /// Shows the plane around `center` at a given scale.
  [[nodiscard]] static MapFrame of_window(geo::Projection projection, const PageBox& page, geo::MapPoint center, double metres_per_pixel);
  /// Width divided by height of the extent on its own projection, 0.2..5: for choosing the page's layout.
  [[nodiscard]] static double aspect(const geo::Box& extent, const std::string& crs);

  [[nodiscard]] const PageBox& page() const noexcept { return page_; }
  [[nodiscard]] const geo::Projection& projection() const noexcept { return projection_; }
  [[nodiscard]] geo::Projection::Window window() const noexcept;
  /// Projected metres per page unit.
  [[nodiscard]] double metres_per_pixel() const noexcept { return metres_per_pixel_; }
  /// Ground metres per page unit at the middle of the page box.
  [[nodiscard]] double ground_metres_per_pixel() const noexcept { return ground_metres_per_pixel_; }
  [[nodiscard]] double ground_metres_per_pixel(geo::LonLat p) const;
  /// 1:N at 96 dpi, at the middle.
  [[nodiscard]] double scale_denominator() const noexcept;
  /// The zoom of 512 px Web Mercator tiles with the same ground resolution: what style files mean by zoom.
  [[nodiscard]] double style_zoom() const noexcept;

  [[nodiscard]] std::optional<PagePoint> to_page(geo::LonLat p) const;   ///< also outside the page box
  [[nodiscard]] std::optional<geo::LonLat> to_lonlat(PagePoint p) const;
  [[nodiscard]] PagePoint to_page(geo::MapPoint p) const noexcept;
  /// Outline clipped to the page box (grown by `beyond` px), simplified to 0.3 px.
  [[nodiscard]] std::vector<PageRing> outline(const geo::MultiPolygon& polygons, double beyond = 4) const;
  [[nodiscard]] std::vector<std::vector<PagePoint>> line(std::span<const geo::LonLat> places) const;

 private:
  MapFrame(geo::Projection projection, const PageBox& page, geo::MapPoint center, double metres_per_pixel);

  geo::Projection projection_;
  PageBox page_;
  geo::MapPoint center_;
  double metres_per_pixel_;
  double ground_metres_per_pixel_;
};

}  // namespace dateline::render
