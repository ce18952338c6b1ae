#include "render/name_axis.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render {
namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double slants[] = {0, 12, -12, 24, -24, 36, -36, 48, -48};
constexpr double turns[] = {0, 0.4, -0.4, 0.8, -0.8, 1.2, -1.2};   // radians over the wanted length
constexpr double steepest = 52;
constexpr double step = 6;                              // px along a line that is tried
constexpr std::size_t most_middles = 320, most_axes = 8;
constexpr double apart = 34;                            // px between the middles of two lines offered
// Costs, to be weighed against the share of the wanted length that is missing.
constexpr double missing_cost = 14, slant_cost = 0.1, turn_cost = 1.1, not_level_cost = 0.7, off_center_cost = 6, tight_cost = 2;

std::vector<PagePoint> middles(const RoomField& field, double room) {
  std::vector<PagePoint> all;
  const PageBox& b = field.area();
  for (double y = b.top + RoomField::cell * 1.5; y < b.bottom; y += 2 * RoomField::cell) {
    for (double x = b.left + RoomField::cell * 1.5; x < b.right; x += 2 * RoomField::cell) {
      if (field.room({x, y}) >= room) all.push_back({x, y});
    }
  }
  if (all.size() <= most_middles) return all;
  std::vector<PagePoint> thinned;
  const double every = static_cast<double>(all.size()) / static_cast<double>(most_middles);
  for (double i = 0; i < static_cast<double>(all.size()); i += every) thinned.push_back(all[static_cast<std::size_t>(i)]);
  return thinned;
}

// A line as it leaves any middle: its points at every step ahead and back, relative to the middle. Made once for all middles.
struct Course {
  double slant = 0, turn = 0;
  struct Step {
    PagePoint ahead, back;
  };
  std::vector<Step> steps;
};

std::vector<Course> courses(const NameWish& wish) {
  std::vector<Course> all;
  const double length = std::max(wish.wanted, 1.0);
  for (const double slant : slants) {
    for (const double turn : turns) {
      if (turn != 0 && !wish.may_bend) continue;
      if (std::abs(slant) + std::abs(turn) / 2 / radian > steepest) continue;
      Course course{slant, turn, {}};
      const NameAxis line{{}, slant, turn / length, 0, 0};
      for (double half = 0; half < wish.wanted / 2; half += step) course.steps.push_back({line.spot(half + step, 0).at, line.spot(-half - step, 0).at});
      all.push_back(std::move(course));
    }
  }
  return all;
}

// How far to either side of the middle the band stays inside, twice the shorter side.
double length_inside(const RoomField& field, const Course& course, PagePoint middle, double room) {
  const auto outside = std::ranges::find_if(course.steps, [&](const Course::Step& s) { return field.room(middle + s.ahead) < room || field.room(middle + s.back) < room; });
  return 2 * step * static_cast<double>(outside - course.steps.begin());
}

double cost_of(const Course& course, double missing) {
  const bool level = course.slant == 0 && course.turn == 0;
  return missing_cost * missing * std::sqrt(missing) + slant_cost * std::abs(course.slant) + turn_cost * std::abs(course.turn) + (level ? 0 : not_level_cost);
}

}  // namespace

NameAxis::Spot NameAxis::spot(double along, double below) const noexcept {
  const double angle = degrees * radian;
  const PagePoint way{std::cos(angle), std::sin(angle)}, right{-way.y, way.x};
  if (std::abs(bend) < 1e-9) return {middle + way * along + right * below, degrees};
  const double turned = along * bend, radius = 1 / bend;
  // The circle's middle lies to the right of the way for a positive bend.
  const PagePoint center = middle + right * radius;
  return {center + rotated(right * (below - radius), turned), degrees + turned / radian};
}

std::vector<NameAxis> name_axes(const RoomField& field, const NameWish& wish) {
  const double room = wish.height / 2;
  const PageBox& box = field.area();
  const double reach = std::hypot(box.width(), box.height()) + 1;
  std::vector<NameAxis> all;
  const std::vector<Course> ways = courses(wish);
  for (const PagePoint middle : middles(field, room)) {
    const double off_center = off_center_cost * distance(middle, wish.center) / reach;
    const double tight = tight_cost * (1 - std::min(1.0, field.room(middle) / (1.5 * wish.height)));
    for (const Course& way : ways) {
      const double length = length_inside(field, way, middle, room);
      if (length < wish.least) continue;
      const double missing = std::max(0.0, 1 - length / std::max(wish.wanted, 1.0));
      all.push_back({middle, way.slant, way.turn / std::max(wish.wanted, 1.0), length, cost_of(way, missing) + off_center + tight});
    }
  }
  std::ranges::stable_sort(all, {}, &NameAxis::cost);
  std::vector<NameAxis> chosen;
  for (const NameAxis& axis : all) {
    if (chosen.size() >= most_axes) break;
    if (std::ranges::none_of(chosen, [&](const NameAxis& other) { return distance(axis.middle, other.middle) < apart; })) chosen.push_back(axis);
  }
  return chosen;
}

std::vector<PageBox> boxes_along(const NameAxis& axis, double length, double height) {
  if (axis.degrees == 0 && axis.bend == 0) return {box_at(axis.middle, length, height)};
  const int pieces = std::max(1, static_cast<int>(std::ceil(length / height)));
  const double piece = length / pieces;
  std::vector<PageBox> boxes;
  for (int i = 0; i < pieces; ++i) {
    // The corners of the piece, and the middle of its sides, where an arc is farthest out.
    std::vector<PageRing> corners(1);
    for (const double along : {i * piece, (i + 0.5) * piece, (i + 1) * piece}) {
      for (const double below : {-height / 2, height / 2}) corners.front().push_back(axis.spot(along - length / 2, below).at);
    }
    boxes.push_back(*box_of(corners));
  }
  return boxes;
}

}  // namespace dateline::render
