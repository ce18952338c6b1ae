#pragma once

#include <optional>
#include <span>
#include <vector>

#include "render/display_list.hpp"

/// Plane geometry in page units (CSS px, y down). Angles are radians, clockwise on the page as y points down.
namespace dateline::render {

[[nodiscard]] inline PagePoint operator+(PagePoint a, PagePoint b) noexcept { return {a.x + b.x, a.y + b.y}; }
[[nodiscard]] inline PagePoint operator-(PagePoint a, PagePoint b) noexcept { return {a.x - b.x, a.y - b.y}; }
[[nodiscard]] inline PagePoint operator*(PagePoint a, double f) noexcept { return {a.x * f, a.y * f}; }
[[nodiscard]] double length(PagePoint v) noexcept;
[[nodiscard]] double distance(PagePoint a, PagePoint b) noexcept;
/// Unit vector; (1, 0) for the zero vector.
[[nodiscard]] PagePoint direction(PagePoint from, PagePoint to) noexcept;
[[nodiscard]] PagePoint rotated(PagePoint v, double radians) noexcept;
[[nodiscard]] double angle_of(PagePoint v) noexcept;
/// `a` brought into -pi..pi.
[[nodiscard]] double normalized_angle(double a) noexcept;

struct PageSegment {
  PagePoint a, b;
};
[[nodiscard]] double distance_to_segment(PagePoint p, const PageSegment& s) noexcept;
/// Where two segments cross; absent for parallel ones. Touching ends count as crossing.
[[nodiscard]] std::optional<PagePoint> crossing(const PageSegment& s, const PageSegment& t) noexcept;
/// Whether any part of the segment lies in the box.
[[nodiscard]] bool touches(const PageSegment& s, const PageBox& box) noexcept;
[[nodiscard]] double distance_to_box(PagePoint p, const PageBox& box) noexcept;
[[nodiscard]] PagePoint center_of(const PageBox& box) noexcept;
[[nodiscard]] PageBox box_at(PagePoint center, double width, double height) noexcept;
[[nodiscard]] PageBox unite(const PageBox& a, const PageBox& b) noexcept;
/// Whether `outer` holds all of `inner`.
[[nodiscard]] bool holds(const PageBox& outer, const PageBox& inner) noexcept;

using PageRing = std::vector<PagePoint>;   ///< closed implicitly
/// Even-odd over all rings.
[[nodiscard]] bool inside(PagePoint p, std::span<const PageRing> rings) noexcept;
/// Sum of the rings' absolute areas.
[[nodiscard]] double area_of(std::span<const PageRing> rings) noexcept;
[[nodiscard]] std::optional<PageBox> box_of(std::span<const PageRing> rings) noexcept;

[[nodiscard]] Path rectangle(const PageBox& box);
[[nodiscard]] Path rounded_rectangle(const PageBox& box, double radius);
[[nodiscard]] Path circle(PagePoint center, double radius);
[[nodiscard]] Path polyline(std::span<const PagePoint> points);
[[nodiscard]] Path rings_path(std::span<const PageRing> rings);

}  // namespace dateline::render
