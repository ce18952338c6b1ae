#include "render/label_candidates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/ring_index.hpp"

namespace dateline::render {
namespace {
constexpr double clearance = 3.5;         // px between a symbol and its label
constexpr double badge_space = 3;
}  // namespace

LabelShape::LabelShape(const LabelContent& content, const Theme& theme, const Typesetter& type, Arrangement arrangement)
    : content_(content), stacked_(arrangement == Arrangement::Stack) {
  const bool rings = std::ranges::find(content.ringed, true) != content.ringed.end();
  const double extra = rings ? 2 * badge_ring + 1 : 2.4;   // the ring, or the pale rim
  if (!content.badges.empty()) badge_height_ = badge_height(theme) + extra;
  double row = 0;
  for (std::size_t i = 0; i < content.badges.size(); ++i) {
    badge_widths_.push_back(badge_width(content.badges[i], theme, type) + extra);
    if (i % badges_a_row == 0) row = 0, badges_height_ += badge_height_ + (i > 0 ? badge_space : 0);
    row += badge_widths_.back() + (i % badges_a_row > 0 ? badge_space : 0);
    badges_width_ = std::max(badges_width_, row);
  }
  gap_ = content.badges.empty() || content.text.lines.empty() ? 0 : 5;
  width_ = badges_width_ + gap_ + content.text.width;
  height_ = std::max(badges_height_, content.text.height);
  if (!stacked_) return;
  width_ = std::max(badges_width_, content.text.width);
  height_ = badges_height_ + (gap_ > 0 ? badge_space : 0) + content.text.height;
}

LabelVariant LabelShape::stacked_at(PagePoint corner) const {
  LabelVariant v;
  v.align = TextAnchor::Middle;
  v.text_corner = {corner.x + (width_ - content_.text.width) / 2, corner.y + height_ - content_.text.height};
  const double left = corner.x + (width_ - badges_width_) / 2;
  double x = left, y = corner.y + badge_height_ / 2;
  for (std::size_t i = 0; i < badge_widths_.size(); ++i) {
    if (i > 0 && i % badges_a_row == 0) x = left, y += badge_height_ + badge_space;
    v.badge_centers.push_back({x + badge_widths_[i] / 2, y});
    x += badge_widths_[i] + badge_space;
  }
  v.candidate.boxes = {{corner.x, corner.y, corner.x + width_, corner.y + height_}};
  return v;
}

LabelVariant LabelShape::at(PagePoint corner, Order order, TextAnchor align) const {
  if (stacked_) return stacked_at(corner);
  LabelVariant v;
  v.align = align;
  const bool first = order == Order::BadgesFirst;
  const double badges_left = first ? corner.x : corner.x + content_.text.width + gap_;
  v.text_corner = {first ? corner.x + badges_width_ + gap_ : corner.x, corner.y + (height_ - content_.text.height) / 2};
  double x = badges_left, y = corner.y + (height_ - badges_height_) / 2 + badge_height_ / 2;
  for (std::size_t i = 0; i < badge_widths_.size(); ++i) {
    if (i > 0 && i % badges_a_row == 0) x = badges_left, y += badge_height_ + badge_space;
    v.badge_centers.push_back({x + badge_widths_[i] / 2, y});
    x += badge_widths_[i] + badge_space;
  }
  v.candidate.boxes = {{corner.x, corner.y, corner.x + width_, corner.y + height_}};
  return v;
}

std::vector<LabelVariant> around_point(const LabelShape& shape, PagePoint c, double radius) {
  using enum LabelShape::Order;
  const double w = shape.width(), h = shape.height();
  const double side = radius + clearance;          // label beside the symbol
  const double corner = radius * 0.72 + 2;         // diagonal positions tuck into the corner
  std::vector<LabelVariant> result;
  const auto add = [&](double left, double top, LabelShape::Order order, TextAnchor align, double cost) {
    result.push_back(shape.at({left, top}, order, align));
    result.back().candidate.cost = cost;
  };
  add(c.x + corner, c.y - corner - h, BadgesFirst, TextAnchor::Start, 0);
  add(c.x + side, c.y - h / 2, BadgesFirst, TextAnchor::Start, 1);
  add(c.x - corner - w, c.y - corner - h, BadgesLast, TextAnchor::End, 2);
  add(c.x - side - w, c.y - h / 2, BadgesLast, TextAnchor::End, 3);
  add(c.x + corner, c.y + corner, BadgesFirst, TextAnchor::Start, 3.5);
  add(c.x - w / 2, c.y - side - h, BadgesFirst, TextAnchor::Middle, 4);
  add(c.x - corner - w, c.y + corner, BadgesLast, TextAnchor::End, 4.5);
  add(c.x - w / 2, c.y + side, BadgesFirst, TextAnchor::Middle, 5);
  // Farther off, tied to the symbol by a line. The line ends at the label's nearest edge.
  constexpr int directions = 16;
  for (const double reach : {13.0, 23.0, 34.0}) {
    for (int i = 0; i < directions; ++i) {
      const double angle = 2 * std::numbers::pi * i / directions - 0.4;
      const PagePoint d{std::cos(angle), std::sin(angle)};
      const PagePoint rim = c + d * radius, tip = c + d * (radius + reach);
      const bool right = d.x >= 0;
      const double left = std::abs(d.x) < 0.35 ? tip.x - w / 2 : right ? tip.x + 2 : tip.x - w - 2;
      const double top = std::abs(d.x) < 0.35 ? (d.y < 0 ? tip.y - h - 1 : tip.y + 1) : tip.y - h / 2;
      LabelVariant v = shape.at({left, top}, right ? BadgesFirst : BadgesLast, right ? TextAnchor::Start : TextAnchor::End);
      v.candidate.leader = PageSegment{rim, tip};
      v.candidate.cost = 9 + reach * 0.25 + (right ? 0 : 1.5) + (d.y > 0 ? 1 : 0);
      result.push_back(std::move(v));
    }
  }
  return result;
}

std::vector<LabelVariant> beside_line(const LabelShape& shape, const Curve& line, double preferred, double distance) {
  std::vector<LabelVariant> result;
  for (int step = 1; step < 24; ++step) {
    const double t = step / 24.0;
    const PagePoint p = line.at(t), tangent = line.tangent(t);
    for (const double turn : {1.0, -1.0}) {
      const PagePoint normal{-tangent.y * turn, tangent.x * turn};
      for (const double extra : {0.0, 6.0}) {
        const double reach = std::abs(normal.x) * shape.width() / 2 + std::abs(normal.y) * shape.height() / 2 + distance + extra;
        const PagePoint center = p + normal * reach;
        const TextAnchor align = normal.x > 0.4 ? TextAnchor::Start : normal.x < -0.4 ? TextAnchor::End : TextAnchor::Middle;
        const auto order = normal.x < -0.4 ? LabelShape::Order::BadgesLast : LabelShape::Order::BadgesFirst;
        LabelVariant v = shape.at({center.x - shape.width() / 2, center.y - shape.height() / 2}, order, align);
        // The convex side of a bent line has more room and reads as its outside.
        v.candidate.cost = 14 * std::abs(t - preferred) + extra * 0.3 + (normal.y > 0.3 ? 0.6 : 0);
        result.push_back(std::move(v));
        // Beside a slanting line a wide label stands closer with one corner at the line's middle than with its own middle there.
        if (std::abs(normal.x) < 0.3 || std::abs(normal.y) < 0.3) continue;
        const PagePoint near = p + normal * (distance + extra);
        LabelVariant c = shape.at({normal.x > 0 ? near.x : near.x - shape.width(), normal.y > 0 ? near.y : near.y - shape.height()}, order, align);
        c.candidate.cost = 14 * std::abs(t - preferred) + extra * 0.3 + (normal.y > 0.3 ? 0.6 : 0) + 0.3;
        result.push_back(std::move(c));
      }
    }
  }
  const std::size_t off_line = result.size();
  for (std::size_t i = 0; i < off_line; i += 4) {
    LabelVariant last_resort = result[i];
    last_resort.candidate.may_lie_on_lines = true;
    last_resort.candidate.cost += 60;
    result.push_back(std::move(last_resort));
  }
  return result;
}

namespace {
// Beside a small area: at its right, left, above, below, and there at three heights.
std::vector<LabelVariant> around_box(const LabelShape& shape, const PageBox& box) {
  using enum LabelShape::Order;
  const double w = shape.width(), h = shape.height();
  const PagePoint c = center_of(box);
  std::vector<LabelVariant> result;
  const auto add = [&](double left, double top, LabelShape::Order order, TextAnchor align, double cost) {
    result.push_back(shape.at({left, top}, order, align));
    result.back().candidate.cost = cost;
  };
  for (const double shift : {0.0, -0.4, 0.4}) {
    const double worse = std::abs(shift) * 4;
    const double y = c.y - h / 2 + shift * (box.height() + h), x = c.x - w / 2 + shift * (box.width() + w);
    add(box.right + clearance, y, BadgesFirst, TextAnchor::Start, 1 + worse);
    add(box.left - clearance - w, y, BadgesLast, TextAnchor::End, 2 + worse);
    add(x, box.top - clearance - h, BadgesFirst, TextAnchor::Middle, 3 + worse);
    add(x, box.bottom + clearance, BadgesFirst, TextAnchor::Middle, 3.5 + worse);
  }
  return result;
}
// Beside the points of an outline that lie farthest in eight directions: of a slanting area, the corners of its box are far away.
std::vector<LabelVariant> beside_outline(const LabelShape& shape, const std::vector<PageRing>& rings) {
  using enum LabelShape::Order;
  const double w = shape.width(), h = shape.height();
  std::vector<LabelVariant> result;
  constexpr int directions = 8;
  for (int i = 0; i < directions; ++i) {
    const double angle = 2 * std::numbers::pi * i / directions;
    const PagePoint way{std::cos(angle), std::sin(angle)};
    std::optional<PagePoint> tip;
    for (const PageRing& ring : rings) {
      for (const PagePoint p : ring) {
        if (!tip || p.x * way.x + p.y * way.y > tip->x * way.x + tip->y * way.y) tip = p;
      }
    }
    if (!tip) return {};
    const PagePoint center = *tip + PagePoint{way.x * (w / 2 + clearance), way.y * (h / 2 + clearance)};
    const bool left = way.x < -0.3;
    result.push_back(shape.at({center.x - w / 2, center.y - h / 2}, left ? BadgesLast : BadgesFirst, left ? TextAnchor::End : way.x > 0.3 ? TextAnchor::Start : TextAnchor::Middle));
    result.back().candidate.cost = 1.5 + (left ? 1 : 0) + (way.y > 0.3 ? 0.5 : 0);
  }
  return result;
}
}  // namespace

std::vector<LabelVariant> inside_area(const LabelShape& shape, const std::vector<PageRing>& rings, PagePoint preferred, AreaSize size) {
  std::vector<LabelVariant> result;
  const RingIndex area(rings);
  const auto& box = area.box();
  if (!box) return result;
  const double w = shape.width(), h = shape.height();
  constexpr int columns = 22, rows = 18;
  const double reach = std::hypot(box->width(), box->height()) + 1;
  const auto offer = [&](PagePoint center) {
    if (!area.contains(center)) return;
    // Nine points of the label say how much of it lies inside.
    int within = 0;
    for (const double dx : {-0.5, 0.0, 0.5}) {
      for (const double dy : {-0.5, 0.0, 0.5}) within += area.contains({center.x + dx * w, center.y + dy * h});
    }
    if (within < 3) return;
    LabelVariant v = shape.at({center.x - w / 2, center.y - h / 2}, LabelShape::Order::BadgesFirst, TextAnchor::Middle);
    v.candidate.cost = 2.5 * (9 - within) + 12 * distance(center, preferred) / reach;
    result.push_back(std::move(v));
  };
  offer(preferred);
  for (int i = 0; i < columns; ++i) {
    for (int j = 0; j < rows; ++j) offer({box->left + box->width() * (i + 0.5) / columns, box->top + box->height() * (j + 0.5) / rows});
  }
  // An area that its label would hide carries it at its side.
  if (size == AreaSize::MayBeSmall && (box->width() < w * 1.5 || box->height() < h * 1.8)) {
    for (LabelVariant& v : result) v.candidate.cost += 14;
    for (LabelVariant& v : around_box(shape, *box)) result.push_back(std::move(v));
    for (LabelVariant& v : beside_outline(shape, rings)) result.push_back(std::move(v));
  }
  return result;
}

void weigh_ground(std::vector<LabelVariant>& variants, const LandMask& mask, bool prefer_water) {
  for (LabelVariant& v : variants) {
    const PageBox& box = v.candidate.boxes.front();
    const double land = mask.land_share(box);
    if (land > 0.02 && land < 0.98) v.candidate.cost += 3.2;
    if (prefer_water) v.candidate.cost += 3 * land;
  }
}

}  // namespace dateline::render
