#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/display_list.hpp"

namespace dateline::render {

struct TextExtent {
  double width = 0;      ///< advance
  double ascent = 0;     ///< above the baseline, of the font
  double descent = 0;    ///< below the baseline, of the font
  PageBox ink;           ///< relative to the start of the baseline
};

/// Measures and breaks text with Pango. One per thread. Fonts, resolution (96 dpi) and hinting (off) are fixed here,
/// never taken from the machine.
class TextMeasure {
 public:
  explicit TextMeasure(std::vector<std::string> font_families);
  ~TextMeasure();
  [[nodiscard]] TextExtent measure(std::string_view text, const TextStyle& style) const;
  /// Greedy lines of at most `width`; a word longer than the line is broken. Never empty for non-empty text.
  [[nodiscard]] std::vector<std::string> wrap(std::string_view text, const TextStyle& style, double width) const;
  /// Code points that none of the fonts can show, each once, in order: for the warning.
  [[nodiscard]] std::vector<char32_t> missing_glyphs(std::string_view text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::render
