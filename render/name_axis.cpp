#include "render/name_axis.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render {
namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double slants[] = {0, 15, -15, 30, -30, 45, -45};
constexpr double level_is_enough = 0.72;   // share of the longest line that a level one needs to win: slanting names read worse
constexpr int rows = 11;

struct Stretch {
  double from = 0, to = 0;
  [[nodiscard]] double length() const { return to - from; }
};

// Where a level line crosses the inside.
std::vector<Stretch> stretches_at(std::span<const PageRing> rings, double y) {
  std::vector<double> crossings;
  for (const PageRing& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const PagePoint a = ring[j], b = ring[i];
      if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
  }
  std::ranges::sort(crossings);
  std::vector<Stretch> result;
  for (std::size_t i = 1; i < crossings.size(); i += 2) result.push_back({crossings[i - 1], crossings[i]});
  return result;
}

std::vector<Stretch> common(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
  std::vector<Stretch> result;
  for (const Stretch& s : a) {
    for (const Stretch& t : b) {
      const Stretch both{std::max(s.from, t.from), std::min(s.to, t.to)};
      if (both.length() > 0) result.push_back(both);
    }
  }
  return result;
}

}  // namespace

std::optional<NameAxis> name_axis(std::span<const PageRing> rings, double height, const PageBox& bounds) {
  std::optional<NameAxis> best, level;
  for (const double slant : slants) {
    std::vector<PageRing> turned(rings.begin(), rings.end());
    for (PageRing& ring : turned) {
      for (PagePoint& p : ring) p = rotated(p, -slant * radian);
    }
    const auto box = box_of(turned);
    if (!box) return std::nullopt;
    for (int row = 1; row < rows; ++row) {
      const double y = box->top + box->height() * row / rows;
      const auto band = common(common(stretches_at(turned, y - height / 2), stretches_at(turned, y)), stretches_at(turned, y + height / 2));
      for (const Stretch& s : band) {
        const PagePoint middle = rotated({(s.from + s.to) / 2, y}, slant * radian);
        // Steep names must earn their slant.
        const double length = s.length() * (1 - 0.004 * std::abs(slant));
        if (!bounds.contains(middle) || (best && length <= best->length)) continue;
        best = NameAxis{middle, slant, length};
      }
    }
    if (slant == 0) level = best;
  }
  return level && best && level->length >= level_is_enough * best->length ? level : best;
}

std::vector<PageBox> boxes_along(PagePoint middle, double degrees, double length, double height) {
  const PagePoint along = rotated({1, 0}, degrees * radian);
  const int pieces = std::max(1, static_cast<int>(std::ceil(length / height)));
  const double piece = length / pieces;
  const double wide = std::abs(along.x) * piece + std::abs(along.y) * height, high = std::abs(along.y) * piece + std::abs(along.x) * height;
  std::vector<PageBox> boxes;
  for (int i = 0; i < pieces; ++i) boxes.push_back(box_at(middle + along * (piece * (i + 0.5) - length / 2), wide, high));
  return boxes;
}

}  // namespace dateline::render
