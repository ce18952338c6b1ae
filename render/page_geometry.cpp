#include "render/page_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render {

// Page coordinates cannot overflow, so the guarded and much slower std::hypot is not needed.
double length(PagePoint v) noexcept { return std::sqrt(v.x * v.x + v.y * v.y); }
double distance(PagePoint a, PagePoint b) noexcept { return length(b - a); }

PagePoint direction(PagePoint from, PagePoint to) noexcept {
  const PagePoint v = to - from;
  const double l = length(v);
  if (!(l > 0)) return {1, 0};
  return v * (1 / l);
}

PagePoint rotated(PagePoint v, double radians) noexcept {
  const double c = std::cos(radians), s = std::sin(radians);
  return {v.x * c - v.y * s, v.x * s + v.y * c};
}

double angle_of(PagePoint v) noexcept { return std::atan2(v.y, v.x); }

double normalized_angle(double a) noexcept { return std::remainder(a, 2 * std::numbers::pi); }

double distance_to_segment(PagePoint p, const PageSegment& s) noexcept {
  const PagePoint d = s.b - s.a;
  const double square = d.x * d.x + d.y * d.y;
  if (!(square > 0)) return distance(p, s.a);
  const double t = std::clamp(((p.x - s.a.x) * d.x + (p.y - s.a.y) * d.y) / square, 0.0, 1.0);
  return distance(p, s.a + d * t);
}

std::optional<PagePoint> crossing(const PageSegment& s, const PageSegment& t) noexcept {
  const PagePoint u = s.b - s.a, v = t.b - t.a, w = t.a - s.a;
  const double cross = u.x * v.y - u.y * v.x;
  if (cross == 0) return std::nullopt;
  const double along_s = (w.x * v.y - w.y * v.x) / cross;
  const double along_t = (w.x * u.y - w.y * u.x) / cross;
  if (!(along_s >= 0 && along_s <= 1 && along_t >= 0 && along_t <= 1)) return std::nullopt;
  return s.a + u * along_s;
}

bool touches(const PageSegment& s, const PageBox& box) noexcept {
  // Liang-Barsky: the part of the segment within each pair of sides.
  double from = 0, to = 1;
  const double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y;
  const double p[4] = {-dx, dx, -dy, dy};
  const double q[4] = {s.a.x - box.left, box.right - s.a.x, s.a.y - box.top, box.bottom - s.a.y};
  for (int i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
      continue;
    }
    const double r = q[i] / p[i];
    if (p[i] < 0) from = std::max(from, r);
    else to = std::min(to, r);
    if (from > to) return false;
  }
  return true;
}

double distance_to_box(PagePoint p, const PageBox& box) noexcept {
  const double dx = std::max({box.left - p.x, 0.0, p.x - box.right});
  const double dy = std::max({box.top - p.y, 0.0, p.y - box.bottom});
  return std::hypot(dx, dy);
}

PagePoint center_of(const PageBox& box) noexcept { return {(box.left + box.right) / 2, (box.top + box.bottom) / 2}; }

PageBox box_at(PagePoint center, double width, double height) noexcept {
  return {center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
}

PageBox unite(const PageBox& a, const PageBox& b) noexcept {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

bool holds(const PageBox& outer, const PageBox& inner) noexcept {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

bool inside(PagePoint p, std::span<const PageRing> rings) noexcept {
  bool in = false;
  for (const PageRing& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const PagePoint a = ring[i], b = ring[j];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
    }
  }
  return in;
}

double area_of(std::span<const PageRing> rings) noexcept {
  double total = 0;
  for (const PageRing& ring : rings) {
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      twice += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    }
    total += std::abs(twice) / 2;
  }
  return total;
}

std::optional<PageBox> box_of(std::span<const PageRing> rings) noexcept {
  std::optional<PageBox> box;
  for (const PageRing& ring : rings) {
    for (const PagePoint p : ring) {
      const PageBox here{p.x, p.y, p.x, p.y};
      box = box ? unite(*box, here) : here;
    }
  }
  return box;
}

Path rectangle(const PageBox& b) {
  return {MoveTo{{b.left, b.top}}, LineTo{{b.right, b.top}}, LineTo{{b.right, b.bottom}}, LineTo{{b.left, b.bottom}}, ClosePath{}};
}

namespace {
// A quarter circle as one cubic Bezier; the error is 0.03 % of the radius.
constexpr double quarter = 0.5522847498;
}  // namespace

Path rounded_rectangle(const PageBox& b, double radius) {
  const double r = std::min({radius, b.width() / 2, b.height() / 2});
  const double k = r * (1 - quarter);
  return {MoveTo{{b.left + r, b.top}},
          LineTo{{b.right - r, b.top}},
          CurveTo{{b.right - k, b.top}, {b.right, b.top + k}, {b.right, b.top + r}},
          LineTo{{b.right, b.bottom - r}},
          CurveTo{{b.right, b.bottom - k}, {b.right - k, b.bottom}, {b.right - r, b.bottom}},
          LineTo{{b.left + r, b.bottom}},
          CurveTo{{b.left + k, b.bottom}, {b.left, b.bottom - k}, {b.left, b.bottom - r}},
          LineTo{{b.left, b.top + r}},
          CurveTo{{b.left, b.top + k}, {b.left + k, b.top}, {b.left + r, b.top}},
          ClosePath{}};
}

Path circle(PagePoint c, double r) { return rounded_rectangle(box_at(c, 2 * r, 2 * r), r); }

Path polyline(std::span<const PagePoint> points) {
  Path path;
  path.reserve(points.size());
  for (const PagePoint p : points) {
    if (path.empty()) path.emplace_back(MoveTo{p});
    else path.emplace_back(LineTo{p});
  }
  return path;
}

Path rings_path(std::span<const PageRing> rings) {
  Path path;
  for (const PageRing& ring : rings) {
    if (ring.size() < 3) continue;
    path.emplace_back(MoveTo{ring.front()});
    for (std::size_t i = 1; i < ring.size(); ++i) path.emplace_back(LineTo{ring[i]});
    path.emplace_back(ClosePath{});
  }
  return path;
}

}  // namespace dateline::render
