#pragma once

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace dateline::render::detail {

/// Pixels of a zoom in 1/256, counted from the corner of the world: exact, so that a tile's neighbours get the same picture.
using Fixed = std::int64_t;
struct FixedPoint {
  Fixed x = 0, y = 0;
  bool operator==(const FixedPoint&) const = default;
};
inline constexpr int fixed_bits = 8;
inline constexpr Fixed fixed_one = Fixed{1} << fixed_bits;
[[nodiscard]] inline Fixed to_fixed(double pixels) noexcept {
  const double scaled = pixels * static_cast<double>(fixed_one) + 0.5;
  const auto whole = static_cast<Fixed>(scaled);
  return whole - (static_cast<double>(whole) > scaled ? 1 : 0);
}

/// How much of each pixel of a square tile closed outlines cover, by summing signed areas: exact for every edge, and whatever lies
/// outside the tile has no say beyond its winding. Every outline must be closed; several add up by the non-zero rule (clamped
/// at full), so neighbours that share an edge leave no gap. Edges are cut at global pixel borders, never at the tile's own.
/// Source: the accumulation buffer of font-rs (R. Levien, 2016), with a bit for each cell in use as in Blend2D.
class CoverageBuffer {
 public:
  explicit CoverageBuffer(int size);

  /// Tile whose upper left pixel is (x, y). Must be empty.
  void move_to(std::int64_t x, std::int64_t y) noexcept {
    origin_ = {x * fixed_one, y * fixed_one};
  }
  void add_edge(FixedPoint a, FixedPoint b) noexcept;
  void add_ring(const std::vector<FixedPoint>& ring) noexcept;
  [[nodiscard]] bool empty() const noexcept { return first_row_ > last_row_; }
  /// No outline passes through the tile: coverage is the same everywhere, full() or nothing.
  [[nodiscard]] bool is_uniform() const noexcept { return !crossed_; }
  [[nodiscard]] bool is_full() const noexcept;
  void clear() noexcept;

  /// Calls `span(y, x, length, coverage)` with coverage 1..256 for every run of equally covered pixels, row by row, and empties
  /// the buffer.
  template <typename F>
  void sweep(F&& span);

 private:
  void add_left(int row, Fixed y0, Fixed y1, int sign) noexcept;
  void add_row(int row, Fixed x0, Fixed y0, Fixed x1, Fixed y1, int sign) noexcept;
  void add_cell(int row, int column, std::int32_t cover, std::int32_t area) noexcept;
  void mark(int row, int column) noexcept { bits_[static_cast<std::size_t>(row * words_ + column / 64)] |= std::uint64_t{1} << (column % 64); }
  [[nodiscard]] static int coverage_of(std::int32_t sum) noexcept {
    const int c = std::abs(sum) >> 9;
    return c > 256 ? 256 : c;
  }

  int size_, words_, stride_;
  FixedPoint origin_;
  std::vector<std::int32_t> cells_;      ///< changes of coverage from pixel to pixel; full is 2^17
  std::vector<std::uint64_t> bits_;      ///< cells in use
  std::vector<std::int32_t> left_;       ///< changes from row to row of what lies wholly left of the tile
  int first_row_, last_row_;
  bool crossed_ = false;
};

template <typename F>
void CoverageBuffer::sweep(F&& span) {
  std::int32_t left = 0;
  for (int row = first_row_; row <= last_row_; ++row) {
    left += left_[static_cast<std::size_t>(row)];
    left_[static_cast<std::size_t>(row)] = 0;
    std::int32_t sum = left;
    int from = 0;
    std::int32_t* cells = cells_.data() + static_cast<std::ptrdiff_t>(row) * stride_;
    std::uint64_t* words = bits_.data() + static_cast<std::ptrdiff_t>(row) * words_;
    for (int word = 0; word < words_; ++word) {
      std::uint64_t rest = words[word];
      words[word] = 0;
      while (rest != 0) {
        const int column = word * 64 + std::countr_zero(rest);
        rest &= rest - 1;
        const int coverage = coverage_of(sum);
        if (coverage > 0 && column > from) span(row, from, column - from, coverage);
        sum += cells[column];
        cells[column] = 0;
        from = column;
      }
    }
    const int coverage = coverage_of(sum);
    if (coverage > 0 && size_ > from) span(row, from, size_ - from, coverage);
  }
  first_row_ = size_;
  last_row_ = -1;
  crossed_ = false;
}

}  // namespace dateline::render::detail
