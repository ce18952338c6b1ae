#include "render/glyph_range.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <vector>

#include "base/parallel.hpp"
#include "tests/render/support/tile_world.hpp"

using namespace dateline::render;

namespace {

/// A reader of Protocol Buffers of its own: what is written wrongly must not be read back wrongly, too.
class Message {
 public:
  explicit Message(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool done() const { return rest_.empty(); }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      REQUIRE_FALSE(rest_.empty());
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
  }
  std::string_view bytes() {
    const auto size = static_cast<std::size_t>(varint());
    REQUIRE(size <= rest_.size());
    const auto out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view rest_;
};

struct Glyph {
  std::string_view bitmap;
  int width = 0, height = 0, left = 0, top = 0, advance = 0;
  /// Of the field, counted from the corner of the letter's box.
  [[nodiscard]] int at(int x, int y) const { return static_cast<unsigned char>(bitmap[static_cast<std::size_t>((y + 3) * (width + 6) + x + 3)]); }
};

int unzigzag(std::uint64_t value) { return static_cast<int>(value >> 1U) ^ -static_cast<int>(value & 1U); }

Glyph read_glyph(Message message, std::uint64_t& id) {
  Glyph glyph;
  while (!message.done()) {
    switch (message.varint()) {
      case 1 << 3: id = message.varint(); break;
      case 2 << 3 | 2: glyph.bitmap = message.bytes(); break;
      case 3 << 3: glyph.width = static_cast<int>(message.varint()); break;
      case 4 << 3: glyph.height = static_cast<int>(message.varint()); break;
      case 5 << 3: glyph.left = unzigzag(message.varint()); break;
      case 6 << 3: glyph.top = unzigzag(message.varint()); break;
      case 7 << 3: glyph.advance = static_cast<int>(message.varint()); break;
      default: FAIL("a field that MapLibre does not know");
    }
  }
  return glyph;
}

struct Range {
  std::string name, range;
  std::map<std::uint64_t, Glyph> glyphs;
};

Range read_range(const std::string& file) {
  Range out;
  Message whole(file);
  REQUIRE(whole.varint() == (1 << 3 | 2));
  Message stack(whole.bytes());
  CHECK(whole.done());
  while (!stack.done()) {
    const auto key = stack.varint();
    if (key == (1 << 3 | 2)) out.name = stack.bytes();
    else if (key == (2 << 3 | 2)) out.range = stack.bytes();
    else {
      REQUIRE(key == (3 << 3 | 2));
      std::uint64_t id = 0;
      const Glyph glyph = read_glyph(Message(stack.bytes()), id);
      CHECK(out.glyphs.emplace(id, glyph).second);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("letters for MapLibre are distance fields with their measures", "[render][glyphs]") {
  const auto style = test::world_style();
  const std::string file = make_glyph_range(style, "Open Sans Semibold", 0);
  CHECK(file == make_glyph_range(style, "Open Sans Semibold", 0));
  const Range latin = read_range(file);
  CHECK(latin.name == "Open Sans Semibold");
  CHECK(latin.range == "0-255");
  CHECK(latin.glyphs.size() >= 185);   // all of Latin-1 but control characters
  for (const auto& [id, glyph] : latin.glyphs) {
    INFO(id);
    CHECK(glyph.bitmap.size() == (glyph.width == 0 ? 0U : static_cast<std::size_t>((glyph.width + 6) * (glyph.height + 6))));
    CHECK(glyph.advance < 40);
  }
  const Glyph& space = latin.glyphs.at(' ');
  CHECK(space.advance == 6);
  CHECK(space.bitmap.empty());
  const Glyph& letter = latin.glyphs.at('I');
  CHECK(letter.height == 18);   // capitals of Open Sans are 17.1 px high at 24
  CHECK(letter.top == -7);
  CHECK(letter.at(letter.width / 2, 9) > 192);    // within the stem
  CHECK(letter.at(-3, 9) < 192);                  // beside it
  CHECK(letter.at(-3, 9) > 0);
  // The hole of an O is outside.
  const Glyph& round = latin.glyphs.at('O');
  CHECK(round.at(round.width / 2, round.height / 2) < 160);
  CHECK(round.at(1, round.height / 2) > 192);
}

TEST_CASE("a font's weight and slant are those of its name, and other scripts come from the style's other fonts", "[render][glyphs]") {
  const auto style = test::world_style();
  const Range bold = read_range(make_glyph_range(style, "Open Sans Bold", 0)), plain = read_range(make_glyph_range(style, "Open Sans Regular,Arial Unicode MS Regular", 0));
  int wider = 0;
  for (const auto& [id, glyph] : bold.glyphs) wider += glyph.advance - plain.glyphs.at(id).advance;
  CHECK(wider > 60);
  CHECK(plain.name == "Open Sans Regular,Arial Unicode MS Regular");
  const Range cyrillic = read_range(make_glyph_range(style, "Open Sans Regular", 4));
  CHECK(cyrillic.range == "1024-1279");
  CHECK(cyrillic.glyphs.contains(0x416));
  CHECK(read_range(make_glyph_range(style, "Open Sans Regular", 0xE0)).glyphs.empty());   // the private use area
  CHECK(read_range(make_glyph_range(style, "Open Sans Regular", 0xD8)).glyphs.empty());   // surrogates
}

TEST_CASE("the stacks of a style are those of its names", "[render][glyphs]") {
  CHECK(font_stacks(test::world_style()) == std::vector<std::string>{"Open Sans Semibold"});
  auto style = test::world_style();
  style.layers.back().words.erase("text-font");
  CHECK(font_stacks(style) == std::vector<std::string>{"Open Sans Regular,Arial Unicode MS Regular"});
}

TEST_CASE("threads that make letters at once do not disturb each other", "[render][glyphs]") {
  const auto style = test::world_style();
  // Scripts with fonts of their own, so that fonts are opened and closed all the time.
  const std::vector<std::uint32_t> ranges{4, 6, 9, 14, 16, 5};
  std::vector<std::string> expected, found(ranges.size());
  for (const std::uint32_t range : ranges) expected.push_back(make_glyph_range(style, "Open Sans Regular", range));
  dateline::for_each_index(ranges.size(), 3, [&](std::size_t i) { found[i] = make_glyph_range(style, "Open Sans Regular", ranges[i]); });
  CHECK(found == expected);
}
