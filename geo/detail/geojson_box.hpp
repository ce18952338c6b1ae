#pragma once

#include <optional>
#include <vector>

#include "geo/date_line.hpp"

namespace dateline::geo::detail {

/// The `bbox` of a GeoJSON text: west, south, east, north of everything that was added. Made of pieces that are cut at the date line already.
class GeoJsonBox {
 public:
  void add(const LonLatPair& point);
  void add(const PairLine& line);

  struct Sides {
    double west, south, east, north;
  };
  /// Absent if nothing was added. West is greater than east if something reaches the date line and the box over it is the smaller one.
  [[nodiscard]] std::optional<Sides> sides() const;

 private:
  struct Stretch {
    double west, east;
  };
  std::vector<Stretch> stretches_;
  double south_ = 91, north_ = -91;
  bool at_date_line_ = false;
};

}  // namespace dateline::geo::detail
