#include "render/detail/raster_stroke.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render::detail {

namespace {

Pixel operator+(Pixel a, Pixel b) noexcept { return {a.x + b.x, a.y + b.y}; }
Pixel operator-(Pixel a, Pixel b) noexcept { return {a.x - b.x, a.y - b.y}; }
Pixel operator*(Pixel a, double f) noexcept { return {a.x * f, a.y * f}; }
double dot(Pixel a, Pixel b) noexcept { return a.x * b.x + a.y * b.y; }
double cross(Pixel a, Pixel b) noexcept { return a.x * b.y - a.y * b.x; }

/// Dashes that nobody can tell apart are not worth the time they take, nor is a style that asks for a million of them.
constexpr double least_pattern = 0.5;

struct Segment {
  Pixel direction;   ///< unit
  double length = 0;
};

/// Steps of an arc whose chords stay within a twentieth of a pixel of it.
int arc_steps(double radius, double angle) noexcept {
  const double step = 2 * std::acos(std::max(0.0, 1 - 0.05 / std::max(radius, 0.06)));
  return std::clamp(static_cast<int>(std::ceil(std::fabs(angle) / step)), 1, 64);
}

/// One side of a line after the other, as an outline.
class Outline {
 public:
  Outline(const StrokeShape& shape, CoverageBuffer& out) : shape_(shape), half_(shape.width / 2), out_(out) {}

  void trace(std::span<const Pixel> given, bool closed) {
    clean(given, closed);
    if (points_.size() < 2) {
      if (points_.size() == 1 && shape_.cap != StrokeShape::Cap::Butt) dot_at(points_.front());
      return;
    }
    ring_.clear();
    if (closed && points_.size() > 2) {
      side(1, true);
      flush();
      side(-1, true);
      flush();
      return;
    }
    side(1, false);
    cap(points_.back(), segments_.back().direction);
    side(-1, false);
    cap(points_.front(), segments_.front().direction * -1);
    flush();
  }

 private:
  void clean(std::span<const Pixel> given, bool closed) {
    points_.clear();
    for (const Pixel& p : given) {
      if (points_.empty() || !(points_.back() == p)) points_.push_back(p);
    }
    if (closed && points_.size() > 1 && points_.front() == points_.back()) points_.pop_back();
    segments_.clear();
    const std::size_t count = points_.size() < 2 ? 0 : points_.size() - (closed && points_.size() > 2 ? 0 : 1);
    for (std::size_t i = 0; i < count; ++i) {
      const Pixel way = points_[i + 1 < points_.size() ? i + 1 : 0] - points_[i];
      const double length = std::sqrt(dot(way, way));
      segments_.push_back({way * (1 / length), length});
    }
  }

  /// To the right of the direction (y points down) for hand 1, at the line's half width.
  [[nodiscard]] Pixel offset(Pixel direction, int hand) const noexcept { return {-direction.y * half_ * hand, direction.x * half_ * hand}; }

  void put(Pixel p) { ring_.push_back(to_fixed(p)); }

  void arc(Pixel center, Pixel from, double angle) {
    const int steps = arc_steps(half_, angle);
    const double c = std::cos(angle / steps), s = std::sin(angle / steps);
    for (int i = 0; i < steps; ++i) {
      put(center + from);
      from = {from.x * c - from.y * s, from.x * s + from.y * c};
    }
    put(center + from);
  }

  /// Hand 1 walks along the line, hand -1 back.
  void side(int hand, bool closed) {
    const std::size_t n = points_.size(), m = segments_.size();
    if (closed) {
      for (std::size_t k = 0; k < n; ++k) {
        const std::size_t i = hand > 0 ? k : n - 1 - k;
        join(points_[i], segments_[(i + m - 1) % m], segments_[i], hand);
      }
      return;
    }
    put(hand > 0 ? points_.front() + offset(segments_.front().direction, hand) : points_.back() + offset(segments_.back().direction, hand));
    for (std::size_t k = 1; k + 1 < n; ++k) {
      const std::size_t i = hand > 0 ? k : n - 1 - k;
      join(points_[i], segments_[i - 1], segments_[i], hand);
    }
    put(hand > 0 ? points_.back() + offset(segments_.back().direction, hand) : points_.front() + offset(segments_.front().direction, hand));
  }

