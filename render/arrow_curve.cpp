#include "render/arrow_curve.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render {

PagePoint Curve::at(double t) const noexcept {
  const double u = 1 - t;
  return start * (u * u * u) + control1 * (3 * u * u * t) + control2 * (3 * u * t * t) + end * (t * t * t);
}

PagePoint Curve::tangent(double t) const noexcept {
  const double u = 1 - t;
  const PagePoint d = (control1 - start) * (u * u) + (control2 - control1) * (2 * u * t) + (end - control2) * (t * t);
  if (render::length(d) < 1e-9) return direction(start, end);
  return direction({}, d);
}

std::vector<PagePoint> Curve::sampled(int count) const {
  std::vector<PagePoint> points;
  points.reserve(static_cast<std::size_t>(count) + 1);
  for (int i = 0; i <= count; ++i) points.push_back(at(static_cast<double>(i) / count));
  return points;
}

namespace {
PagePoint between(PagePoint a, PagePoint b, double t) { return a + (b - a) * t; }

// De Casteljau: the part from 0 to t.
Curve head_part(const Curve& c, double t) {
  const PagePoint p01 = between(c.start, c.control1, t), p12 = between(c.control1, c.control2, t),
                  p23 = between(c.control2, c.end, t);
  const PagePoint p012 = between(p01, p12, t), p123 = between(p12, p23, t);
  return {c.start, p01, p012, between(p012, p123, t)};
}

Curve reversed(const Curve& c) { return {c.end, c.control2, c.control1, c.start}; }
}  // namespace

Curve Curve::part(double from, double to) const noexcept {
  if (to <= from) return {at(from), at(from), at(from), at(from)};
  const Curve first = head_part(*this, to);
  return reversed(head_part(reversed(first), 1 - from / to));
}

double Curve::length() const noexcept {
  double total = 0;
  PagePoint before = start;
  for (int i = 1; i <= 32; ++i) {
    const PagePoint here = at(i / 32.0);
    total += distance(before, here);
    before = here;
  }
  return total;
}

Curve make_curve(PagePoint start, PagePoint end, double leave, double arrive) noexcept {
  constexpr double limit = 75 * std::numbers::pi / 180;
  leave = std::clamp(leave, -limit, limit);
  arrive = std::clamp(arrive, -limit, limit);
  const double chord = distance(start, end);
  const PagePoint along = direction(start, end);
  // Handle of a circular arc that turns by 2a over this chord: chord / (3 cos^2(a/2)).
  const auto handle = [&](double a) {
    const double half = std::cos(a / 2);
    return chord / (3 * half * half);
  };
  return {start, start + rotated(along, leave) * handle(leave), end - rotated(along, arrive) * handle(arrive), end};
}

double usual_bend(double chord) noexcept {
  constexpr double degree = std::numbers::pi / 180;
  constexpr double small = 13 * degree, large = 26 * degree;
  return small + (large - small) * std::clamp((chord - 140) / 560, 0.0, 1.0);
}

namespace {
// Parameter between an inside and an outside one where the disc's rim is, to 1e-6.
double rim(const Curve& c, PagePoint center, double radius, double in, double out) {
  for (int i = 0; i < 40; ++i) {
    const double middle = (in + out) / 2;
    (distance(c.at(middle), center) < radius ? in : out) = middle;
  }
  return out;
}
constexpr int steps = 64;
}  // namespace

double leaves_disc(const Curve& c, PagePoint center, double radius) noexcept {
  if (distance(c.start, center) >= radius) return 0;
  for (int i = 1; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    if (distance(c.at(t), center) >= radius) return rim(c, center, radius, t - 1.0 / steps, t);
  }
  return 1;
}

double enters_disc(const Curve& c, PagePoint center, double radius) noexcept {
  if (distance(c.end, center) >= radius) return 1;
  for (int i = steps - 1; i >= 0; --i) {
    const double t = static_cast<double>(i) / steps;
    if (distance(c.at(t), center) >= radius) return rim(c, center, radius, t + 1.0 / steps, t);
  }
  return 0;
}

PageBox ArrowHead::box() const noexcept {
  return {std::min({tip.x, left.x, right.x}), std::min({tip.y, left.y, right.y}), std::max({tip.x, left.x, right.x}),
          std::max({tip.y, left.y, right.y})};
}

ArrowHead make_head(const Curve& line, double length, double width) noexcept {
  // The head's axis is the chord from the point of the line one head length before the tip: on a bent line that
  // looks straighter than the tangent at the tip, and it is the tangent half-way through the head.
  const double from = std::clamp(enters_disc(line, line.end, length), 0.0, 1.0);
  const PagePoint base = line.at(from);
  const PagePoint axis = direction(base, line.end);
  const PagePoint across{-axis.y, axis.x};
  const PagePoint back = line.end - axis * length;
  return {line.end, back + across * (width / 2), back - across * (width / 2), line.part(0, from)};
}

std::optional<double> crossing_angle(std::span<const PagePoint> a, std::span<const PagePoint> b) noexcept {
  std::optional<double> smallest;
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (!crossing({a[i - 1], a[i]}, {b[j - 1], b[j]})) continue;
      double angle = std::abs(normalized_angle(angle_of(a[i] - a[i - 1]) - angle_of(b[j] - b[j - 1])));
      angle = std::min(angle, std::numbers::pi - angle);
      if (!smallest || angle < *smallest) smallest = angle;
    }
  }
  return smallest;
}

double distance_to_line(PagePoint p, std::span<const PagePoint> line) noexcept {
  if (line.empty()) return 1e300;
  double best = distance(p, line.front());
  for (std::size_t i = 1; i < line.size(); ++i) best = std::min(best, distance_to_segment(p, {line[i - 1], line[i]}));
  return best;
}

}  // namespace dateline::render
