#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "render/page_geometry.hpp"

namespace dateline::render {

/// Finds what may touch a box without looking at everything: lists of ids in square cells.
class BoxGrid {
 public:
  BoxGrid(const PageBox& bounds, double cell)
      : left_(bounds.left), top_(bounds.top), cell_(cell),
        columns_(std::clamp(static_cast<int>(bounds.width() / cell) + 1, 1, 4096)),
        rows_(std::clamp(static_cast<int>(bounds.height() / cell) + 1, 1, 4096)),
        cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

  void insert(const PageBox& box, std::uint32_t id) {
    each_cell(box, [&](std::vector<std::uint32_t>& cell) { cell.push_back(id); });
  }
  void remove(const PageBox& box, std::uint32_t id) {
    each_cell(box, [&](std::vector<std::uint32_t>& cell) { std::erase(cell, id); });
  }
  /// Calls `visit(id)` for everything in the cells of `box` (an id may come more than once) until it returns true.
  template <typename Visit>
  bool any(const PageBox& box, Visit&& visit) const {
    const auto [c0, c1] = columns_of(box);
    const auto [r0, r1] = rows_of(box);
    for (int r = r0; r <= r1; ++r) {
      for (int c = c0; c <= c1; ++c) {
        for (const std::uint32_t id : cells_[index(r, c)]) {
          if (visit(id)) return true;
        }
      }
    }
    return false;
  }

 private:
  // Outside the bounds everything falls into the outermost cells, so that nothing is lost.
  [[nodiscard]] static int cell_of(double offset, double cell, int count) {
    return static_cast<int>(std::clamp(std::floor(offset / cell), 0.0, count - 1.0));
  }
  [[nodiscard]] std::pair<int, int> columns_of(const PageBox& b) const {
    return {cell_of(b.left - left_, cell_, columns_), cell_of(b.right - left_, cell_, columns_)};
  }
  [[nodiscard]] std::pair<int, int> rows_of(const PageBox& b) const {
    return {cell_of(b.top - top_, cell_, rows_), cell_of(b.bottom - top_, cell_, rows_)};
  }
  [[nodiscard]] std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  template <typename Act>
  void each_cell(const PageBox& box, Act&& act) {
    const auto [c0, c1] = columns_of(box);
    const auto [r0, r1] = rows_of(box);
    for (int r = r0; r <= r1; ++r) {
      for (int c = c0; c <= c1; ++c) act(cells_[index(r, c)]);
    }
  }

  double left_, top_, cell_;
  int columns_, rows_;
  std::vector<std::vector<std::uint32_t>> cells_;
};

}  // namespace dateline::render
