#include "render/room_field.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {
// Chamfer distances: a step to the side is 3, aslant 4, so that a third of a cell is the unit.
constexpr std::uint16_t side = 3, aslant = 4, unmeasured = 60'000;
}  // namespace

RoomField::RoomField(const PageBox& area, const std::function<bool(PagePoint)>& is_inside)
    : area_(area), columns_(std::max(1, static_cast<int>(std::floor(area.width() / cell)))), rows_(std::max(1, static_cast<int>(std::floor(area.height() / cell)))),
      room_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0) {
  for (int r = 0; r < rows_; ++r) {
    for (int c = 0; c < columns_; ++c) {
      if (is_inside({area_.left + (c + 0.5) * cell, area_.top + (r + 0.5) * cell})) room_[index(r, c)] = unmeasured;
    }
  }
}

void RoomField::remove(const PageBox& box) {
  const auto column = [&](double x) { return static_cast<int>(std::clamp(std::floor((x - area_.left) / cell), -1.0, columns_ * 1.0)); };
  const auto row = [&](double y) { return static_cast<int>(std::clamp(std::floor((y - area_.top) / cell), -1.0, rows_ * 1.0)); };
  for (int r = std::max(row(box.top), 0); r <= std::min(row(box.bottom), rows_ - 1); ++r) {
    for (int c = std::max(column(box.left), 0); c <= std::min(column(box.right), columns_ - 1); ++c) room_[index(r, c)] = 0;
  }
}

void RoomField::measure() {
  const auto at = [&](int r, int c) -> int { return r < 0 || c < 0 || r >= rows_ || c >= columns_ ? 0 : room_[index(r, c)]; };
  for (int r = 0; r < rows_; ++r) {
    for (int c = 0; c < columns_; ++c) {
      const int least = std::min({at(r - 1, c) + side, at(r, c - 1) + side, at(r - 1, c - 1) + aslant, at(r - 1, c + 1) + aslant});
      room_[index(r, c)] = static_cast<std::uint16_t>(std::min(at(r, c), least));
    }
  }
  for (int r = rows_ - 1; r >= 0; --r) {
    for (int c = columns_ - 1; c >= 0; --c) {
      const int least = std::min({at(r + 1, c) + side, at(r, c + 1) + side, at(r + 1, c + 1) + aslant, at(r + 1, c - 1) + aslant});
      room_[index(r, c)] = static_cast<std::uint16_t>(std::min(at(r, c), least));
    }
  }
}

double RoomField::room(PagePoint p) const noexcept {
  const double x = (p.x - area_.left) / cell, y = (p.y - area_.top) / cell;
  if (!(x >= 0 && y >= 0 && x < columns_ && y < rows_)) return 0;
  return room_[index(static_cast<int>(y), static_cast<int>(x))] * (cell / 3);
}

}  // namespace dateline::render
