#pragma once

#include <vector>

#include "render/arrow_curve.hpp"

/// Bends arrows so that they part, arrive apart, and keep clear of places they have nothing to do with.
namespace dateline::render {

/// One end of an arrow. An exact place has one point and the radius of its halo; a coarse one has points of its
/// outline, or of the frame it lies behind, the best first.
struct ArrowEnd {
  std::size_t place = 0;               ///< ends with the same place are planned together
  std::vector<PagePoint> points;
  double radius = 0;                   ///< px; the line stops here
};

struct ArrowRequest {
  ArrowEnd from, to;
  double width = 2;                    ///< px
  bool paired = false;                 ///< the n-th start belongs to the n-th end
  bool short_way = false;              ///< between neighbours: bends little, or it would leave their land
};

/// A site that arrows avoid unless it is one of their ends.
struct AvoidedSite {
  std::size_t place = 0;
  PagePoint center;
  double radius = 0;
};

/// One line a request, from rim to rim: heads stop `gap` px before the halo. Lines stay within `bounds` if any bend allows.
[[nodiscard]] std::vector<Curve> plan_arrows(const std::vector<ArrowRequest>& requests, const std::vector<AvoidedSite>& sites,
                                             const PageBox& bounds, double gap = 2);

}  // namespace dateline::render
