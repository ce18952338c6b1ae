#include "render/sea_ground.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

double size_of(const geo::Box& box) { return box.longitude_span() * box.latitude_span(); }

geo::Box inner_part(const geo::Box& box, double share) {
  const double aside = box.longitude_span() * (1 - share) / 2, up = box.latitude_span() * (1 - share) / 2;
  const auto wrapped = [](double longitude) { return std::remainder(longitude, 360.0); };
  return {wrapped(box.west + aside), box.south + up, wrapped(box.west + box.longitude_span() - aside), box.north - up};
}

// A box of degrees on the page; the whole panel where a corner has no place there: the water's own shape must do then.
std::vector<PageRing> rings_of(const geo::Box& box, const MapFrame& frame) {
  constexpr int pieces = 8;
  constexpr double widest = 120;   // degrees: beyond it, the edges of a box are no edges of a map
  PageRing ring;
  const auto add = [&](double x, double y) {
    const auto place = geo::LonLat::make(geo::Lon(std::remainder(box.west + x * box.longitude_span(), 360.0)), geo::Lat(box.south + y * box.latitude_span()));
    if (const auto p = place ? frame.to_page(*place) : std::nullopt) ring.push_back(*p);
  };
  for (int i = 0; i < pieces; ++i) add(static_cast<double>(i) / pieces, 0);
  for (int i = 0; i < pieces; ++i) add(1, static_cast<double>(i) / pieces);
  for (int i = 0; i < pieces; ++i) add(1 - static_cast<double>(i) / pieces, 1);
  for (int i = 0; i < pieces; ++i) add(0, 1 - static_cast<double>(i) / pieces);
  const PageBox& page = frame.page();
  if (ring.size() == 4 * pieces && box.longitude_span() < widest) return {ring};
  return {{{page.left, page.top}, {page.right, page.top}, {page.right, page.bottom}, {page.left, page.bottom}}};
}

}  // namespace

std::optional<SeaReach> reach_of(const ScenePlace& place) {
  if (place.shape != PlaceShape::Water || place.outline.empty()) return std::nullopt;
  const auto box = geo::bounding_box(place.outline.front().outer);
  if (!box) return std::nullopt;
  return SeaReach{place.point, *box, place.parts};
}

std::vector<ShownSea> seas_shown(const Scene& scene, const MapFrame& frame) {
  std::vector<ShownSea> seas;
  const auto add = [&](const geo::Box& box) {
    const auto rings = rings_of(box, frame);
    if (const auto around = box_of(rings); around && around->overlaps(frame.page())) seas.push_back({box, RingIndex(rings)});
  };
  for (const auto& label : scene.context_labels) {
    if (label.water) add(label.box);
  }
  for (const ScenePlace& place : scene.places) {
    if (const auto sea = reach_of(place)) add(sea->box);
  }
  return seas;
}

SeaGround::SeaGround(const std::vector<ShownSea>& seas, const MapFrame& frame, const SeaReach& sea) {
  constexpr double near_panel = 120;              // px
  constexpr double body = 0.88, heart = 0.5;      // of the box: what is left without the corners; what is surely no other sea
  constexpr double least_share = 0.35;            // of the heart, if the middle lies far outside the panel
  const PageBox& page = frame.page();
  const auto middle = frame.to_page(sea.point);
  const bool shown = middle && page.contains(*middle);
  std::vector<geo::Box> boxes = sea.parts;
  if (shown) boxes = {inner_part(sea.box, body)};
  else if (boxes.empty()) boxes = {inner_part(sea.box, heart)};
  for (const geo::Box& part : boxes) {
    const auto rings = rings_of(part, frame);
    const auto box = box_of(rings);
    if (!box || !box->overlaps(page)) continue;
    box_ = box_ ? unite(*box_, *box) : *box;
    own_.emplace_back(rings);
  }
  if (!box_) return;
  const double width = std::min(box_->right, page.right) - std::max(box_->left, page.left), height = std::min(box_->bottom, page.bottom) - std::max(box_->top, page.top);
  const bool much_of_it = width * height >= least_share * box_->width() * box_->height() && sea.box.longitude_span() < 120;
  sure_ = shown || !sea.parts.empty() || (middle && page.grown(near_panel).contains(*middle)) || much_of_it;
  for (const ShownSea& other : seas) {
    if (!(other.box == sea.box) && size_of(other.box) < size_of(sea.box) && geo::intersects(other.box, sea.box)) others_.push_back(&other.area);
  }
}

bool SeaGround::holds(PagePoint p) const {
  return std::ranges::any_of(own_, [p](const RingIndex& area) { return area.contains(p); }) && std::ranges::none_of(others_, [p](const RingIndex* area) { return area->contains(p); });
}

}  // namespace dateline::render
