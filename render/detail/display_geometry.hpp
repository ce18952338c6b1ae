#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "render/display_list.hpp"

/// Plane geometry of display items, shared by the writers so that they draw the same.
namespace dateline::render::detail {

/// Whether every coordinate is finite and within a million pixels of the page. Others are left out of every output:
/// Cairo counts in 24.8 fixed point, and "nan" in an SVG makes the whole path invalid.
[[nodiscard]] bool is_drawable(const Path& path) noexcept;
[[nodiscard]] bool is_drawable(PagePoint point) noexcept;

/// Box around all points and control points; absent for a path without any.
[[nodiscard]] std::optional<PageBox> bounds(const Path& path) noexcept;

/// Whether the path is one rectangle with level sides.
[[nodiscard]] bool is_rectangle(const Path& path) noexcept;

/// Closed rings of straight edges, curves cut fine enough for the eye (chords of about two pixels).
[[nodiscard]] std::vector<std::vector<PagePoint>> flatten(const Path& path);

using Segment = std::pair<PagePoint, PagePoint>;
/// The lines of a hatch, cut off at the area's outline. Lines stand on a grid fixed to the page, so that hatches of
/// neighbours continue each other. 45 degrees rises to the right. Spacing below 1 px counts as 1.
[[nodiscard]] std::vector<Segment> hatch_segments(const Path& path, FillRule rule, const Hatch& hatch);

}  // namespace dateline::render::detail
