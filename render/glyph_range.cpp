#include "render/glyph_range.hpp"

#include <cmath>
#include <set>

#include <hb.h>

#include "base/protobuf.hpp"
#include "base/utf8.hpp"
#include "render/detail/distance_field.hpp"
#include "render/detail/raster_glyphs.hpp"
#include "render/font_face.hpp"

namespace dateline::render {

namespace {

using namespace protobuf;

// Numbers of the fields in MapLibre's glyphs.proto.
namespace file_field { constexpr std::uint32_t stacks = 1; }
namespace stack_field { constexpr std::uint32_t name = 1, range = 2, glyphs = 3; }
namespace glyph_field { constexpr std::uint32_t id = 1, bitmap = 2, width = 3, height = 4, left = 5, top = 6, advance = 7; }

// MapLibre sets lines as if every font were Open Sans: heights count from 25 px above the baseline.
constexpr int line_top = 25;

// What MapLibre asks for where a layer names no font (style specification, "text-font").
constexpr const char* default_stack = "Open Sans Regular,Arial Unicode MS Regular";

bool is_space(char32_t c) noexcept { return c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000; }
hb_unicode_general_category_t kind_of(char32_t c) noexcept { return hb_unicode_general_category(hb_unicode_funcs_get_default(), c); }
/// Looking in all fonts for what no font has takes long.
bool is_drawn(char32_t c) noexcept {
  switch (kind_of(c)) {
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
    case HB_UNICODE_GENERAL_CATEGORY_SURROGATE:
    case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED: return false;
    default: return true;
  }
}
bool is_mark(char32_t c) noexcept { return kind_of(c) == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || kind_of(c) == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK; }

/// All outlines of a shaped character, em.
detail::GlyphStore::Contours outline_of(const detail::ShapedLine& line, const detail::GlyphStore& store, char32_t c) {
  detail::GlyphStore::Contours out;
  for (const auto& letter : line.letters) {
    // A mark by itself is set upon a dotted circle, which nobody wants on a map.
    if (is_mark(c) && &letter != &line.letters.back()) continue;
    for (auto contour : store.outline(letter.outline)) {
      for (detail::Pixel& p : contour) p = {p.x + static_cast<double>(letter.x), p.y + static_cast<double>(letter.y)};
      out.push_back(std::move(contour));
    }
  }
  return out;
}

std::string write_glyph(char32_t c, const detail::DistanceField& field, double advance) {
  std::string out;
  put_number(out, glyph_field::id, c);
  if (!field.values.empty()) put_bytes(out, glyph_field::bitmap, field.values);
  put_number(out, glyph_field::width, static_cast<std::uint64_t>(field.width));
  put_number(out, glyph_field::height, static_cast<std::uint64_t>(field.height));
  put_number(out, glyph_field::left, zigzag(field.left));
  put_number(out, glyph_field::top, zigzag(-field.top - line_top));
  put_number(out, glyph_field::advance, static_cast<std::uint64_t>(std::lround(std::max(0.0, advance) * detail::field_size)));
  return out;
}

}  // namespace

std::vector<std::string> font_stacks(const styles::Style& style) {
  std::set<std::string> stacks;
  for (const styles::Layer& layer : style.layers) {
    if (layer.type != styles::LayerType::Symbol) continue;
    const auto font = layer.words.find("text-font");
    stacks.insert(font == layer.words.end() ? default_stack : font->second);
  }
  return {stacks.begin(), stacks.end()};
}

std::string make_glyph_range(const styles::Style& style, const std::string& stack, std::uint32_t range) {
  detail::GlyphStore store(font_families(style));
  const detail::GlyphStore::Session session(store);
  const FontFace face = parse_font_face(stack.substr(0, stack.find(',')));
  TextStyle text;
  text.weight = face.weight;
  text.italic = face.italic;
  const std::uint32_t first = range * glyph_range_size, last = first + glyph_range_size - 1;
  std::string letters;
  put_bytes(letters, stack_field::name, stack);
  put_bytes(letters, stack_field::range, std::to_string(first) + "-" + std::to_string(last));
  for (char32_t c = first; c <= last; ++c) {
    if (!is_drawn(c)) continue;
    std::string character;
    append_utf8(character, c);
    const detail::ShapedLine& line = store.shape(character, face.family, text);
    if (line.letters.empty() && !is_space(c)) continue;
    put_bytes(letters, stack_field::glyphs, write_glyph(c, detail::make_distance_field(outline_of(line, store, c)), line.advance));
  }
  std::string out;
  put_bytes(out, file_field::stacks, letters);
  return out;
}

}  // namespace dateline::render
