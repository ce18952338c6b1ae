#include "render/map_frame.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"

namespace dateline::render {
namespace {

constexpr double metres_per_css_pixel = 0.0254 / 96;
// 2 pi times the radius of Web Mercator's sphere, over the 512 px of a zoom 0 tile.
constexpr double zoom_zero_metres = 40'075'016.686 / 512;
const char* const world_definition = "+proj=eqearth +lon_0=0 +datum=WGS84 +units=m";

struct Bounds {
  geo::MapPoint low, high;
};

// Bounds of the extent on the plane, from a grid over the box: curved sides bulge, so corners are not enough.
std::optional<Bounds> project_bounds(const geo::Projection& projection, const geo::Box& extent) {
  constexpr int steps = 24;
  std::optional<Bounds> bounds;
  int missed = 0;
  for (int i = 0; i <= steps; ++i) {
    for (int j = 0; j <= steps; ++j) {
      const double lon = extent.west + extent.longitude_span() * i / steps;
      const double lat = std::clamp(extent.south + extent.latitude_span() * j / steps, -90.0, 90.0);
      const auto place = geo::LonLat::make(geo::Lon(lon), geo::Lat(lat));
      const auto p = place ? projection.project(*place) : std::nullopt;
      if (!p || !std::isfinite(p->x) || !std::isfinite(p->y)) {
        ++missed;
        continue;
      }
      if (!bounds) bounds = Bounds{*p, *p};
      bounds->low = {std::min(bounds->low.x, p->x), std::min(bounds->low.y, p->y)};
      bounds->high = {std::max(bounds->high.x, p->x), std::max(bounds->high.y, p->y)};
    }
  }
  if (missed > steps * steps / 4) return std::nullopt;
  return bounds;
}

struct Fitted {
  geo::Projection projection;
  Bounds bounds;
};

Fitted fit_projection(const geo::Box& extent, const std::string& crs) {
  auto projection = crs.empty() ? geo::Projection::for_extent(extent) : geo::Projection::from_definition(crs);
  if (const auto bounds = project_bounds(projection, extent)) return {std::move(projection), *bounds};
  if (!crs.empty()) {
    throw RenderError("the map's extent lies outside the projection '" + crs + "'", "choose a projection that covers the places of the stories, or leave --crs out");
  }
  auto world = geo::Projection::from_definition(world_definition);
  const auto bounds = project_bounds(world, geo::Box{-180, -90, 180, 90});
  return {std::move(world), bounds.value_or(Bounds{{-17e6, -8.4e6}, {17e6, 8.4e6}})};
}

}  // namespace

MapFrame::MapFrame(geo::Projection projection, const PageBox& page, geo::MapPoint center, double metres_per_pixel)
    : projection_(std::move(projection)), page_(page), center_(center), metres_per_pixel_(metres_per_pixel),
      ground_metres_per_pixel_(metres_per_pixel) {
  if (const auto middle = projection_.unproject(center_)) ground_metres_per_pixel_ = ground_metres_per_pixel(*middle);
}

MapFrame MapFrame::fit(const geo::Box& extent, const PageBox& page, double margin, const std::string& crs) {
  Fitted fitted = fit_projection(extent, crs);
  const Bounds& b = fitted.bounds;
  const double width = std::max(page.width() - 2 * margin, 8.0), height = std::max(page.height() - 2 * margin, 8.0);
  const double scale = std::max({(b.high.x - b.low.x) / width, (b.high.y - b.low.y) / height, 0.01});
  return MapFrame(std::move(fitted.projection), page, {(b.low.x + b.high.x) / 2, (b.low.y + b.high.y) / 2}, scale);
}

MapFrame MapFrame::of_window(geo::Projection projection, const PageBox& page, geo::MapPoint center, double metres_per_pixel) {
  return MapFrame(std::move(projection), page, center, metres_per_pixel);
}

double MapFrame::aspect(const geo::Box& extent, const std::string& crs) {
  const Bounds b = fit_projection(extent, crs).bounds;
  const double height = std::max(b.high.y - b.low.y, 1.0);
  return std::clamp((b.high.x - b.low.x) / height, 0.2, 5.0);
}

geo::Projection::Window MapFrame::window() const noexcept {
  const double half_width = page_.width() / 2 * metres_per_pixel_, half_height = page_.height() / 2 * metres_per_pixel_;
  return {{center_.x - half_width, center_.y - half_height}, {center_.x + half_width, center_.y + half_height}};
}

double MapFrame::ground_metres_per_pixel(geo::LonLat p) const {
  const double factor = projection_.scale_factor(p);
  return std::isfinite(factor) && factor > 0 ? metres_per_pixel_ * factor : metres_per_pixel_;
}

double MapFrame::scale_denominator() const noexcept { return ground_metres_per_pixel_ / metres_per_css_pixel; }

double MapFrame::style_zoom() const noexcept { return std::clamp(std::log2(zoom_zero_metres / ground_metres_per_pixel_), 0.0, 24.0); }

PagePoint MapFrame::to_page(geo::MapPoint p) const noexcept {
  const PagePoint middle = center_of(page_);
  return {middle.x + (p.x - center_.x) / metres_per_pixel_, middle.y - (p.y - center_.y) / metres_per_pixel_};
}

std::optional<PagePoint> MapFrame::to_page(geo::LonLat p) const {
  const auto projected = projection_.project(p);
  if (!projected || !std::isfinite(projected->x) || !std::isfinite(projected->y)) return std::nullopt;
  return to_page(*projected);
}

std::optional<geo::LonLat> MapFrame::to_lonlat(PagePoint p) const {
  const PagePoint middle = center_of(page_);
  return projection_.unproject({center_.x + (p.x - middle.x) * metres_per_pixel_, center_.y - (p.y - middle.y) * metres_per_pixel_});
}

std::vector<PageRing> MapFrame::outline(const geo::MultiPolygon& polygons, double beyond) const {
  auto w = window();
  const double by = beyond * metres_per_pixel_;
  w = {{w.low.x - by, w.low.y - by}, {w.high.x + by, w.high.y + by}};
  std::vector<PageRing> rings;
  for (const geo::MapPolygon& polygon : projection_.project_polygons(polygons, w, 0.3 * metres_per_pixel_)) {
    for (const geo::MapLine& line : polygon.rings) {
      PageRing ring;
      ring.reserve(line.size());
      for (const geo::MapPoint p : line) ring.push_back(to_page(p));
      if (ring.size() >= 3) rings.push_back(std::move(ring));
    }
  }
  return rings;
}

std::vector<std::vector<PagePoint>> MapFrame::line(std::span<const geo::LonLat> places) const {
  std::vector<std::vector<PagePoint>> lines;
  for (const geo::MapLine& part : projection_.project_line(places, window(), 0.3 * metres_per_pixel_)) {
    std::vector<PagePoint> points;
    for (const geo::MapPoint p : part) points.push_back(to_page(p));
    if (points.size() >= 2) lines.push_back(std::move(points));
  }
  return lines;
}

}  // namespace dateline::render
