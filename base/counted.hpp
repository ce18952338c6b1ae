#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// "1,234,567": whole numbers as people read them, whatever the locale.
[[nodiscard]] inline std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

/// "1 story", "5 stories", "1,200 stories".
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural) {
  return grouped(count) + " " + std::string(count == 1 ? singular : plural);
}

}  // namespace dateline
