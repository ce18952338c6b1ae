#include "render/land_mask.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {
constexpr double cell = 3;   // px
}

LandMask::LandMask(const PageBox& area, const std::vector<std::vector<PageRing>>& land)
    : area_(area), columns_(std::max(1, static_cast<int>(std::ceil(area.width() / cell)))),
      rows_(std::max(1, static_cast<int>(std::ceil(area.height() / cell)))) {
  land_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
  for (const auto& polygon : land) fill(polygon);
  turns_ = {};
  const auto stride = static_cast<std::size_t>(columns_) + 1;
  sums_.assign(stride * (static_cast<std::size_t>(rows_) + 1), 0);
  for (std::size_t r = 0; r < static_cast<std::size_t>(rows_); ++r) {
    for (std::size_t c = 0; c < static_cast<std::size_t>(columns_); ++c) {
      sums_[(r + 1) * stride + c + 1] = land_[r * (stride - 1) + c] + sums_[r * stride + c + 1] + sums_[(r + 1) * stride + c] - sums_[r * stride + c];
    }
  }
}

// Scan lines through the middles of the cells. Every edge is looked at once and turns inside and outside about from its crossing on in
// each row it spans; what has been turned an odd number of times is inside.
void LandMask::fill(const std::vector<PageRing>& polygon) {
  const auto stride = static_cast<std::size_t>(columns_) + 1;
  turns_.resize(stride * static_cast<std::size_t>(rows_));
  int top = rows_, bottom = 0, left = columns_, right = 0;
  for (const PageRing& ring : polygon) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      PagePoint a = ring[j], b = ring[i];
      if (a.y == b.y) continue;
      if (a.y > b.y) std::swap(a, b);
      const int first = static_cast<int>(std::clamp(std::ceil((a.y - area_.top) / cell - 0.5), 0.0, rows_ * 1.0));
      const int last = static_cast<int>(std::clamp(std::ceil((b.y - area_.top) / cell - 0.5), 0.0, rows_ * 1.0));
      for (int r = first; r < last; ++r) {
        const double y = area_.top + (r + 0.5) * cell, x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
        const int c = static_cast<int>(std::clamp(std::ceil((x - area_.left) / cell - 0.5), 0.0, columns_ * 1.0));
        turns_[static_cast<std::size_t>(r) * stride + static_cast<std::size_t>(c)] ^= 1U;
        left = std::min(left, c), right = std::max(right, c);
      }
      top = std::min(top, first), bottom = std::max(bottom, last);
    }
  }
  for (int r = top; r < bottom; ++r) {
    unsigned char inside = 0;
    for (int c = left; c <= right; ++c) {
      unsigned char& turn = turns_[static_cast<std::size_t>(r) * stride + static_cast<std::size_t>(c)];
      inside ^= turn;
      turn = 0;   // ready for the next polygon
      if (inside != 0 && c < columns_) land_[static_cast<std::size_t>(r) * (stride - 1) + static_cast<std::size_t>(c)] = 1;
    }
  }
}

bool LandMask::is_land(PagePoint p) const noexcept {
  const int c = static_cast<int>(std::floor((p.x - area_.left) / cell)), r = static_cast<int>(std::floor((p.y - area_.top) / cell));
  if (c < 0 || r < 0 || c >= columns_ || r >= rows_) return false;
  return land_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c)] != 0;
}

std::int64_t LandMask::land_cells(int left, int top, int right, int bottom) const noexcept {
  const auto at = [&](int r, int c) {
    return static_cast<std::int64_t>(sums_[static_cast<std::size_t>(r) * (static_cast<std::size_t>(columns_) + 1) + static_cast<std::size_t>(c)]);
  };
  return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
}

double LandMask::land_share(const PageBox& box) const noexcept {
  const int left = static_cast<int>(std::clamp(std::floor((box.left - area_.left) / cell), 0.0, columns_ - 1.0));
  const int top = static_cast<int>(std::clamp(std::floor((box.top - area_.top) / cell), 0.0, rows_ - 1.0));
  const int right = static_cast<int>(std::clamp(std::ceil((box.right - area_.left) / cell), left + 1.0, columns_ * 1.0));
  const int bottom = static_cast<int>(std::clamp(std::ceil((box.bottom - area_.top) / cell), top + 1.0, rows_ * 1.0));
  return static_cast<double>(land_cells(left, top, right, bottom)) / (static_cast<double>(right - left) * (bottom - top));
}

bool LandMask::has_coast(const PageBox& box) const noexcept {
  const double share = land_share(box);
  return share > 0 && share < 1;
}

}  // namespace dateline::render
