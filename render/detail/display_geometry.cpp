#include "render/detail/display_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace dateline::render::detail {

namespace {

constexpr double farthest = 1e6;

template <typename Visit>
void for_each_point(const Path& path, Visit visit) {
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      visit(move->to);
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      visit(line->to);
    } else if (const auto* curve = std::get_if<CurveTo>(&segment)) {
      visit(curve->control1);
      visit(curve->control2);
      visit(curve->to);
    }
  }
}

double distance(PagePoint a, PagePoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

PagePoint point_on(PagePoint from, const CurveTo& c, double t) {
  const double s = 1 - t;
  const double a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
  return {a * from.x + b * c.control1.x + d * c.control2.x + e * c.to.x,
          a * from.y + b * c.control1.y + d * c.control2.y + e * c.to.y};
}

void append_curve(std::vector<PagePoint>& ring, PagePoint from, const CurveTo& curve) {
  const double length = distance(from, curve.control1) + distance(curve.control1, curve.control2) +
                        distance(curve.control2, curve.to);
  const int pieces = static_cast<int>(std::clamp(std::ceil(length / 2), 4.0, 256.0));
  for (int i = 1; i <= pieces; ++i) ring.push_back(point_on(from, curve, static_cast<double>(i) / pieces));
}

struct Crossing {
  double along = 0;
  int turn = 0;  // +1 or -1: the direction in which the edge crosses the hatch line
};

}  // namespace

bool is_drawable(PagePoint point) noexcept {
  return std::abs(point.x) <= farthest && std::abs(point.y) <= farthest;  // false for NaN
}

bool is_drawable(const Path& path) noexcept {
  bool good = !path.empty() && std::holds_alternative<MoveTo>(path.front());
  for_each_point(path, [&](PagePoint p) { good = good && is_drawable(p); });
  return good;
}

std::optional<PageBox> bounds(const Path& path) noexcept {
  std::optional<PageBox> box;
  for_each_point(path, [&](PagePoint p) {
    if (!box) box = PageBox{p.x, p.y, p.x, p.y};
    box->left = std::min(box->left, p.x);
    box->right = std::max(box->right, p.x);
    box->top = std::min(box->top, p.y);
    box->bottom = std::max(box->bottom, p.y);
  });
  return box;
}

bool is_rectangle(const Path& path) noexcept {
  std::vector<PagePoint> corners;
  for (const PathSegment& segment : path) {
    if (std::holds_alternative<CurveTo>(segment) || corners.size() > 5) return false;
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      if (!corners.empty()) return false;
      corners.push_back(move->to);
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      corners.push_back(line->to);
    }
  }
  if (corners.size() == 5 && corners.back() == corners.front()) corners.pop_back();
  if (corners.size() != 4) return false;
  const bool level_first = corners[0].y == corners[1].y;
  for (std::size_t i = 0; i < 4; ++i) {
    const PagePoint a = corners[i], b = corners[(i + 1) % 4];
    const bool level = (i % 2 == 0) == level_first;
    if (level ? a.y != b.y : a.x != b.x) return false;
  }
  return true;
}

std::vector<std::vector<PagePoint>> flatten(const Path& path) {
  std::vector<std::vector<PagePoint>> rings;
  PagePoint current, start;
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      rings.push_back({move->to});
      current = start = move->to;
    } else if (rings.empty()) {
      continue;
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      rings.back().push_back(line->to);
      current = line->to;
    } else if (const auto* curve = std::get_if<CurveTo>(&segment)) {
      append_curve(rings.back(), current, *curve);
      current = curve->to;
    } else {
      current = start;
    }
  }
  return rings;
}

std::vector<Segment> hatch_segments(const Path& path, FillRule rule, const Hatch& hatch) {
  if (!is_drawable(path) || !std::isfinite(hatch.angle_degrees) || !std::isfinite(hatch.spacing)) return {};
  const double spacing = std::max(hatch.spacing, 1.0);
  const double angle = hatch.angle_degrees * std::numbers::pi / 180;
  const PagePoint along{std::cos(angle), -std::sin(angle)}, across{std::sin(angle), std::cos(angle)};
  const auto dot = [](PagePoint a, PagePoint b) { return a.x * b.x + a.y * b.y; };

  // Each edge is entered at every hatch line it crosses: time grows with the number of crossings only.
  std::map<long, std::vector<Crossing>> lines;
  for (const std::vector<PagePoint>& ring : flatten(path)) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const PagePoint a = ring[i], b = ring[(i + 1) % ring.size()];
      const double from = dot(a, across) / spacing - 0.5, to = dot(b, across) / spacing - 0.5;
      const long first = std::lround(std::ceil(std::min(from, to))), past = std::lround(std::ceil(std::max(from, to)));
      for (long k = first; k < past; ++k) {
        const double t = (static_cast<double>(k) - from) / (to - from);
        lines[k].push_back({dot(a, along) + t * (dot(b, along) - dot(a, along)), from < to ? 1 : -1});
      }
    }
  }
  std::vector<Segment> segments;
  for (auto& [k, crossings] : lines) {
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) { return a.along < b.along; });
    const double offset = (static_cast<double>(k) + 0.5) * spacing;
    const auto point = [&](double s) {
      return PagePoint{across.x * offset + along.x * s, across.y * offset + along.y * s};
    };
    int winding = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
      winding = rule == FillRule::EvenOdd ? 1 - winding : winding + crossings[i].turn;
      if (winding != 0 && crossings[i + 1].along > crossings[i].along) {
        segments.emplace_back(point(crossings[i].along), point(crossings[i + 1].along));
      }
    }
  }
  return segments;
}

}  // namespace dateline::render::detail
