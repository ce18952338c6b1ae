#include "render/scale_bar.hpp"

#include <algorithm>
#include <cmath>

#include "render/number_text.hpp"

namespace dateline::render {
namespace {
constexpr double tick = 4;

TextStyle words(const Theme& theme) { return haloed(text_style(theme.small, theme.muted), theme.land, 1.2); }
}  // namespace

ScaleStep scale_step(double metres_per_pixel, double unit_metres, const std::string& unit, double most_pixels) {
  const double most = std::max(most_pixels * metres_per_pixel / unit_metres, 1e-6);
  const double power = std::pow(10, std::floor(std::log10(most)));
  const double value = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
  const int digits = value >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(value)));
  return {value, value * unit_metres / metres_per_pixel, decimal_text(value, digits) + " " + unit};
}

ScaleBar make_scale_bar(double metres_per_pixel, double most_pixels, const Theme& theme, const Typesetter& type) {
  ScaleBar bar{scale_step(metres_per_pixel, 1000, "km", most_pixels), scale_step(metres_per_pixel, 1609.344, "miles", most_pixels), 0, 0};
  const double km = bar.kilometres.pixels + 6 + type.width(bar.kilometres.text, words(theme));
  const double miles = bar.miles.pixels + 6 + type.width(bar.miles.text, words(theme));
  bar.width = std::max(km, miles);
  bar.height = 2 * theme.small + 8;
  return bar;
}

void paint_scale_bar(DisplayList& out, const ScaleBar& bar, PagePoint corner, const Theme& theme, const Typesetter& type) {
  const auto line = [&](Path path, styles::Color color, double width) {
    PathItem item;
    item.path = std::move(path);
    item.stroke = Stroke{color, width, {}, Stroke::Cap::Butt, Stroke::Join::Miter};
    out.emplace_back(std::move(item));
  };
  double y = corner.y + bar.height * 0.25;
  for (const ScaleStep* step : {&bar.kilometres, &bar.miles}) {
    const double end = corner.x + step->pixels;
    const Path path = {MoveTo{{corner.x, y - tick}}, LineTo{{corner.x, y}}, LineTo{{end, y}}, LineTo{{end, y - tick}}};
    line(path, Theme::faded(theme.land, 0.9), 3.4);
    line(path, theme.muted, 1.2);
    type.paint(out, step->text, {end + 5, y + theme.small * 0.2}, words(theme));
    y += bar.height * 0.5;
  }
}

std::string scale_text(double denominator) {
  if (!(denominator > 0) || !std::isfinite(denominator)) return "";
  const double unit = std::pow(10, std::floor(std::log10(denominator)) - 1);
  const double rounded = std::round(denominator / unit) * unit;
  if (rounded >= 1e6) return "1 : " + decimal_text(rounded / 1e6, rounded < 1e7 ? 1 : 0) + " million";
  return "1 : " + grouped_text(rounded);
}

}  // namespace dateline::render
