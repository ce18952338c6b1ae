#pragma once

#include <string>

namespace dateline::render {

/// 12500 -> "12,500"; rounded to a whole number; independent of the locale.
[[nodiscard]] std::string grouped_text(double value);
/// 2.5 -> "2.5", 3.0 -> "3": at most `digits` decimals, trailing zeros dropped.
[[nodiscard]] std::string decimal_text(double value, int digits);

}  // namespace dateline::render
