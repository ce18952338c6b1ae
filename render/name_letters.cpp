#include "base/utf8.hpp"
#include "render/area_names.hpp"

namespace dateline::render {
namespace {

bool joins_the_letter_before(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0x200D; }

// A letter with its marks.
std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_at(text, at);
    const std::size_t length = c.length > 0 ? c.length : 1U;
    if (letters.empty() || !joins_the_letter_before(c.value)) letters.emplace_back();
    letters.back() += text.substr(at, length);
    at += length;
  }
  return letters;
}

}  // namespace

DisplayList letters_along(const TextBlock& block, const NameAxis& axis, const Typesetter& type) {
  DisplayList out;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const TextLine& line = block.lines[i];
    TextStyle style = line.style;
    style.letter_spacing = 0;
    const auto letters = letters_of(line.text);
    double whole = line.style.letter_spacing * (static_cast<double>(letters.size()) - 1);
    for (const std::string& letter : letters) whole += type.width(letter, style);
    // The letters stand on the baseline, which lies below the line through their middle: on an arc it is a little shorter or longer.
    const double below = block.baselines[i] - block.height / 2, shrink = 1 / (1 - axis.bend * below);
    double at = -whole / 2;
    for (const std::string& letter : letters) {
      const double width = type.width(letter, style);
      const NameAxis::Spot spot = axis.spot((at + width / 2) * shrink, below);
      if (letter != " ") out.emplace_back(TextItem{letter, spot.at, TextAnchor::Middle, style, 0, spot.degrees});
      at += width + line.style.letter_spacing;
    }
  }
  return out;
}

}  // namespace dateline::render
