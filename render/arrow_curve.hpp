#pragma once

#include <optional>
#include <span>
#include <vector>

#include "render/page_geometry.hpp"

/// One arrow's line: a single cubic Bezier, so that it can have no kink.
namespace dateline::render {

struct Curve {
  PagePoint start, control1, control2, end;

  [[nodiscard]] PagePoint at(double t) const noexcept;
  /// Unit tangent; the chord's direction where the derivative vanishes.
  [[nodiscard]] PagePoint tangent(double t) const noexcept;
  [[nodiscard]] std::vector<PagePoint> sampled(int count) const;  ///< count + 1 points, even in t
  [[nodiscard]] Curve part(double from, double to) const noexcept;
  [[nodiscard]] double length() const noexcept;                   ///< by 32 chords; within 0.5 %
};

/// A line that leaves `start` turned by `leave` from the chord and arrives at `end` turned by `arrive` from it
/// (radians, clockwise on the page; +a and -a give a circular arc). Both are limited to 75 degrees.
[[nodiscard]] Curve make_curve(PagePoint start, PagePoint end, double leave, double arrive) noexcept;

/// The usual bend of an arrow `chord` px long: a small constant angle when short, growing to about twice that.
[[nodiscard]] double usual_bend(double chord) noexcept;

/// Parameter where the line first leaves (from its start) or last enters (towards its end) the disc; 0 or 1 if it never is inside.
[[nodiscard]] double leaves_disc(const Curve& c, PagePoint center, double radius) noexcept;
[[nodiscard]] double enters_disc(const Curve& c, PagePoint center, double radius) noexcept;

/// Head of an arrow whose tip is the end of `line`: three corners, and the shaft shortened to the head's base.
struct ArrowHead {
  PagePoint tip, left, right;
  Curve shaft;
  [[nodiscard]] PageBox box() const noexcept;
};
[[nodiscard]] ArrowHead make_head(const Curve& line, double length, double width) noexcept;

/// Smallest angle (radians, 0..pi/2) at which the two lines cross; absent if they do not.
[[nodiscard]] std::optional<double> crossing_angle(std::span<const PagePoint> a, std::span<const PagePoint> b) noexcept;

/// Shortest distance from `p` to the sampled line.
[[nodiscard]] double distance_to_line(PagePoint p, std::span<const PagePoint> line) noexcept;

}  // namespace dateline::render