  void join(Pixel at, const Segment& in, const Segment& out, int hand) {
    const double turn = cross(in.direction, out.direction), along = dot(in.direction, out.direction);
    const Pixel first = offset(hand > 0 ? in.direction : out.direction, hand), second = offset(hand > 0 ? out.direction : in.direction, hand);
    // Where the two offset lines meet: (a + b) / (1 + a.b) times the half width.
    const Pixel meeting = (first + second) * (1 / (1 + std::max(along, -0.999)));
    const bool inner = turn * hand > 0;
    if (inner) {
      // Good as long as it lies beside both segments; else by way of the vertex, so that the outline stays closed there.
      const double reach = half_ * std::fabs(turn) / (1 + std::max(along, -0.999));
      if (reach <= std::min(in.length, out.length)) return put(at + meeting);
      put(at + first);
      put(at);
      return put(at + second);
    }
    const double miter = std::sqrt(2 / (1 + std::max(along, -0.999)));   // length of the miter over the half width
    const bool hardly_bent = half_ * (miter - 1) < 0.05;
    if (hardly_bent || (shape_.join == StrokeShape::Join::Miter && miter <= shape_.miter_limit)) return put(at + meeting);
    if (shape_.join == StrokeShape::Join::Round) return arc(at, first, std::atan2(cross(first, second), dot(first, second)));
    put(at + first);
    put(at + second);
  }

  /// Half way round an end, from the right side of `direction` to the left.
  void cap(Pixel at, Pixel direction) {
    if (shape_.cap == StrokeShape::Cap::Butt) return;
    if (shape_.cap == StrokeShape::Cap::Round) return arc(at, offset(direction, 1), -std::numbers::pi);
    const Pixel on = direction * half_;
    put(at + offset(direction, 1) + on);
    put(at + offset(direction, -1) + on);
  }

  void dot_at(Pixel p) {
    if (shape_.cap == StrokeShape::Cap::Round) return add_circle(p, half_, out_);
    ring_.clear();
    for (const Pixel corner : {Pixel{-half_, half_}, Pixel{half_, half_}, Pixel{half_, -half_}, Pixel{-half_, -half_}}) put(p + corner);
    flush();
  }

  void flush() {
    out_.add_ring(ring_);
    ring_.clear();
  }

  const StrokeShape& shape_;
  double half_;
  CoverageBuffer& out_;
  static thread_local std::vector<Pixel> points_;
  static thread_local std::vector<Segment> segments_;
  static thread_local std::vector<FixedPoint> ring_;
};

thread_local std::vector<Pixel> Outline::points_;
thread_local std::vector<Segment> Outline::segments_;
thread_local std::vector<FixedPoint> Outline::ring_;

}  // namespace

void stroke_line(std::span<const Pixel> line, bool closed, const StrokeShape& shape, CoverageBuffer& out) {
  if (shape.width > 0 && !line.empty()) Outline(shape, out).trace(line, closed);
}

void stroke_dashes(std::span<const Pixel> line, double start, const StrokeShape& shape, CoverageBuffer& out) {
  std::vector<double> pattern = shape.dashes;
  if (pattern.size() % 2 != 0) pattern.insert(pattern.end(), shape.dashes.begin(), shape.dashes.end());
  double total = 0;
  for (const double dash : pattern) total += dash;
  if (line.size() < 2) return;
  if (total < least_pattern) return stroke_line(line, false, shape, out);
  std::size_t at = 0;
  double left = std::fmod(start, total);
  while (left >= pattern[at]) {
    left -= pattern[at];
    at = (at + 1) % pattern.size();
  }
  left = pattern[at] - left;   // of the current dash or gap
  Outline outline(shape, out);
  std::vector<Pixel> dash;
  if (at % 2 == 0) dash.push_back(line.front());
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Pixel way = line[i + 1] - line[i];
    const double length = std::sqrt(dot(way, way));
    double done = 0;
    while (length - done > left) {
      done += left;
      const Pixel here = line[i] + way * (done / length);
      if (at % 2 == 0) {
        dash.push_back(here);
        outline.trace(dash, false);
        dash.clear();
      } else {
        dash.assign(1, here);
      }
      at = (at + 1) % pattern.size();
      left = pattern[at];
    }
    left -= length - done;
    if (at % 2 == 0) dash.push_back(line[i + 1]);
  }
  if (dash.size() > 1) outline.trace(dash, false);
}

void add_circle(Pixel center, double radius, CoverageBuffer& out) {
  const int steps = std::max(8, arc_steps(radius, 2 * std::numbers::pi));
  const double c = std::cos(2 * std::numbers::pi / steps), s = -std::sin(2 * std::numbers::pi / steps);   // the way strokes turn
  static thread_local std::vector<FixedPoint> ring;
  ring.clear();
  Pixel arm{radius, 0};
  for (int i = 0; i < steps; ++i) {
    ring.push_back(to_fixed(center + arm));
    arm = {arm.x * c - arm.y * s, arm.x * s + arm.y * c};
  }
  out.add_ring(ring);
}

}  // namespace dateline::render::detail
