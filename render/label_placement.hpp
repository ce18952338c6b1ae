#pragma once

#include <optional>
#include <vector>

#include "render/page_geometry.hpp"

/// Chooses where each label goes, or that it is left out, so that nothing overlaps. Knows boxes, not text.
namespace dateline::render {

struct LabelCandidate {
  std::vector<PageBox> boxes;          ///< what needs room: lines of text, badges
  double cost = 0;                     ///< 0 is the best position; small steps are preferences
  std::optional<PageSegment> leader;   ///< from the symbol to the label
  bool may_lie_on_lines = false;       ///< the last resort of a label that must not be lost
};

struct LabelRequest {
  int priority = 0;                    ///< higher wins; equal ones go by order
  std::vector<LabelCandidate> candidates;
};

/// What labels must keep clear of.
struct LabelObstacles {
  std::vector<PageBox> boxes;
  struct Disc {
    PagePoint center;
    double radius = 0;
  };
  std::vector<Disc> discs;
  std::vector<PageSegment> lines;      ///< arrow shafts
};

/// The chosen candidate of each request, absent if none is free. Boxes stay within `bounds` and `apart` px from those of other labels. Greedy by priority, then
/// a local search: a label left out may move labels of lower or equal priority to their other positions, and every
/// label moves to a better position that came free. Deterministic; time grows nearly linearly with the number of labels.
[[nodiscard]] std::vector<std::optional<std::size_t>> place_labels(const std::vector<LabelRequest>& requests,
                                                                   const LabelObstacles& obstacles, const PageBox& bounds, double apart = 0);

}  // namespace dateline::render
