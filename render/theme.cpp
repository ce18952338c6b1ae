#include "render/theme.hpp"

namespace dateline::render {
namespace {

styles::Color color_or(const styles::Style& style, const char* name, const char* fallback) {
  const auto found = style.furniture_colors.find(name);
  return found != style.furniture_colors.end() ? found->second : styles::parse_color(fallback);
}

double size_or(const styles::Style& style, const char* name, double fallback) {
  const auto found = style.furniture_sizes.find(name);
  return found != style.furniture_sizes.end() && found->second > 0 ? found->second : fallback;
}

}  // namespace

Theme::Theme(const styles::Style& style)
    : paper(color_or(style, "paper", "#ffffff")), ink(color_or(style, "ink", "#1a1a1a")), muted(color_or(style, "muted", "#5a5f66")),
      rule(color_or(style, "rule", "#c9ccd1")), mark(color_or(style, "mark", "#b3261e")), planned(color_or(style, "planned", "#b3261e")),
      denied(color_or(style, "denied", "#1a1a1a")), withdrawn(color_or(style, "withdrawn", "#6b6b6b")),
      area(color_or(style, "area", "#b3261e")), tint(color_or(style, "tint", "#e9d3b8")), badge(color_or(style, "badge", "#1a1a1a")),
      badge_text(color_or(style, "badge-text", "#ffffff")), land(color_or(style, "land", "#f4f1ea")),
      water(color_or(style, "water", "#dfe8ee")), frame(color_or(style, "frame", "#8b9096")), city(color_or(style, "city", "#55595f")),
      city_text(color_or(style, "city-text", "#4a4e54")), country_text(color_or(style, "country-text", "#6d6a63")),
      water_text(color_or(style, "water-text", "#4f6b82")) {
  title = size_or(style, "title", title);
  subtitle = size_or(style, "subtitle", subtitle);
  heading = size_or(style, "note-heading", heading);
  note = size_or(style, "note", note);
  fine = size_or(style, "fine", fine);
  country = size_or(style, "country", country);
  label = size_or(style, "label", label);
  context = size_or(style, "context", context);
  small = size_or(style, "small", small);
  badge_size = size_or(style, "badge", badge_size);
  font_families.push_back(style.font_family);
  font_families.insert(font_families.end(), style.font_fallbacks.begin(), style.font_fallbacks.end());
}

styles::Color Theme::faded(styles::Color color, double alpha) noexcept {
  color.a *= alpha;
  return color;
}

TextStyle text_style(double size, styles::Color color, int weight, bool italic) {
  TextStyle style;
  style.size = size;
  style.color = color;
  style.weight = weight;
  style.italic = italic;
  return style;
}

TextStyle haloed(TextStyle style, styles::Color halo, double width) {
  style.halo = halo;
  style.halo_width = width;
  return style;
}

}  // namespace dateline::render
