#include "gazetteer/fold.hpp"

#include <array>

#include "gazetteer/detail/icu_fold.hpp"
#include "gazetteer/detail/letter_folds.hpp"

namespace dateline::gazetteer {

namespace {

constexpr char drop = 0;
constexpr char not_ascii = 1;

/// What becomes of each byte: its folded letter, a space, dropped, or "not ASCII".
constexpr std::array<char, 256> make_table() {
  std::array<char, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const auto byte = static_cast<std::size_t>(c);
    if (c >= 128) table[byte] = not_ascii;
    else if (c >= 'A' && c <= 'Z') table[byte] = static_cast<char>(c - 'A' + 'a');
    else if (c == '\'' || c == '`') table[byte] = drop;
    else if (c <= ' ' || c == 0x7F || c == '-' || c == '/' || c == '.' || c == '_') table[byte] = ' ';
    else table[byte] = static_cast<char>(c);
  }
  return table;
}
constexpr auto table = make_table();

/// Writes the folded name to `to`, which has room for four times its bytes; the end of it, or null if it needs ICU.
char* fold_bytes(std::string_view name, char* to) {
  char* const begin = to;
  const detail::LetterFolds* letters = nullptr;
  // A space is written only after another letter, and the last one is taken back at the end.
  const auto put = [&](char folded) {
    if (folded != ' ' || (to != begin && to[-1] != ' ')) *to++ = folded;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    const char folded = table[byte];
    if (folded > ' ') {
      *to++ = folded;
    } else if (folded == ' ') {
      put(' ');
    } else if (folded == not_ascii) {
      // Two bytes below U+0700 by table; all else by ICU, which then folds the whole name.
      const bool two_bytes = byte >= 0xC2 && byte < 0xDC && i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0U) == 0x80U;
      if (!two_bytes) return nullptr;
      if (letters == nullptr) letters = &detail::letter_folds();
      const auto code_point = static_cast<char32_t>((byte & 0x1FU) << 6U | (static_cast<unsigned char>(name[++i]) & 0x3FU));
      const auto& letter = (*letters)[code_point - detail::first_letter_fold];
      for (std::size_t k = 0; k < letter.length; ++k) put(letter.bytes[k]);
    }
  }
  if (to != begin && to[-1] == ' ') --to;
  return to;
}

}  // namespace

void append_folded(std::string_view name, std::string& out) {
  const auto start = out.size();
  // A two-byte letter folds to at most seven bytes.
  out.resize(start + name.size() * 4);
  const char* const end = fold_bytes(name, out.data() + start);
  out.resize(end == nullptr ? start : static_cast<std::size_t>(end - out.data()));
  if (end == nullptr) out += detail::fold_unicode(name);
}

std::string fold(std::string_view name) {
  std::string out;
  append_folded(name, out);
  return out;
}

FoldedName::FoldedName(std::string_view name) {
  const char* const end = name.size() <= short_name ? fold_bytes(name, buffer_) : nullptr;
  if (end != nullptr) {
    text_ = {buffer_, static_cast<std::size_t>(end - buffer_)};
  } else {
    append_folded(name, long_name_);
    text_ = long_name_;
  }
}

}  // namespace dateline::gazetteer
