#include "render/sea_marks.hpp"

#include <algorithm>
#include <cmath>

#include "render/panel_labels.hpp"
#include "render/room_field.hpp"
#include "render/sea_ground.hpp"

namespace dateline::render {
namespace {

constexpr double comfortable_room = 64;   // px from shores: waves, a badge and most of a name
constexpr double least_room = 13;         // px: the waves themselves
constexpr double arrow_from_beyond = 80;  // px from where labels may stand
constexpr double least_way = 70;          // px: a shorter arrow is all head
constexpr double step = 8;                // px between the spots that are looked at

/// Whether an arrow to or from the sea comes from beyond the panel: it needs a way in.
bool comes_from_beyond(const Scene& scene, std::size_t sea) {
  return std::ranges::any_of(scene.marks, [&](const Mark& mark) { return mark.origin && (*mark.origin == sea || std::ranges::find(mark.destinations, sea) != mark.destinations.end()); });
}

/// Where the arrow that begins or ends on the sea has its other end, if the panel shows that.
std::optional<PagePoint> other_end(const Scene& scene, const Panel& panel, std::size_t sea) {
  const auto shown = [&](std::size_t place) -> std::optional<PagePoint> {
    if (place >= panel.places.size() || place == sea || !panel.places[place].present) return std::nullopt;
    return panel.places[place].center;
  };
  for (const Mark& mark : scene.marks) {
    if (!mark.origin) continue;
    for (const std::size_t to : mark.destinations) {
      if (to == sea) {
        if (const auto p = shown(*mark.origin)) return p;
      } else if (*mark.origin == sea) {
        if (const auto p = shown(to)) return p;
      }
    }
  }
  return std::nullopt;
}

/// The spot with the best of room and nearness; absent where there is room nowhere.
template <typename IsInside>
std::optional<PagePoint> best_spot(const PageBox& area, PagePoint wanted, bool is_end, double way_in, const IsInside& is_inside) {
  constexpr double cost_of_room = 2.5, cost_of_way = 0.25, cost_of_way_in = 1.5;
  RoomField field(area, is_inside);
  field.measure();
  std::optional<PagePoint> best;
  double least = 0;
  for (double y = area.top + step / 2; y < area.bottom; y += step) {
    for (double x = area.left + step / 2; x < area.right; x += step) {
      const PagePoint p{x, y};
      const double room = field.room(p), way = distance(p, wanted);
      if (room < least_room || (is_end && way < least_way)) continue;
      const double from_frame = std::min({p.x - area.left, area.right - p.x, p.y - area.top, area.bottom - p.y});
      const double cost = cost_of_room * (comfortable_room - std::min(room, comfortable_room)) + cost_of_way * way + cost_of_way_in * std::max(way_in - from_frame, 0.0);
      if (!best || cost < least) best = p, least = cost;
    }
  }
  return best;
}

}  // namespace

void settle_seas(const Scene& scene, Panel& panel) {
  const PageBox area = event_bounds(panel.frame.page());
  std::vector<ShownSea> seas;   // few maps have any to settle
  for (std::size_t i = 0; i < scene.places.size(); ++i) {
    PlaceView& view = panel.places[i];
    const auto reach = view.present ? reach_of(scene.places[i]) : std::nullopt;
    if (!reach) continue;
    const auto end = other_end(scene, panel, i);
    const PagePoint wanted = end.value_or(view.center);
    const double way_in = !end && comes_from_beyond(scene, i) ? arrow_from_beyond : 0;
    if (seas.empty()) seas = seas_shown(scene, panel.frame);
    const SeaGround ground(seas, panel.frame, *reach);
    auto spot = best_spot(area, wanted, end.has_value(), way_in, [&](PagePoint p) { return !panel.mask->is_land(p) && ground.holds(p); });
    // Where other seas take all, what its box holds is still better than land.
    const RingIndex box(view.rings);
    if (!spot) spot = best_spot(area, wanted, false, way_in, [&](PagePoint p) { return !panel.mask->is_land(p) && box.contains(p); });
    if (spot) view.center = *spot;
  }
}

}  // namespace dateline::render
