#include <cmath>
#include <cstdio>
#include <string_view>

#include "styles/contrast.hpp"
#include "styles/style.hpp"

namespace dateline::styles {

namespace {

/// WCAG 2.2, 1.4.3, for text of the sizes that maps have.
constexpr double kLeastTextContrast = 4.5;
/// CIEDE2000: plain at a glance (docs/formats/style.md, section 8).
constexpr double kLeastDifference = 12;

struct TextOnGround {
  const char* text;
  const char* ground;
};
constexpr TextOnGround pairs[] = {{"ink", "paper"}, {"muted", "paper"}, {"badge-text", "badge"}, {"ink", "land"}, {"ink", "tint"},
                                  {"city-text", "land"}, {"country-text", "land"}, {"water-text", "water"}};

struct Vision {
  ColorVision vision;
  const char* words;
};
constexpr Vision visions[] = {{ColorVision::Normal, ""}, {ColorVision::Protanopia, " for protanopic readers"},
                              {ColorVision::Deuteranopia, " for deuteranopic readers"}, {ColorVision::Tritanopia, " for tritanopic readers"},
                              {ColorVision::Grey, " in a grey print"}};

std::string with_one_decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

bool is_grey(const Color& c) { return c.r == c.g && c.g == c.b; }

}  // namespace

std::vector<std::string> style_advice(const Style& style) {
  std::vector<std::string> advice;
  for (const TextOnGround& pair : pairs) {
    const double ratio = contrast(style.color(pair.text), style.color(pair.ground));
    if (ratio >= kLeastTextContrast) continue;
    advice.push_back(std::string("\"") + pair.text + "\" on \"" + pair.ground + "\" has a contrast of " + with_one_decimal(ratio) + ":1, readable text has " +
                     with_one_decimal(kLeastTextContrast) + ":1");
  }
  for (const char* other : {"denied", "withdrawn"}) {
    // Printed without colours, denial is told by its two bars alone: grey ones would only look weak.
    if (std::string_view(other) == "denied" && is_grey(style.color("mark")) && is_grey(style.color("denied"))) continue;
    for (const Vision& v : visions) {
      const double apart = difference(to_lab(as_seen(style.color("mark"), v.vision)), to_lab(as_seen(style.color(other), v.vision)));
      if (apart >= kLeastDifference) continue;
      advice.push_back(std::string("\"mark\" and \"") + other + "\" look alike" + v.words + " (" + with_one_decimal(apart) + ", plain is " +
                       with_one_decimal(kLeastDifference) + ")");
    }
  }
  return advice;
}

}  // namespace dateline::styles
