#include "render/typesetter.hpp"

#include <algorithm>

namespace dateline::render {
namespace {
// Shares of the type size: the tallest ascenders and the deepest descenders of Latin and Cyrillic faces.
constexpr double ascender = 0.76, descender = 0.23;
}  // namespace

Typesetter::Size Typesetter::size_of(const std::string& text, const TextStyle& style) const {
  const auto [found, is_new] = sizes_.try_emplace(Key{text, style.size, style.weight, style.italic, style.letter_spacing});
  if (is_new) {
    const TextExtent e = measure_.measure(text, style);
    found->second = {std::max(e.width, e.ink.right), std::max(ascender * style.size, -e.ink.top),
                     std::max(descender * style.size, e.ink.bottom)};
  }
  return found->second;
}

double Typesetter::width(const std::string& text, const TextStyle& style) const { return size_of(text, style).width; }

TextBlock Typesetter::block(std::vector<TextLine> lines) const {
  TextBlock block;
  double below = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Size size = size_of(lines[i].text, lines[i].style);
    const double baseline = i == 0 ? size.above : block.baselines.back() + Typesetter::leading(lines[i].style) * 0.94;
    block.baselines.push_back(baseline);
    block.widths.push_back(size.width);
    block.width = std::max(block.width, size.width);
    below = size.below;
  }
  block.height = lines.empty() ? 0 : block.baselines.back() + below;
  block.lines = std::move(lines);
  return block;
}

std::vector<std::string> Typesetter::wrap(const std::string& text, const TextStyle& style, double width) const {
  if (text.empty()) return {};
  const auto [found, is_new] = wraps_.try_emplace({Key{text, style.size, style.weight, style.italic, style.letter_spacing}, width});
  if (is_new) found->second = measure_.wrap(text, style, width);
  return found->second;
}

TextBlock Typesetter::paragraph(const std::string& text, const TextStyle& style, double width) const {
  std::vector<TextLine> lines;
  for (std::string& line : wrap(text, style, width)) lines.push_back({std::move(line), style});
  return block(std::move(lines));
}

void Typesetter::paint(DisplayList& out, const TextBlock& block, PagePoint corner, TextAnchor align) const {
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const double x = align == TextAnchor::Start ? corner.x : align == TextAnchor::End ? corner.x + block.width : corner.x + block.width / 2;
    out.emplace_back(TextItem{block.lines[i].text, {x, corner.y + block.baselines[i]}, align, block.lines[i].style, block.widths[i], 0});
  }
}

void Typesetter::paint(DisplayList& out, const std::string& text, PagePoint baseline, const TextStyle& style, TextAnchor anchor) const {
  if (text.empty()) return;
  out.emplace_back(TextItem{text, baseline, anchor, style, width(text, style), 0});
}

}  // namespace dateline::render
