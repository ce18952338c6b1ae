#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "render/page_geometry.hpp"

namespace dateline::render {

/// The edges of an area's outline in rows, for asking much of one area: a question looks at the edges of a few rows instead
/// of all. Even-odd over all rings, with the same answers as inside() of page_geometry. Copies the edges.
class RingIndex {
 public:
  explicit RingIndex(std::span<const PageRing> rings);

  [[nodiscard]] bool contains(PagePoint p) const noexcept;
  /// Distance to the nearest edge; gives up, with a smaller answer, once it is below `enough`. 1e300 without edges.
  [[nodiscard]] double distance_to_edges(PagePoint p, double enough = 0) const noexcept;
  /// Whether a segment touches any edge.
  [[nodiscard]] bool crosses(const PageSegment& s) const noexcept;
  [[nodiscard]] const std::optional<PageBox>& box() const noexcept { return box_; }

 private:
  [[nodiscard]] std::size_t row_of(double y) const noexcept;
  [[nodiscard]] std::span<const PageSegment> row(std::size_t r) const noexcept { return {edges_.data() + first_[r], first_[r + 1] - first_[r]}; }

  std::optional<PageBox> box_;
  std::size_t rows_ = 1;
  double row_height_ = 1;
  std::vector<PageSegment> edges_;      // by row; an edge stands in every row that it meets
  std::vector<std::size_t> first_;
};

}  // namespace dateline::render
