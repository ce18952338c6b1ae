#include <cmath>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "render/detail/cairo_paint.hpp"
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

}  // namespace

std::string write_png(const Page& page, double scale) {
  const int width = pixels_of(page.width, scale), height = pixels_of(page.height, scale);
  const detail::SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  detail::check_cairo(surface.get(), "making room for the PNG");
  const detail::ContextHandle context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  detail::paint(context.get(), detail::PangoEngine(page.font_families), page.items);
  detail::check_cairo(context.get(), "drawing the PNG");
  cairo_surface_flush(surface.get());
  const detail::ArgbPixels pixels{cairo_image_surface_get_data(surface.get()), width, height,
                                  cairo_image_surface_get_stride(surface.get())};
  constexpr double css_pixels_per_metre = 96 / 0.0254;
  return detail::encode_png(pixels, texts_of(page), static_cast<unsigned>(std::lround(css_pixels_per_metre * scale)));
}

}  // namespace dateline::render
