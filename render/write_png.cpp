#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "render/detail/lettering.hpp"
#include "render/detail/png_encode.hpp"
#include "render/detail/safe_text.hpp"
#include "render/write.hpp"

namespace dateline::render {

namespace {

int pixels_of(double length, double scale) {
  const double pixels = std::ceil(length * scale - 1e-6);
  if (!(pixels >= 1 && pixels <= limits::max_page_side)) {
    throw RenderError("a picture cannot be " + (std::isfinite(pixels) ? std::to_string(std::llround(pixels)) : "that many") +
                          " pixels wide or high",
                      "choose a size from 1 to " + std::to_string(limits::max_page_side) + " pixels a side");
  }
  return static_cast<int>(pixels);
}

detail::PngText texts_of(const Page& page) {
  detail::PngText texts;
  const auto add = [&](const char* keyword, const std::string& value) {
    std::string clean = detail::clean_text(value);
    if (!clean.empty()) texts.emplace_back(keyword, std::move(clean));
  };
  add("Title", page.title);
  add("Description", page.description);
  add("Source", page.document_id);
  add("Copyright", page.credits);
  add("Software", "Dateline");
  return texts;
}

// The page is painted in two bands at the same time. Their number is fixed, as it shows in the bytes of the file.
constexpr int bands = 2;

struct Band {
  detail::SurfaceHandle surface;
  int height = 0;   // device pixels
};

Band paint_band(const Page& page, const detail::Lettering& lettering, double scale, int width, int top, int bottom) {
  Band band{detail::SurfaceHandle(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, bottom - top)), bottom - top};
  detail::check_cairo(band.surface.get(), "making room for the PNG");
  const detail::ContextHandle context(cairo_create(band.surface.get()));
  cairo_translate(context.get(), 0, -top);
  cairo_scale(context.get(), scale, scale);
  detail::paint(context.get(), lettering, page.items, {top / scale, bottom / scale, nullptr});
  detail::check_cairo(context.get(), "drawing the PNG");
  cairo_surface_flush(band.surface.get());
  return band;
}

}  // namespace

std::string write_png(const Page& page, double scale) {
  const int width = pixels_of(page.width, scale), height = pixels_of(page.height, scale);
  const detail::OutlineLettering lettering(detail::PangoEngine(page.font_families), page.items, scale);
  const int count = std::min(bands, height);
  std::vector<Band> painted(static_cast<std::size_t>(count));
  for_each_index(painted.size(), static_cast<int>(painted.size()), [&](std::size_t i) {
    const int band = static_cast<int>(i);
    painted[i] = paint_band(page, lettering, scale, width, height * band / count, height * (band + 1) / count);
  });
  std::vector<detail::ArgbPixels> pixels;
  for (const Band& band : painted) {
    pixels.push_back({cairo_image_surface_get_data(band.surface.get()), width, band.height, cairo_image_surface_get_stride(band.surface.get())});
  }
  constexpr double css_pixels_per_metre = 96 / 0.0254;
  return detail::encode_png(pixels, texts_of(page), static_cast<unsigned>(std::lround(css_pixels_per_metre * scale)));
}

}  // namespace dateline::render
