#pragma once

#include <string>
#include <vector>

#include "render/display_list.hpp"
#include "styles/style.hpp"

namespace dateline::render {

/// The style's own colours and sizes under names the compiler checks, with a sober default for what a house style leaves out.
struct Theme {
  explicit Theme(const styles::Style& style);

  styles::Color paper, ink, muted, rule;              ///< page
  styles::Color mark, planned, denied, withdrawn;     ///< lines and halos of events
  styles::Color area, tint;                           ///< hatch of regions, tint of countries named in an event
  styles::Color badge, badge_text;
  styles::Color land, water, frame;
  styles::Color city, city_text, country_text, water_text;
  double title = 30, subtitle = 15, heading = 12.5, note = 11.5, fine = 10;   ///< type outside the map, CSS px
  double country = 14, label = 13.5, context = 11.5, small = 10.5, badge_size = 11.5;   ///< type inside it: four sizes and the badge's digits
  std::vector<std::string> font_families;

  /// `color` at `alpha` times its own opacity.
  [[nodiscard]] static styles::Color faded(styles::Color color, double alpha) noexcept;
};

/// Type styles used in several places.
[[nodiscard]] TextStyle text_style(double size, styles::Color color, int weight = 400, bool italic = false);
[[nodiscard]] TextStyle haloed(TextStyle style, styles::Color halo, double width = 1.4);

}  // namespace dateline::render
