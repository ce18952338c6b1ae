#include "render/tile_name_setter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "render/detail/raster_glyphs.hpp"
#include "render/font_face.hpp"
#include "render/panel_labels.hpp"

namespace dateline::render {

namespace {

constexpr double descent = 0.2, line_distance = 1.2;   ///< em

double number(const styles::Layer& style, const char* name, double zoom, double otherwise) {
  const auto found = style.numbers.find(name);
  return found == style.numbers.end() ? otherwise : found->second.at(zoom);
}

std::string word(const styles::Layer& style, const char* name, const char* otherwise) {
  const auto found = style.words.find(name);
  return found == style.words.end() ? otherwise : found->second;
}

NamePosition position_of(const std::string& anchor) {
  // The anchor is the side of the text that is next to the place: text anchored at its left lies to the right.
  NamePosition position;
  if (anchor.find("left") != std::string::npos) position.right = 1;
  if (anchor.find("right") != std::string::npos) position.right = -1;
  if (anchor.starts_with("top")) position.down = 1;
  if (anchor.starts_with("bottom")) position.down = -1;
  return position;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    if (end > from) words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

}  // namespace

NameSetter::NameSetter(const styles::Layer& style, const NamePlacement& placement, detail::GlyphStore& glyphs) : style_(style), glyphs_(glyphs) {
  const double zoom = placement.style_zoom;
  text_.size = number(style, "text-size", zoom, 16) * placement.scale;
  text_.letter_spacing = number(style, "text-letter-spacing", zoom, 0) * text_.size;
  const FontFace face = parse_font_face(word(style, "text-font", ""));
  family_ = face.family;
  text_.weight = face.weight;
  text_.italic = face.italic;
  transform_ = word(style, "text-transform", "none");
  most_width_ = number(style, "text-max-width", zoom, 10) * text_.size;
  halo_ = style.colors.contains("text-halo-color") ? number(style, "text-halo-width", zoom, 0) * placement.scale : 0;
  capital_ = glyphs_.capital_height(family_, text_) * text_.size;
  read_positions(zoom);
}

void NameSetter::read_positions(double zoom) {
  std::vector<std::string> anchors = style_.anchors;
  if (anchors.empty()) anchors.push_back(word(style_, "text-anchor", "center"));
  const double radius = number(style_, "text-radial-offset", zoom, 0) * text_.size;
  const double dx = style_.text_offset_x * text_.size, dy = style_.text_offset_y * text_.size;
  for (const std::string& anchor : anchors) {
    NamePosition position = position_of(anchor);
    const double share = position.right != 0 && position.down != 0 ? 1 / std::numbers::sqrt2 : 1;
    if (radius > 0) {
      position.dx = position.right * radius * share;
      position.dy = position.down * radius * share;
    } else if (!style_.anchors.empty()) {
      position.dx = position.right * std::fabs(dx);
      position.dy = position.down * std::fabs(dy);
    } else {
      position.dx = dx;
      position.dy = dy;
    }
    positions_.push_back(position);
  }
}

NameSetter::Block NameSetter::set(const std::string& name) {
  const std::string text = transform_ == "uppercase" ? upper_case(name) : name;
  const auto width = [&](const std::string& part) { return glyphs_.shape(part, family_, text_).advance * text_.size; };
  Block block;
  const double whole = width(text);
  if (whole <= most_width_) {
    block.lines.push_back({text, whole});
  } else {
    // Lines of about the same length look better than one full and one short.
    const double aim = whole / std::ceil(whole / most_width_);
    std::string line;
    double line_width = 0;
    for (const std::string& next : words_of(text)) {
      const std::string longer = line.empty() ? next : line + ' ' + next;
      const double longer_width = width(longer);
      const bool full = longer_width > most_width_ || longer_width - aim > aim - line_width;
      if (!line.empty() && full) {
        block.lines.push_back({line, line_width});
        line = next;
        line_width = width(next);
      } else {
        line = longer;
        line_width = longer_width;
      }
    }
    if (!line.empty()) block.lines.push_back({line, line_width});
  }
  for (const Block::Line& line : block.lines) block.width = std::max(block.width, line.width);
  block.height = capital_ + (static_cast<double>(block.lines.size()) - 1) * line_distance * text_.size + descent * text_.size;
  return block;
}

NameSetter::Corner NameSetter::corner(const Block& block, double x, double y, const NamePosition& position) const noexcept {
  const double above = block.height - descent * text_.size;   // to the last baseline
  const double left = position.right > 0 ? x : position.right < 0 ? x - block.width : x - block.width / 2;
  const double top = position.down > 0 ? y : position.down < 0 ? y - block.height : y - above / 2;
  return {static_cast<std::int64_t>(std::floor(left + position.dx + 0.5)), static_cast<std::int64_t>(std::floor(top + position.dy + 0.5))};
}

PlacedName NameSetter::place(const Block& block, Corner corner, const NamePosition& position) {
  PlacedName placed;
  placed.west = placed.north = std::numeric_limits<std::int64_t>::max();
  placed.east = placed.south = std::numeric_limits<std::int64_t>::min();
  double baseline = static_cast<double>(corner.y) + capital_;
  for (const Block::Line& line : block.lines) {
    const double spare = block.width - line.width;
    const double start = static_cast<double>(corner.x) + (position.right > 0 ? 0 : position.right < 0 ? spare : spare / 2);
    for (const detail::ShapedLine::Letter& letter : glyphs_.shape(line.text, family_, text_).letters) {
      // Pens stand on quarters of a pixel across and whole pixels down: few pictures of each letter, even spacing, level lines.
      const auto quarters = static_cast<std::int64_t>(std::floor((start + static_cast<double>(letter.x) * text_.size) * 4 + 0.5));
      const detail::GlyphImage* image = glyphs_.image(letter.outline, text_.size, static_cast<int>(quarters & 3), halo_);
      const std::int64_t x = (quarters >> 2) + image->left;
      const std::int64_t y = static_cast<std::int64_t>(std::floor(baseline + static_cast<double>(letter.y) * text_.size + 0.5)) + image->top;
      placed.letters.push_back({image, x, y});
      placed.west = std::min(placed.west, x);
      placed.north = std::min(placed.north, y);
      placed.east = std::max(placed.east, x + image->width);
      placed.south = std::max(placed.south, y + image->height);
    }
    baseline += line_distance * text_.size;
  }
  return placed;
}

}  // namespace dateline::render
