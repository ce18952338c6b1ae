#include "gazetteer/fold.hpp"

#include <array>

#include "gazetteer/detail/icu_fold.hpp"

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
  out.resize(start + name.size());
  char* to = out.data() + start;
  const char* const begin = to;
  bool space = false;
  for (const char c : name) {
    const char folded = table[static_cast<unsigned char>(c)];
    if (folded == not_ascii) {
      out.resize(start);
      out += detail::fold_unicode(name);
      return;
    }
    if (folded == drop) continue;
    if (folded == ' ') {
      space = true;
      continue;
    }
    if (space && to != begin) *to++ = ' ';
    space = false;
    *to++ = folded;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string fold(std::string_view name) {
  std::string out;
  append_folded(name, out);
  return out;
}

}  // namespace dateline::gazetteer
