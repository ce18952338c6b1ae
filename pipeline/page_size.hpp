#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::pipeline {

/// A page in CSS pixels (1/96 inch).
struct PageSize {
  double width = 0, height = 0;
};

/// "1600x1000", or a name: web, wide, square, portrait, phone, a4, a4-landscape, a3, a3-landscape, letter, letter-landscape. Throws
/// UsageError that lists the names.
[[nodiscard]] PageSize parse_page_size(std::string_view text);
[[nodiscard]] std::vector<std::string> page_size_names();

}  // namespace dateline::pipeline
