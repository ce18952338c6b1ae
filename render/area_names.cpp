#include "render/area_names.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "render/outline_ends.hpp"
#include "render/ring_index.hpp"
#include "render/sea_ground.hpp"

namespace dateline::render {
namespace {

constexpr double least_country_area = 2'600;      // px^2 of the whole country: below, its name would cover it
constexpr double farthest_part = 6e6;             // m from a country's middle: Alaska counts, French Guiana has a name of its own
constexpr double large_country_area = 24'000;
// Widest spacing, of the type size: farther apart, letters no longer make a word. Small italics bear less than capitals.
constexpr double country_spacing = 0.8, water_spacing = 0.45;
constexpr double large_water_area = 60'000;       // px^2 of its box within the panel
constexpr double line_clearance = 5;              // px beside arrows

// Letters that neither join nor change their form beside others, so that they may stand one by one on an arc.
bool may_bend(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_at(text, at);
    at += c.length > 0 ? c.length : 1U;
    const bool simple = c.value < 0x530 || (c.value >= 0x1E00 && c.value < 0x2070) || (c.value >= 0x3040 && c.value <= 0x30FF) ||
                        (c.value >= 0x3400 && c.value <= 0x9FFF) || (c.value >= 0xAC00 && c.value <= 0xD7A3);
    if (!simple) return false;
  }
  return true;
}

std::size_t letters_in(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

// The box of longitudes and latitudes that the frame shows, from points on a grid.
std::optional<geo::Box> shown_box(const MapFrame& frame) {
  std::vector<geo::LonLat> places;
  constexpr int steps = 10;
  for (int i = 0; i <= steps; ++i) {
    for (int j = 0; j <= steps; ++j) {
      const PageBox& b = frame.page();
      if (const auto p = frame.to_lonlat({b.left + b.width() * i / steps, b.top + b.height() * j / steps})) places.push_back(*p);
    }
  }
  // Where much of the frame shows nothing of the Earth, anything may be in it.
  if (places.size() < steps * steps) return std::nullopt;
  return geo::bounding_box(places);
}

class AreaNames {
 public:
  AreaNames(const LabelInput& input, const LabelObstacles& taken) : in_(input), taken_(taken), bounds_(label_bounds(input.panel.frame.page())) {}

  CountryNames countries(const geo::BaseMap& base_map) {
    CountryNames found;
    std::vector<ContextName>& names = found.names;
    for (const MarkedPlace& p : in_.marks.places) {
      if (in_.scene.places[p.place].shape == PlaceShape::Country) found.areas.emplace_back(in_.panel.places[p.place].rings);
    }
    const std::vector<RingIndex> hatched = hatched_areas();
    const auto shown = shown_box(in_.panel.frame);
    const double metres = in_.panel.frame.ground_metres_per_pixel();
    for (const auto& country : base_map.country_labels()) {
      const double area = country.area_km2 * 1e6 / (metres * metres);
      if (area < least_country_area || names_event_country(country.iso2) || is_event_name(in_, country.name) || is_contested(country.name)) continue;
      const bool main_part_shown = !shown || geo::intersects(*shown, country.box);
      if (!main_part_shown && great_circle_distance(country.point, shown->center()).value() > farthest_part) continue;
      const auto outline = base_map.country_outline(country.iso2);
      if (!main_part_shown && !any_part_in(outline, *shown)) continue;
      const auto rings = in_.panel.frame.outline(outline, 0);
      const double visible = area_of(rings);
      if (visible < least_country_area) continue;
      const auto middle = label_point(country.point, rings);
      if (!middle) continue;
      ContextName item;
      TextStyle style = haloed(text_style(area > large_country_area ? in_.theme.country : in_.theme.small, in_.theme.country_text, 600), in_.theme.land);
      style.letter_spacing = 1;
      const std::string name = upper_case(country.name);
      const RingIndex area_index(rings);
      add_along(item, {name}, style, *area_index.box(), *middle, [&](PagePoint p) { return area_index.contains(p) && !on_hatch(hatched, p); });
      add_level(item, name_block(name, style, area_index.box()->width()), rings, *middle, area_index);
      item.priority = 500 + static_cast<int>(std::min(90.0, std::sqrt(visible) / 10));
      names.push_back(std::move(item));
      found.areas.push_back(area_index);
    }
    return found;
  }

  std::vector<ContextName> waters() {
    std::vector<ContextName> names;
    const std::vector<ShownSea> seas = seas_shown(in_.scene, in_.panel.frame);
    int rank = 0;
    for (const auto& label : in_.scene.context_labels) {
      ++rank;
      if (is_event_name(in_, label.name)) continue;
      const auto center = in_.panel.frame.to_page(label.point);
      const SeaGround ground(seas, in_.panel.frame, {label.point, label.box, label.parts});
      const auto& box = ground.box();
      if (!center || !box || !box->overlaps(bounds_) || !ground.is_sure()) continue;
      // Large waters speak louder; a strait or a bay must find room.
      const bool wide = label.water && visible_area(*box) > large_water_area;
      TextStyle style = label.water ? text_style(wide ? in_.theme.country : in_.theme.context, in_.theme.water_text, 400, true)
                                    : haloed(text_style(in_.theme.context, in_.theme.country_text, 400), in_.theme.land);
      style.letter_spacing = label.water ? 0.6 : 1.6;
      // The middle of a sea that lies elsewhere would draw its name into a corner.
      const PagePoint wanted = bounds_.contains(*center) ? *center : center_of({std::max(box->left, bounds_.left), std::max(box->top, bounds_.top), std::min(box->right, bounds_.right), std::min(box->bottom, bounds_.bottom)});
      ContextName item;
      const auto is_inside = [&](PagePoint p) { return in_.mask.land_share(box_at(p, 2, 2)) == (label.water ? 0 : 1) && ground.holds(p); };
      add_along(item, each_name(label.name), style, *box, wanted, is_inside);
      item.priority = (wide ? 540 : 450) - std::min(rank, 40);
      if (!item.variants.empty()) names.push_back(std::move(item));
    }
    return names;
  }

 private:
  // Regions of events: a country's name across one would seem to be its name.
  std::vector<RingIndex> hatched_areas() const {
    std::vector<RingIndex> areas;
    for (const MarkedPlace& p : in_.marks.places) {
      const ScenePlace& place = in_.scene.places[p.place];
      if (place.shape == PlaceShape::Area) areas.emplace_back(in_.panel.places[p.place].rings);
    }
    return areas;
  }
  static bool on_hatch(const std::vector<RingIndex>& hatched, PagePoint p) {
    return std::ranges::any_of(hatched, [&](const RingIndex& area) { return area.contains(p); });
  }

  bool names_event_country(const std::string& iso) const {
    return std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& p) {
      const ScenePlace& place = in_.scene.places[p.place];
      return place.shape == PlaceShape::Country && place.country == iso;
    });
  }

