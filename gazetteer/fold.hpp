#pragma once

#include <string>
#include <string_view>

namespace dateline::gazetteer {

/// Version of the folding; stored in every place store, and a store of another version is refused.
inline constexpr unsigned folding_version = 1;

/// The form under which names are compared: NFKD, combining marks dropped, case folded, apostrophes of all kinds
/// dropped, hyphens, slashes and points turned into spaces, runs of spaces into one, none at the ends, and the letters
/// that do not decompose mapped (ł ø đ ı æ œ ß ð þ). "Blagoveshchensk" and "BLAGOVESHCHENSK", "Xi’an" and "Xian" fold
/// alike. Idempotent. Other punctuation stays: the caller decides where a name ends.
///
/// Speed: text below U+0700 (Latin, Greek, Cyrillic, Hebrew, Arabic) takes one pass by table; anything else goes through ICU.
[[nodiscard]] std::string fold(std::string_view name);

/// Appends fold(name) to `out`, for callers that join words: no allocation below U+0700 once `out` has room for four times the name.
void append_folded(std::string_view name, std::string& out);

/// fold() without an allocation for names of up to 64 bytes that need no ICU: for looking up many names.
class FoldedName {
 public:
  explicit FoldedName(std::string_view name);
  FoldedName(const FoldedName&) = delete;
  FoldedName& operator=(const FoldedName&) = delete;
  /// Lives as long as this object.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  static constexpr std::size_t short_name = 64;
  char buffer_[4 * short_name];  ///< a two-byte letter folds to at most seven bytes; not set before it is written
  std::string long_name_;
  std::string_view text_;
};

}  // namespace dateline::gazetteer
