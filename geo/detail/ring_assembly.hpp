#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "geo/detail/basemap_file.hpp"

namespace dateline::geo::detail {

/// Rings as runs of arcs: an entry >= 0 is an arc, < 0 is ~arc walked backwards. The interior is to the left.
using ArcRing = std::vector<std::int32_t>;

/// The outline of a set of cells: joins the arcs that have the set on one side only. At a point where the set touches
/// itself the walk keeps to the same piece, so that rings do not cross. Never uses an arc twice.
[[nodiscard]] std::vector<ArcRing> assemble_rings(std::span<const StoredArc> arcs, std::span<const StoredPoint> points,
                                                  const std::function<bool(std::uint32_t cell)>& in_set);
/// The same where only `candidates`, ascending numbers of arcs, can be part of the outline.
[[nodiscard]] std::vector<ArcRing> assemble_rings(std::span<const StoredArc> arcs, std::span<const StoredPoint> points,
                                                  const std::function<bool(std::uint32_t cell)>& in_set, std::span<const std::uint32_t> candidates);

/// Smallest box of a run of arcs; longitudes continue past 180 when the run crosses it.
[[nodiscard]] StoredBox box_of(std::span<const std::int32_t> ring, std::span<const StoredArc> arcs, std::span<const StoredPoint> points);

}  // namespace dateline::geo::detail
