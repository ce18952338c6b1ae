#include "render/arrow_labels.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr int line_samples = 24, fine_samples = 64;
constexpr double farthest_from_line = 20;   // px, one and a half label heights
constexpr double blocked = 200;             // cost of a position that is none

double nearest(const std::vector<PagePoint>& line, const PageBox& box) {
  double best = 1e9;
  for (const PagePoint p : line) best = std::min(best, distance_to_box(p, box));
  return best;
}

// How much of the first box lies under the second.
double common_share(const PageBox& box, const PageBox& other) {
  const double width = std::min(box.right, other.right) - std::max(box.left, other.left), height = std::min(box.bottom, other.bottom) - std::max(box.top, other.top);
  return std::max(width, 0.0) * std::max(height, 0.0) / (box.width() * box.height());
}

}  // namespace

ArrowLabels::ArrowLabels(const LabelInput& input, PanelLabels& out) : in_(input), out_(out), bounds_(label_bounds(input.panel.frame.page())) {}

PageBox ArrowLabels::badge_box(std::size_t mark, PagePoint center) const {
  const double extra = in_.scene.marks[mark].not_confirmed ? 2 * badge_ring + 1 : 2.4;
  return box_at(center, badge_width(number_of(in_.scene, mark), in_.theme, in_.type) + extra, badge_height(in_.theme) + extra);
}

bool ArrowLabels::place_on_line(const MarkedArrow& arrow) {
  const auto marks = arrow.marks();
  const double length = std::max(arrow.line.length(), 1.0);
  double step = 0;
  for (const std::size_t m : marks) step = std::max(step, badge_box(m, {}).width() + 1.5);
  std::vector<PagePoint> best;
  double least = 0;
  for (int i = 3; i <= 29; ++i) {
    const double t = i / 32.0, half = static_cast<double>(marks.size() - 1) / 2;
    std::vector<PagePoint> centers;
    double cost = 20 * std::abs(t - 0.48);
    for (std::size_t k = 0; k < marks.size(); ++k) {
      const double at = t + (static_cast<double>(k) - half) * step / length;
      centers.push_back(arrow.line.at(std::clamp(at, 0.0, 1.0)));
      cost += at < 0.05 || at > 0.95 ? blocked : badge_cost(arrow, badge_box(marks[k], centers.back()));
      if (k > 0 && badge_box(marks[k], centers[k]).overlaps(badge_box(marks[k - 1], centers[k - 1]))) cost += blocked;
    }
    if (best.empty() || cost < least) best = std::move(centers), least = cost;
  }
  if (least >= blocked) return false;
  for (std::size_t k = 0; k < marks.size(); ++k) add_badge(marks[k], best[k]);
  return true;
}

double ArrowLabels::badge_cost(const MarkedArrow& arrow, const PageBox& box) const {
  double cost = 0;
  if (!holds(bounds_, box)) cost += blocked;
  for (const PageBox& other : out_.obstacles.boxes) cost += box.grown(2).overlaps(other) ? blocked : 0;
  for (const auto& disc : out_.obstacles.discs) cost += distance_to_box(disc.center, box) < disc.radius + 2 ? blocked : 0;
  for (const MarkedArrow& other : in_.marks.arrows) {
    if (&other == &arrow) continue;
    const double d = distance_to_line(center_of(box), other.line.sampled(line_samples));
    if (d < box.height() / 2 + 3) cost += 60;
  }
  return cost;
}

void ArrowLabels::add_badge(std::size_t mark, PagePoint center) {
  const PageBox box = badge_box(mark, center);
  out_.badges.push_back({mark, center, box});
  out_.obstacles.boxes.push_back(box.grown(2.5));
}

std::vector<LabelVariant> ArrowLabels::beside(const LabelShape& shape, const MarkedArrow& a) const {
  const double t = badge_parameter(a);
  std::vector<LabelVariant> variants = beside_line(shape, a.line, t, a.look.width / 2 + 6);
  // Close to the badge it is on the line's far side of the badge.
  for (LabelVariant& v : beside_line(shape, a.line, t, badge_height(in_.theme) / 2 + 5)) {
    v.candidate.cost += 0.5;
    variants.push_back(std::move(v));
  }
  const auto own = a.line.sampled(fine_samples);
  std::erase_if(variants, [&](LabelVariant& v) {
    const PageBox& box = v.candidate.boxes.front();
    const double d = nearest(own, box);
    if (v.candidate.may_lie_on_lines || d > farthest_from_line) return true;
    v.candidate.cost += 0.4 * std::max(0.0, d - 8);
    for (const MarkedPlace& p : in_.marks.places) {
      if (has_outline(in_.scene.places[p.place])) continue;
      const PlaceView& view = in_.panel.places[p.place];
      if (distance_to_box(view.center, box) - view.radius > d + 6) continue;
      if (p.place != a.from && p.place != a.to) return true;
      v.candidate.cost += 14;
    }
    for (const MarkedArrow& other : in_.marks.arrows) {
      if (&other != &a && nearest(other.line.sampled(fine_samples), box) < d + 3) return true;
    }
    return false;
  });
  return variants;
}

void ArrowLabels::tie(std::vector<LabelVariant>& variants, const Curve& line) {
  constexpr double needs_tie = 7, short_of_line = 3;   // px
  const auto points = line.sampled(fine_samples);
  for (LabelVariant& v : variants) {
    const PageBox& box = v.candidate.boxes.front();
    // Not at the tail or the head, where other arrows may begin or end.
    PagePoint best = line.at(0.5);
    for (std::size_t i = points.size() / 6; i < points.size() * 5 / 6; ++i) {
      if (distance_to_box(points[i], box) < distance_to_box(best, box)) best = points[i];
    }
    const PagePoint from{std::clamp(best.x, box.left, box.right), std::clamp(best.y, box.top, box.bottom)};
    const double gap = distance(from, best);
    if (gap < needs_tie + short_of_line) continue;
    v.candidate.leader = PageSegment{best + (from - best) * (short_of_line / gap), from};
  }
}

double ArrowLabels::badge_parameter(const MarkedArrow& a) const {
  for (const PlacedBadge& b : out_.badges) {
    if (b.mark != a.mark) continue;
    for (int i = 3; i <= 29; ++i) {
      if (distance(a.line.at(i / 32.0), b.center) < 0.5) return i / 32.0;
    }
  }
  return 0.5;
}

void ArrowLabels::rescue(const Curve& line, std::size_t mark) {
  constexpr double beside[] = {0, 17, -17, 32, -32};   // px
  PagePoint best = line.at(0.5), foot = best;
  double least = 1e9;
  for (int i = 1; i <= 30; ++i) {
    const PagePoint on_line = line.at(i / 32.0), tangent = line.tangent(i / 32.0);
    for (const double off : beside) {
      const PagePoint center = on_line + PagePoint{-tangent.y, tangent.x} * off;
      const PageBox box = badge_box(mark, center).grown(1);
      double cost = 0.01 * std::abs(i - 16) + 0.02 * std::abs(off);
      for (const PlacedBadge& b : out_.badges) cost += 8 * common_share(box, b.box);
      for (const PlacedText& t : out_.event_texts) cost += 4 * common_share(box, t.box);
      if (!holds(bounds_, box)) cost += 6;
      if (cost < least) least = cost, best = center, foot = on_line;
    }
  }
  add_badge(mark, best);
  if (distance(best, foot) > badge_height(in_.theme)) out_.leaders.push_back({foot, best + direction(best, foot) * (badge_box(mark, best).height() / 2)});
}

}  // namespace dateline::render
