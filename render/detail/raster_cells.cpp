#include "render/detail/raster_cells.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::render::detail {

namespace {

constexpr std::int32_t full_width = 2 * static_cast<std::int32_t>(fixed_one);   ///< area counts doubled widths

int row_of(Fixed y) noexcept { return static_cast<int>(y >> fixed_bits); }

}  // namespace

CoverageBuffer::CoverageBuffer(int size)
    : size_(size), words_((size + 63) / 64), stride_(size + 2), cells_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size + 2)),
      bits_(static_cast<std::size_t>(size * ((size + 63) / 64))), left_(static_cast<std::size_t>(size) + 2), first_row_(size), last_row_(-1) {}

bool CoverageBuffer::is_full() const noexcept {
  // Nothing crosses the tile, so one row tells of all.
  return !crossed_ && !empty() && first_row_ == 0 && coverage_of(left_[0] + cells_[0]) == 256;
}

void CoverageBuffer::clear() noexcept {
  sweep([](int, int, int, int) {});
}

void CoverageBuffer::add_cell(int row, int column, std::int32_t cover, std::int32_t area) noexcept {
  std::int32_t* cell = cells_.data() + static_cast<std::ptrdiff_t>(row) * stride_ + column;
  cell[0] += cover * full_width - area;
  mark(row, column);
  if (column + 1 < size_) {
    cell[1] += area;
    mark(row, column + 1);
  }
}

void CoverageBuffer::add_left(int row, Fixed y0, Fixed y1, int sign) noexcept {
  const auto cover = static_cast<std::int32_t>(y1 - y0) * sign * full_width;
  cells_[static_cast<std::size_t>(row * stride_)] += cover;
  mark(row, 0);
}

// One piece of an edge within one row; x0 <= x1 or the other way round, y0 <= y1 within 0..256 of the row.
void CoverageBuffer::add_row(int row, Fixed x0, Fixed y0, Fixed x1, Fixed y1, int sign) noexcept {
  if (y0 == y1) return;
  const Fixed right = Fixed{size_} << fixed_bits;
  if (x0 >= right && x1 >= right) return;
  if (x0 < 0 && x1 < 0) return add_left(row, y0, y1, sign);
  crossed_ = true;
  Fixed c0 = x0 >> fixed_bits;
  const Fixed c1 = x1 >> fixed_bits;
  if (c0 == c1) {
    const auto cover = static_cast<std::int32_t>(y1 - y0) * sign;
    return add_cell(row, static_cast<int>(c0), cover, static_cast<std::int32_t>((x0 & 255) + (x1 & 255)) * cover);
  }
  const bool backward = x1 < x0;
  if (backward) {   // walk from left to right; what counts is how much of the height falls into each column
    std::swap(x0, x1);
    c0 = c1;
  }
  const Fixed width = x1 - x0, height = y1 - y0, last = x1 >> fixed_bits;
  // Height passed when the edge reaches x, from its own ends: the tile's edges have no influence.
  const auto passed = [&](Fixed x) { return x >= x1 ? height : (x - x0) * height / width; };
  Fixed before = 0;
  if (c0 < 0) {
    before = passed(0);
    if (before > 0) add_left(row, 0, before, sign);
    c0 = 0;
  }
  for (Fixed column = c0; column <= std::min<Fixed>(last, size_ - 1); ++column) {
    const Fixed end = (column + 1) << fixed_bits;
    const Fixed now = passed(end);
    const auto cover = static_cast<std::int32_t>(now - before) * sign;
    if (cover != 0) {
      const Fixed enter = std::max(x0 - (column << fixed_bits), Fixed{0}), leave = std::min(x1, end) - (column << fixed_bits);
      add_cell(row, static_cast<int>(column), cover, static_cast<std::int32_t>(enter + leave) * cover);
    }
    before = now;
  }
}

void CoverageBuffer::add_edge(FixedPoint a, FixedPoint b) noexcept {
  if (a.y == b.y) return;
  // From the upper end down, whichever way the outline runs: both sides of a shared border get the same cells.
  int sign = 1;
  if (b.y < a.y) {
    std::swap(a, b);
    sign = -1;
  }
  a.x -= origin_.x;
  a.y -= origin_.y;
  b.x -= origin_.x;
  b.y -= origin_.y;
  const Fixed bottom = Fixed{size_} << fixed_bits;
  if (b.y <= 0 || a.y >= bottom || (a.x >= bottom && b.x >= bottom)) return;
  const int first = std::max(0, row_of(a.y)), last = std::min(size_ - 1, row_of(b.y - 1));
  first_row_ = std::min(first_row_, first);
  last_row_ = std::max(last_row_, last);
  if (a.x < 0 && b.x < 0) {
    const auto part = [&](int row) {
      const Fixed top = Fixed{row} << fixed_bits;
      add_left(row, std::max(a.y, top), std::min(b.y, top + fixed_one), sign);
    };
    part(first);
    if (last > first) part(last);
    if (last > first + 1) {
      left_[static_cast<std::size_t>(first) + 1] += sign * static_cast<int>(fixed_one) * full_width;
      left_[static_cast<std::size_t>(last)] -= sign * static_cast<int>(fixed_one) * full_width;
    }
    return;
  }
  const double slope = static_cast<double>(b.x - a.x) / static_cast<double>(b.y - a.y);
  const auto x_at = [&](Fixed y) { return y >= b.y ? b.x : y <= a.y ? a.x : a.x + static_cast<Fixed>(std::floor(static_cast<double>(y - a.y) * slope)); };
  Fixed x = x_at(Fixed{first} << fixed_bits);
  for (int row = first; row <= last; ++row) {
    const Fixed top = Fixed{row} << fixed_bits;
    const Fixed next = x_at(top + fixed_one);
    add_row(row, x, std::max(a.y - top, Fixed{0}), next, std::min(b.y - top, fixed_one), sign);
    x = next;
  }
}

void CoverageBuffer::add_ring(const std::vector<FixedPoint>& ring) noexcept {
  for (std::size_t i = 0; i < ring.size(); ++i) add_edge(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
}

}  // namespace dateline::render::detail
