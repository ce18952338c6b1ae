#include "gazetteer/detail/printed_name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Countries whose names reach GeoNames by transliteration, by code. Left out are those that write in Latin letters or whose accepted English
/// spelling comes from a language that does (Morocco and Tunisia from French, Vietnam, Türkiye).
constexpr auto kTransliterated = std::to_array<std::string_view>(
    {"AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "EG", "ER", "ET", "GE", "GR", "HK", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR",
     "KW", "KZ", "LA", "LB", "LK", "LY", "MK", "MM", "MN", "MO", "MV", "NP", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SY", "TH", "TJ", "TW", "UA", "YE"});

/// A letter with a mark of transliteration and the letter without; 0 is dropped. Typed apostrophes belong to names: Mek'ele.
struct Marked {
  char32_t letter;
  char plain;
};
constexpr auto kMarked = std::to_array<Marked>({
    {U'\u0100', 'A'}, {U'\u0101', 'a'}, {U'\u0112', 'E'}, {U'\u0113', 'e'}, // macrons
    {U'\u012A', 'I'}, {U'\u012B', 'i'}, {U'\u014C', 'O'}, {U'\u014D', 'o'}, {U'\u016A', 'U'}, {U'\u016B', 'u'},
    {U'\u014E', 'O'}, {U'\u014F', 'o'}, {U'\u016C', 'U'}, {U'\u016D', 'u'}, // breves of McCune-Reischauer
    {U'\u015E', 'S'}, {U'\u015F', 's'}, {U'\u0162', 'T'}, {U'\u0163', 't'}, // cedillas
    {U'\u1E10', 'D'}, {U'\u1E11', 'd'}, {U'\u1E28', 'H'}, {U'\u1E29', 'h'},
    {U'\u1E0C', 'D'}, {U'\u1E0D', 'd'}, {U'\u1E24', 'H'}, {U'\u1E25', 'h'}, // dots below
    {U'\u1E62', 'S'}, {U'\u1E63', 's'}, {U'\u1E6C', 'T'}, {U'\u1E6D', 't'}, {U'\u1E92', 'Z'}, {U'\u1E93', 'z'},
    {U'\u1E94', 'Z'}, {U'\u1E95', 'z'}, {U'\u1E0E', 'D'}, {U'\u1E0F', 'd'}, // lines below
    {U'\u02B9', 0},   {U'\u02BB', 0},   {U'\u02BC', 0},   {U'\u02BE', 0},   {U'\u02BF', 0}, // hamza, ayn, soft sign
    {U'\u2018', 0},   {U'\u2019', 0},   {U'`', 0},
    {U'\u0304', 0},   {U'\u0306', 0},   {U'\u0323', 0},   {U'\u0327', 0},   {U'\u0331', 0}, // the same marks as combining ones
});

const Marked* find_marked(char32_t letter) {
  const auto found = std::find_if(kMarked.begin(), kMarked.end(), [letter](const Marked& marked) { return marked.letter == letter; });
  return found == kMarked.end() ? nullptr : &*found;
}

/// What Korean calls a town, a county or a quarter, which English leaves out.
constexpr auto kKoreanUnits = std::to_array<std::string_view>({"-si", "-gun", "-dong", "-eup", "-\u016Dp"});

std::string_view without_unit(std::string_view name, std::string_view country) {
  if (country != "KR" && country != "KP") return name;
  for (const std::string_view unit : kKoreanUnits) {
    if (name.size() > unit.size() && name.ends_with(unit)) return name.substr(0, name.size() - unit.size());
  }
  return name;
}

}  // namespace

std::string printed_name(std::string_view name, std::string_view country) {
  name = without_unit(name, country);
  const bool marked = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U || c == '`'; });
  if (!marked || !std::binary_search(kTransliterated.begin(), kTransliterated.end(), country)) return std::string(name);
  std::string printed;
  for (std::size_t at = 0; at < name.size();) {
    const auto code = decode_at(name, at);
    const Marked* found = code.valid ? find_marked(code.value) : nullptr;
    if (found == nullptr) printed += name.substr(at, code.length);
    else if (found->plain != 0) printed += found->plain;
    at += code.length;
  }
  return printed.empty() ? std::string(name) : printed;
}

}  // namespace dateline::gazetteer::detail
