#pragma once

#include <functional>
#include <span>
#include <vector>

#include "geo/box.hpp"
#include "geo/detail/basemap_file.hpp"
#include "geo/geometry.hpp"

namespace dateline::geo::detail {

/// The outline of a set of cells at full detail, holes put into the polygon that holds them, largest polygon first.
[[nodiscard]] MultiPolygon outline_of(const BaseMapFile& file, const std::function<bool(std::uint32_t cell)>& in_set);
/// The same where only `candidates`, ascending numbers of arcs, can be part of it: for asking about many sets.
[[nodiscard]] MultiPolygon outline_of(const BaseMapFile& file, const std::function<bool(std::uint32_t cell)>& in_set,
                                      std::span<const std::uint32_t> candidates);

/// Whether a place is inside a ring; edges take the short way round the Earth, a ring round a pole holds that pole.
[[nodiscard]] bool ring_contains(const LineString& ring, LonLat p) noexcept;
[[nodiscard]] bool contains(const MultiPolygon& area, LonLat p) noexcept;

/// Area on a sphere in square kilometres; positive if counter-clockwise.
[[nodiscard]] double ring_area_km2(const LineString& ring) noexcept;

/// The place inside the polygon that is farthest from its edges, to about 2 % of its size.
/// Source: the cell search of V. Agafonkin, "A new algorithm for finding a visual center of a polygon" (2016).
[[nodiscard]] LonLat label_point(const Polygon& polygon);

/// The part of an area inside a box.
[[nodiscard]] MultiPolygon clip_to_box(const MultiPolygon& area, const Box& box);

}  // namespace dateline::geo::detail
