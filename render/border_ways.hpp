#pragma once

#include <span>
#include <vector>

#include "render/land_mask.hpp"
#include "render/outline_ends.hpp"

namespace dateline::render {

/// Short ways from one area into another across the border that they share, best first; empty if they do not touch.
/// Tails lie inside `from`, heads inside `to`, and nothing between on the land of a third. An arrow between neighbours
/// says no more than that the border is crossed: it must not look like a known route along a coast or through a neighbour.
[[nodiscard]] std::vector<OutlinePair> border_crossings(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& frame,
                                                        const LandMask* mask = nullptr);

}  // namespace dateline::render
