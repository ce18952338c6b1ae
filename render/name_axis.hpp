#pragma once

#include <vector>

#include "render/room_field.hpp"

namespace dateline::render {

/// The line along which an area's name is set: straight, or an arc of a circle.
struct NameAxis {
  PagePoint middle;
  double degrees = 0;      ///< clockwise from level, at the middle
  double bend = 0;         ///< radians per px by which the line turns clockwise; 0: straight. Above 0 the middle is the highest
  double length = 0;       ///< px that the name may take
  double cost = 0;         ///< 0: level, long enough, in the middle

  /// The point `along` px from the middle and `below` px to the right of the way, and the line's angle there.
  struct Spot {
    PagePoint at;
    double degrees;
  };
  [[nodiscard]] Spot spot(double along, double below) const noexcept;
};

/// What is asked of a line.
struct NameWish {
  double height = 12;      ///< px: of all lines of the name
  double least = 40;       ///< px: of the name in its narrowest setting
  double wanted = 100;     ///< px: of the name in its widest setting; more gains nothing
  PagePoint center;        ///< where the name would best stand
  bool may_bend = true;
};

/// Up to eight lines inside the field's area along which the name has room, the best first and well apart from each other. Level
/// ones win unless others show far more of the area's extent; no letter climbs steeper than 52 degrees.
[[nodiscard]] std::vector<NameAxis> name_axes(const RoomField& field, const NameWish& wish);

/// Small upright boxes that cover a band along the line, for what keeps clear of it.
[[nodiscard]] std::vector<PageBox> boxes_along(const NameAxis& axis, double length, double height);

}  // namespace dateline::render
