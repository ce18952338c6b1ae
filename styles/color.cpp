#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/error.hpp"
#include "styles/detail/css_colors.hpp"
#include "styles/style.hpp"

namespace dateline::styles {

namespace {

std::string to_lower_trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

// "#rgb", "#rgba", "#rrggbb", "#rrggbbaa".
std::optional<Color> from_hex(std::string_view digits) {
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  std::array<double, 4> channels = {0, 0, 0, 1};
  const std::size_t step = is_short ? 1 : 2;
  for (std::size_t i = 0; i * step < digits.size(); ++i) {
    const auto high = hex_digit(digits[i * step]), low = hex_digit(digits[i * step + step - 1]);
    if (!high || !low) return std::nullopt;
    channels[i] = (*high * 16 + *low) / 255.0;
  }
  return Color{channels[0], channels[1], channels[2], channels[3]};
}

struct Argument {
  double value = 0;
  bool percent = false;
};

// The numbers between the brackets of a colour function, separated by commas, spaces or a slash.
std::optional<std::vector<Argument>> read_arguments(std::string_view text) {
  std::vector<Argument> out;
  while (true) {
    while (!text.empty() && std::string_view(" ,/").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    if (text.empty()) return out;
    Argument argument;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), argument.value);
    if (error != std::errc{} || !std::isfinite(argument.value) || out.size() == 4) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.substr(0, 3) == "deg") text.remove_prefix(3);
    if (!text.empty() && text.front() == '%') {
      argument.percent = true;
      text.remove_prefix(1);
    }
    out.push_back(argument);
  }
}

double clamp_unit(double value) { return std::clamp(value, 0.0, 1.0); }

Color from_rgb(const std::vector<Argument>& a, double alpha) {
  const auto channel = [](Argument x) { return clamp_unit(x.value / (x.percent ? 100 : 255)); };
  return {channel(a[0]), channel(a[1]), channel(a[2]), alpha};
}

// CSS Color Module Level 4, section 7.1.
Color from_hsl(const std::vector<Argument>& a, double alpha) {
  const double hue = std::fmod(std::fmod(a[0].value, 360) + 360, 360);
  const double saturation = clamp_unit(a[1].value / 100), lightness = clamp_unit(a[2].value / 100);
  const auto channel = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12);
    return lightness - saturation * std::min(lightness, 1 - lightness) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {channel(0), channel(8), channel(4), alpha};
}

std::optional<Color> from_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return std::nullopt;
  const std::string_view name = text.substr(0, open);
  const bool rgb = name == "rgb" || name == "rgba", hsl = name == "hsl" || name == "hsla";
  const auto arguments = read_arguments(text.substr(open + 1, text.size() - open - 2));
  if ((!rgb && !hsl) || !arguments || arguments->size() < 3) return std::nullopt;
  if (hsl && (!(*arguments)[1].percent || !(*arguments)[2].percent)) return std::nullopt;
  double alpha = 1;
  if (arguments->size() == 4) alpha = clamp_unit((*arguments)[3].value / ((*arguments)[3].percent ? 100 : 1));
  return rgb ? from_rgb(*arguments, alpha) : from_hsl(*arguments, alpha);
}

std::optional<Color> from_name(std::string_view name) {
  if (name == "transparent") return Color{0, 0, 0, 0};
  const auto found = std::find_if(detail::named_colors.begin(), detail::named_colors.end(),
                                  [&](const detail::NamedColor& color) { return color.name == name; });
  if (found == detail::named_colors.end()) return std::nullopt;
  return Color{(found->rgb >> 16U & 0xFFU) / 255.0, (found->rgb >> 8U & 0xFFU) / 255.0, (found->rgb & 0xFFU) / 255.0, 1};
}

}  // namespace

std::string to_hex(Color c) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "#";
  const auto append = [&](double channel) {
    const auto byte = static_cast<unsigned>(std::lround(clamp_unit(std::isnan(channel) ? 0 : channel) * 255));
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  };
  append(c.r);
  append(c.g);
  append(c.b);
  if (c.a < 1) append(c.a);
  return out;
}

Color parse_color(std::string_view text) {
  const std::string word = to_lower_trimmed(text);
  std::optional<Color> color;
  if (!word.empty()) {
    color = word.front() == '#' ? from_hex(std::string_view(word).substr(1)) : from_function(word);
    if (!color) color = from_name(word);
  }
  if (color) return *color;
  throw InputError('"' + word.substr(0, 40) + "\" is not a colour",
                   "write #rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla() or a CSS name");
}

}  // namespace dateline::styles
