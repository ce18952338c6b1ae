#include "render/number_text.hpp"

#include <cmath>

namespace dateline::render {

std::string grouped_text(double value) {
  if (!std::isfinite(value)) return "?";
  // 10^15 is exact in a double; nothing on a map is larger.
  const double whole = std::round(std::min(std::abs(value), 1e15));
  std::string digits = std::to_string(static_cast<long long>(whole));
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return value < 0 && whole > 0 ? "-" + digits : digits;
}

std::string decimal_text(double value, int digits) {
  const double factor = std::pow(10, digits);
  const double scaled = std::round(std::abs(value) * factor);
  std::string text = grouped_text(std::floor(scaled / factor));
  std::string decimals = std::to_string(static_cast<long long>(std::fmod(scaled, factor)));
  decimals.insert(0, static_cast<std::size_t>(digits) - std::min(decimals.size(), static_cast<std::size_t>(digits)), '0');
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  if (!decimals.empty()) text += "." + decimals;
  return value < 0 && scaled > 0 ? "-" + text : text;
}

}  // namespace dateline::render
