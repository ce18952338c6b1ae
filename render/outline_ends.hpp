#pragma once

#include <span>
#include <string>
#include <vector>

#include "render/land_mask.hpp"
#include "render/map_frame.hpp"

/// Where an arrow may start or end when its place is an area, or lies beyond the map. Never an invented point: a point of
/// the outline, or the frame.
namespace dateline::render {

/// A point inside the rings, far from their edges (within a grid cell of the best). Absent without area.
[[nodiscard]] std::optional<PagePoint> interior_point(std::span<const PageRing> rings);

/// Which point of an outline an arrow prefers: the one on the way from the area's middle to the other end, which suits
/// origins, or the nearest that leaves an arrow of a fair length, which suits destinations: it claims least.
enum class OutlineChoice { WayOut, Nearest };
/// Points of the outline that face `other`, best first, at most 5 and at least 30 px apart. Points on the frame (the
/// outline is clipped by it) are left out. Empty when `other` lies inside the area.
[[nodiscard]] std::vector<PagePoint> facing_points(std::span<const PageRing> rings, PagePoint other, const PageBox& frame,
                                                   OutlineChoice choice = OutlineChoice::WayOut);

/// Ends for an arrow between two areas: points of both outlines that see each other, of a fair distance, best first. With a
/// mask, ways over water come before ways over land of others, which would look like a claim about them.
struct OutlinePair {
  PagePoint start, end;
};
[[nodiscard]] std::vector<OutlinePair> facing_pairs(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& frame,
                                                    const LandMask* mask = nullptr);

/// Where the great circle from `place` (at `start` on the page) to `far` leaves the frame, and points beside it.
[[nodiscard]] std::vector<PagePoint> frame_exits(const MapFrame& frame, geo::LonLat place, PagePoint start, geo::LonLat far);

/// "6,900 km west": rounded to two figures, in one of eight directions along the line of constant bearing.
[[nodiscard]] std::string distance_and_direction(geo::LonLat from, geo::LonLat to);
/// 6893000 -> "6,900 km"; under 10 km one decimal.
[[nodiscard]] std::string rounded_distance(Meters distance);

}  // namespace dateline::render
