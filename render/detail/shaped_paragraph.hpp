#pragma once

#include <string>
#include <vector>

#include "render/detail/pango_handles.hpp"

namespace dateline::render::detail {

/// A text shaped once, to be broken into lines at any width: notes are tried in many sizes, and shaping is the dear part.
class ShapedParagraph {
 public:
  /// `layout` holds one unbroken line.
  explicit ShapedParagraph(PangoLayout* layout);

  /// Greedy lines of at most `width` layout units (px), without the spaces at their ends; a word longer than the line is broken.
  [[nodiscard]] std::vector<std::string> lines(double width) const;

 private:
  struct Letter {
    std::size_t byte = 0;
    double x = 0;              ///< where it begins, counted in the order of reading
    bool may_break = false;    ///< a line may end before it
    bool may_split = false;    ///< so may it if a word must be broken
    bool white = false;
  };
  [[nodiscard]] std::size_t line_end(std::size_t start, double width) const;

  std::string text_;
  std::vector<Letter> letters_;   // by code point, and one for the end
};

}  // namespace dateline::render::detail