  // Set with both its names, among the context labels.
  bool is_contested(const std::string& name) const {
    return std::ranges::any_of(in_.scene.context_labels, [&](const auto& label) { return !label.water && label.name.starts_with(name + " / "); });
  }

  // The box of a label is that of the country's largest part; its name is wanted beside the others too.
  static bool any_part_in(const geo::MultiPolygon& outline, const geo::Box& shown) {
    return std::ranges::any_of(outline, [&](const geo::Polygon& part) {
      const auto box = geo::bounding_box(part.outer);
      return box && geo::intersects(*box, shown);
    });
  }

  double visible_area(const PageBox& box) const {
    const double width = std::min(box.right, bounds_.right) - std::max(box.left, bounds_.left), height = std::min(box.bottom, bounds_.bottom) - std::max(box.top, bounds_.top);
    return std::max(width, 0.0) * std::max(height, 0.0);
  }
  /// The name spaced out along lines inside the area that events have left free.
  template <typename IsInside>
  void add_along(ContextName& item, const std::vector<std::string>& names, const TextStyle& style, const PageBox& area, PagePoint center, const IsInside& is_inside) const {
    const PageBox shown{std::max(area.left, bounds_.left), std::max(area.top, bounds_.top), std::min(area.right, bounds_.right), std::min(area.bottom, bounds_.bottom)};
    if (shown.width() < 3 * RoomField::cell || shown.height() < 3 * RoomField::cell) return;
    RoomField field(shown, is_inside);
    clear_taken(field);
    field.measure();
    const TextBlock narrow = block_of(names, style, 0);
    double gaps = 1;
    bool bends = true;
    for (const std::string& name : names) {
      gaps = std::max(gaps, static_cast<double>(letters_in(name)) - 1);
      bends = bends && may_bend(name);
    }
    const double widest = narrow.width + gaps * (style.italic ? water_spacing : country_spacing) * style.size;
    NameWish wish{narrow.height + 3, narrow.width + 4, widest + 4, center, bends};
    for (const NameAxis& axis : name_axes(field, wish)) {
      // Spread over two thirds of the room, so that the name neither crouches in a corner nor touches the borders.
      const double spread = std::clamp(0.7 * axis.length, narrow.width, widest);
      NameVariant v;
      v.text = block_of(names, style, (spread - narrow.width) / gaps);
      v.align = TextAnchor::Middle;
      v.corner = axis.middle - PagePoint{v.text.width / 2, v.text.height / 2};
      v.axis = axis;
      v.candidate.boxes = boxes_along(axis, v.text.width + 4, v.text.height + 2);
      v.candidate.cost = axis.cost;
      item.variants.push_back(std::move(v));
    }
  }

