#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "render/page_geometry.hpp"

namespace dateline::render {

/// How much room there is around each point of an area, in cells of a few px: for finding where a name fits.
class RoomField {
 public:
  /// `is_inside` is asked once for the middle of each cell of `area`; beyond `area` all is outside.
  RoomField(const PageBox& area, const std::function<bool(PagePoint)>& is_inside);

  /// Takes a box out of the inside: something else stands there.
  void remove(const PageBox& box);
  /// Must follow the last remove(), before room() is asked.
  void measure();

  /// Distance to what is not inside, px, to about a cell; 0 outside.
  [[nodiscard]] double room(PagePoint p) const noexcept;
  [[nodiscard]] const PageBox& area() const noexcept { return area_; }
  static constexpr double cell = 4;   ///< px

 private:
  [[nodiscard]] std::size_t index(int row, int column) const noexcept { return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column); }

  PageBox area_;
  int columns_, rows_;
  std::vector<std::uint16_t> room_;   // thirds of a cell
};

}  // namespace dateline::render
