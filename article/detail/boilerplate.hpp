#pragma once

#include <string_view>

namespace dateline::article::detail {

/// Whether a line is furniture of a web page or wire service, not part of the story: "Share this", "Read more: ...",
/// "Reporting by ...", a time stamp of a live blog.
[[nodiscard]] bool is_boilerplate(std::string_view line);

}  // namespace dateline::article::detail
