#pragma once

#include <string>

namespace dateline::pipeline::detail {

/// One SVG that can be shown in two themes: the markup of the first, with classes where the second paints otherwise, and
/// the rules for those classes.
struct TwoThemes {
  std::string svg;
  std::string css;       ///< for the second theme; empty if the two drawings do not have the same elements
};

/// `first` and `second` are drawings of the same page in two themes of the same sizes. Only colours and opacities are taken
/// from `second`. Class names begin with `prefix`.
[[nodiscard]] TwoThemes merge_themes(const std::string& first, const std::string& second, const std::string& prefix);

}  // namespace dateline::pipeline::detail
