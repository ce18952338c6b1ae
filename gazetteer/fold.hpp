#pragma once

#include <string>
#include <string_view>

namespace dateline::gazetteer {

/// Version of the folding; stored in every place store, and a store of another version is refused.
inline constexpr unsigned folding_version = 1;

/// The form under which names are compared: NFKD, combining marks dropped, case folded, apostrophes of all kinds
/// dropped, hyphens, slashes and points turned into spaces, runs of spaces into one, and the letters that do not decompose mapped
/// (ł ø đ ı æ œ ß ð þ). "Blagoveshchensk" and "BLAGOVESHCHENSK", "Xi’an" and "Xian" fold alike.
[[nodiscard]] std::string fold(std::string_view name);

}  // namespace dateline::gazetteer
