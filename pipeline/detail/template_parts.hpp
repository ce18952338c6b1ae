#pragma once

#include <functional>
#include <string>

namespace dateline::pipeline::detail {

/// A template with its parts put in: `<part file="head.qml" color="mark"/>` becomes the text of head.qml, in which `[[color]]` stands for what the
/// caller wrote. Parts may have parts; values may not hold double quotes. `read`: the text of a file by name.
///
/// Throws InputError for a part without a file, a name in brackets that nobody gave, and parts that hold each other.
[[nodiscard]] std::string expand_parts(const std::string& text, const std::function<std::string(const std::string& file)>& read);

}  // namespace dateline::pipeline::detail