  void clear_taken(RoomField& field) const {
    for (const PageBox& box : taken_.boxes) field.remove(box);
    for (const auto& disc : taken_.discs) field.remove(box_at(disc.center, 2 * disc.radius, 2 * disc.radius));
    for (const PageSegment& line : taken_.lines) {
      const int pieces = 1 + static_cast<int>(distance(line.a, line.b) / RoomField::cell);
      for (int i = 0; i <= pieces; ++i) field.remove(box_at(line.a + (line.b - line.a) * (static_cast<double>(i) / pieces), line_clearance, line_clearance));
    }
  }

  TextBlock block_of(const std::vector<std::string>& names, TextStyle style, double more_spacing) const {
    style.letter_spacing += more_spacing;
    std::vector<TextLine> lines;
    for (const std::string& name : names) lines.push_back({name, style});
    return in_.type.block(std::move(lines));
  }

  // In two lines, broken at the space nearest the middle, where one would be wider than the country.
  TextBlock name_block(const std::string& name, const TextStyle& style, double room) const {
    TextBlock one = in_.type.block({{name, style}});
    if (one.width < 0.8 * room) return one;
    std::size_t best = std::string::npos;
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
      const auto off_middle = [&](std::size_t p) { return std::abs(static_cast<double>(p) - static_cast<double>(name.size()) / 2); };
      if (best == std::string::npos || off_middle(at) < off_middle(best)) best = at;
    }
    if (best == std::string::npos) return one;
    return in_.type.block({{name.substr(0, best), style}, {name.substr(best + 1), style}});
  }

  // The data's label point where it is visible, else the roomiest visible point.
  std::optional<PagePoint> label_point(geo::LonLat point, const std::vector<PageRing>& rings) const {
    const auto p = in_.panel.frame.to_page(point);
    if (p && bounds_.grown(-30).contains(*p) && inside(*p, rings)) return p;
    return interior_point(rings);
  }

  // Where no line inside has room: level, in one or two lines, and mostly inside, or the name would seem to be the neighbour's.
  void add_level(ContextName& item, const TextBlock& text, const std::vector<PageRing>& rings, PagePoint middle, const RingIndex& area) const {
    constexpr double worse = 4;
    const LabelContent content{{}, {}, text};
    for (LabelVariant& v : inside_area(LabelShape(content, in_.theme, in_.type), rings, middle)) {
      const PageBox& b = v.candidate.boxes.front();
      const double y = (b.top + b.bottom) / 2, inset = b.width() * 0.12;
      if (v.candidate.leader || !area.contains({b.left + inset, y}) || !area.contains({b.right - inset, y}) || !area.contains(center_of(b))) continue;
      v.candidate.boxes.front() = v.candidate.boxes.front().grown(3);
      v.candidate.cost += worse;
      item.variants.push_back({std::move(v.candidate), text, v.text_corner, v.align, std::nullopt});
    }
  }

  const LabelInput& in_;
  const LabelObstacles& taken_;
  PageBox bounds_;
};

}  // namespace

CountryNames country_names(const LabelInput& input, const LabelObstacles& taken, const geo::BaseMap& base_map) {
  return AreaNames(input, taken).countries(base_map);
}

std::vector<ContextName> water_names(const LabelInput& input, const LabelObstacles& taken) { return AreaNames(input, taken).waters(); }

std::vector<std::string> each_name(const std::string& contested) {
  std::vector<std::string> names;
  for (std::size_t from = 0; from <= contested.size();) {
    const std::size_t to = std::min(contested.find(" / ", from), contested.size());
    names.push_back(contested.substr(from, to - from));
    from = to + 3;
  }
  return names;
}

bool is_event_name(const LabelInput& input, const std::string& name) {
  return std::ranges::any_of(input.marks.places, [&](const MarkedPlace& p) { return input.scene.places[p.place].name == name; });
}

}  // namespace dateline::render
