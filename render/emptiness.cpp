#include "render/emptiness.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

constexpr double grid = 12;          // px
constexpr double reach_share = 8;    // of the panel's shorter side

}  // namespace

double empty_share(const PanelPicture& picture) {
  const PageBox& frame = picture.frame;
  const double reach = std::min(frame.width(), frame.height()) / reach_share;
  std::vector<PageBox> things{picture.scale_bar};
  if (picture.inset) things.push_back(*picture.inset);
  for (const PlacedBadge& badge : picture.labels.badges) things.push_back(badge.box);
  for (const auto* texts : {&picture.labels.event_texts, &picture.labels.context_texts}) {
    for (const PlacedText& text : *texts) {
      for (const PageBox& box : text.boxes()) things.push_back(box);
    }
  }
  for (const PlacedDot& dot : picture.labels.dots) things.push_back(box_at(dot.center, 4, 4));
  for (const auto& disc : picture.labels.obstacles.discs) things.push_back(box_at(disc.center, 2 * disc.radius, 2 * disc.radius));
  for (const MarkedArrow& arrow : picture.marks.arrows) {
    for (const PagePoint p : arrow.line.sampled(24)) things.push_back(box_at(p, 2, 2));
  }
  int all = 0, empty = 0;
  for (double y = frame.top + grid / 2; y < frame.bottom; y += grid) {
    for (double x = frame.left + grid / 2; x < frame.right; x += grid) {
      ++all;
      if (std::ranges::none_of(things, [&](const PageBox& box) { return distance_to_box({x, y}, box) < reach; })) ++empty;
    }
  }
  return all == 0 ? 0 : static_cast<double>(empty) / all;
}

}  // namespace dateline::render
