#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "render/page_geometry.hpp"
#include "render/text_measure.hpp"

namespace dateline::render {

/// A few lines of text that stay together, each with its style.
struct TextLine {
  std::string text;
  TextStyle style;
};
struct TextBlock {
  std::vector<TextLine> lines;
  std::vector<double> widths;
  std::vector<double> baselines;   ///< from the block's top
  double width = 0, height = 0;
};

/// Measures text once and sets it. Boxes hug the letters (capital height to descender), not the font's line height,
/// so that labels can sit close to their symbols.
class Typesetter {
 public:
  explicit Typesetter(const TextMeasure& measure) : measure_(measure) {}

  [[nodiscard]] double width(const std::string& text, const TextStyle& style) const;
  [[nodiscard]] TextBlock block(std::vector<TextLine> lines) const;
  /// Text broken into lines of at most `width`, as one block.
  [[nodiscard]] TextBlock paragraph(const std::string& text, const TextStyle& style, double width) const;
  [[nodiscard]] std::vector<std::string> wrap(const std::string& text, const TextStyle& style, double width) const;
  /// Paints a block with its top left corner at `corner`, each line aligned in the block's width.
  void paint(DisplayList& out, const TextBlock& block, PagePoint corner, TextAnchor align = TextAnchor::Start) const;
  /// One line on its baseline.
  void paint(DisplayList& out, const std::string& text, PagePoint baseline, const TextStyle& style,
             TextAnchor anchor = TextAnchor::Start) const;
  /// The block in its box, as obstacle or label box.
  [[nodiscard]] static PageBox box(const TextBlock& block, PagePoint corner) noexcept {
    return {corner.x, corner.y, corner.x + block.width, corner.y + block.height};
  }
  /// Distance of lines in running text.
  [[nodiscard]] static double leading(const TextStyle& style) noexcept { return style.size * 1.32; }

 private:
  struct Size {
    double width, above, below;
  };
  [[nodiscard]] Size size_of(const std::string& text, const TextStyle& style) const;

  const TextMeasure& measure_;
  using Key = std::tuple<std::string, double, int, bool, double>;
  mutable std::map<Key, Size> sizes_;
  mutable std::map<std::pair<Key, double>, std::vector<std::string>> wraps_;   // notes are tried in several sizes
};

}  // namespace dateline::render
