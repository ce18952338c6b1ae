#pragma once

#include <optional>
#include <vector>

#include "render/map_frame.hpp"
#include "render/ring_index.hpp"
#include "render/scene.hpp"

namespace dateline::render {

/// How far a sea reaches, as far as boxes tell.
struct SeaReach {
  geo::LonLat point;                 ///< its middle
  geo::Box box;                      ///< holds all of it, and parts of other seas and land
  std::vector<geo::Box> parts;       ///< hold no sea beside it of the same rank; may be empty
};
[[nodiscard]] std::optional<SeaReach> reach_of(const ScenePlace& place);   ///< absent for what is no Water or has no outline

/// A sea that a panel shows part of: made once for all that have to keep off it.
struct ShownSea {
  geo::Box box;
  RingIndex area;
};
[[nodiscard]] std::vector<ShownSea> seas_shown(const Scene& scene, const MapFrame& frame);

/// Where on a panel a name or a mark of a sea may stand, shores apart: a wrong name is worse than none. Where the panel shows the
/// middle of the sea, that is its box but for the corners, which seas do not fill; else its parts, or the inner half of its box. The smaller seas
/// that the scene knows are not in it.
class SeaGround {
 public:
  /// `seas` are those of the panel and outlive this.
  SeaGround(const std::vector<ShownSea>& seas, const MapFrame& frame, const SeaReach& sea);
  [[nodiscard]] bool holds(PagePoint p) const;
  /// Around all that it may hold; absent if nothing of that is in the panel.
  [[nodiscard]] const std::optional<PageBox>& box() const noexcept { return box_; }
  /// Whether the panel shows or nearly shows the sea's middle, or a box tells what of it is there.
  [[nodiscard]] bool is_sure() const noexcept { return sure_; }

 private:
  std::vector<RingIndex> own_;
  std::vector<const RingIndex*> others_;
  std::optional<PageBox> box_;
  bool sure_ = false;
};

}  // namespace dateline::render
