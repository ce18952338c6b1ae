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

}  // namespace

void append_folded(std::string_view name, std::string& out) {
  const auto start = out.size();
  // A two-byte letter folds to at most seven bytes.
  out.resize(start + name.size() * 4);
  char* to = out.data() + start;
  const char* const begin = to;
  const detail::LetterFolds* letters = nullptr;
  bool space = false;
  const auto put = [&](char folded) {
    if (folded == ' ') {
      space = true;
      return;
    }
    if (space && to != begin) *to++ = ' ';
    space = false;
    *to++ = folded;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    const char folded = table[byte];
    if (folded == not_ascii) {
      // Two bytes below U+0700 by table; all else by ICU, which then folds the whole name.
      const bool two_bytes = byte >= 0xC2 && byte < 0xDC && i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0U) == 0x80U;
      if (!two_bytes) {
        out.resize(start);
        out += detail::fold_unicode(name);
        return;
      }
      if (letters == nullptr) letters = &detail::letter_folds();
      const auto code_point = static_cast<char32_t>((byte & 0x1FU) << 6U | (static_cast<unsigned char>(name[++i]) & 0x3FU));
      const auto& letter = (*letters)[code_point - detail::first_letter_fold];
      for (std::size_t k = 0; k < letter.length; ++k) put(letter.bytes[k]);
    } else if (folded != drop) {
      put(folded);
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string fold(std::string_view name) {
  std::string out;
  append_folded(name, out);
  return out;
}

}  // namespace dateline::gazetteer
