#include "render/detail/distance_field.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render::detail {

namespace {

constexpr double reach = 8, share_outside = 0.25;   ///< px over which values fall, and how much of that lies outside

struct Segment {
  Pixel a, b;
};

std::vector<Segment> segments_of(const std::vector<std::vector<Pixel>>& contours) {
  std::vector<Segment> out;
  for (const auto& contour : contours) {
    for (std::size_t i = 0, j = contour.size() - 1; i < contour.size(); j = i++) {
      out.push_back({{contour[j].x * field_size, contour[j].y * field_size}, {contour[i].x * field_size, contour[i].y * field_size}});
    }
  }
  return out;
}

double squared_distance(Pixel p, const Segment& s) noexcept {
  const double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y, length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - s.a.x) * dx + (p.y - s.a.y) * dy) / length2, 0.0, 1.0) : 0;
  const double rx = p.x - s.a.x - t * dx, ry = p.y - s.a.y - t * dy;
  return rx * rx + ry * ry;
}

/// The grid of a field while it is made.
class Grid {
 public:
  explicit Grid(const DistanceField& field)
      : left_(field.left - field_rim), top_(field.top - field_rim), width_(field.width + 2 * field_rim), height_(field.height + 2 * field_rim),
        nearest_(static_cast<std::size_t>(width_ * height_), farthest * farthest), turns_(nearest_.size(), 0) {}

  /// Only near pixels: beyond `farthest` a value says no more than that.
  void add(const Segment& s) {
    const int west = column(std::min(s.a.x, s.b.x) - farthest), east = column(std::max(s.a.x, s.b.x) + farthest);
    const int north = row(std::min(s.a.y, s.b.y) - farthest), south = row(std::max(s.a.y, s.b.y) + farthest);
    for (int y = north; y <= south; ++y) {
      for (int x = west; x <= east; ++x) {
        double& nearest = nearest_[index(x, y)];
        nearest = std::min(nearest, squared_distance(middle(x, y), s));
      }
    }
    add_turns(s);
  }

  [[nodiscard]] std::string values() const {
    std::string out;
    out.reserve(nearest_.size());
    for (std::size_t i = 0; i < nearest_.size(); ++i) {
      const double outside = turns_[i] == 0 ? std::sqrt(nearest_[i]) : -std::sqrt(nearest_[i]);
      out += static_cast<char>(static_cast<unsigned char>(std::lround(std::clamp(255 - 255 * (outside / reach + share_outside), 0.0, 255.0))));
    }
    return out;
  }

 private:
  static constexpr double farthest = reach * (1 - share_outside);   // px outside at which a value is 0; inside it is 255 earlier

  [[nodiscard]] std::size_t index(int x, int y) const noexcept { return static_cast<std::size_t>(y * width_ + x); }
  [[nodiscard]] Pixel middle(int x, int y) const noexcept { return {left_ + x + 0.5, top_ + y + 0.5}; }
  [[nodiscard]] int column(double x) const noexcept { return std::clamp(static_cast<int>(std::floor(x - left_)), 0, width_ - 1); }
  [[nodiscard]] int row(double y) const noexcept { return std::clamp(static_cast<int>(std::floor(y - top_)), 0, height_ - 1); }

  /// Pixels that lie to the left of the segment are wound round once more by it.
  void add_turns(const Segment& s) {
    for (int y = row(std::min(s.a.y, s.b.y)); y <= row(std::max(s.a.y, s.b.y)); ++y) {
      const double level = middle(0, y).y;
      if ((s.a.y <= level) == (s.b.y <= level)) continue;
      const double crossing = s.a.x + (level - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x);
      for (int x = 0; x < width_ && middle(x, y).x < crossing; ++x) turns_[index(x, y)] += s.b.y > s.a.y ? 1 : -1;
    }
  }

  int left_, top_, width_, height_;
  std::vector<double> nearest_;   ///< squared
  std::vector<int> turns_;
};

}  // namespace

DistanceField make_distance_field(const std::vector<std::vector<Pixel>>& contours) {
  DistanceField field;
  const std::vector<Segment> segments = segments_of(contours);
  if (segments.empty()) return field;
  Pixel low{1e9, 1e9}, high{-1e9, -1e9};
  for (const Segment& s : segments) {
    low = {std::min(low.x, s.a.x), std::min(low.y, s.a.y)};
    high = {std::max(high.x, s.a.x), std::max(high.y, s.a.y)};
  }
  field.left = static_cast<int>(std::floor(low.x));
  field.top = static_cast<int>(std::floor(low.y));
  field.width = static_cast<int>(std::ceil(high.x)) - field.left;
  field.height = static_cast<int>(std::ceil(high.y)) - field.top;
  Grid grid(field);
  for (const Segment& segment : segments) grid.add(segment);
  field.values = grid.values();
  return field;
}

}  // namespace dateline::render::detail
