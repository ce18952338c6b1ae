#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "render/name_axis.hpp"
#include "render/outline_ends.hpp"
#include "render/panel_labels.hpp"

namespace dateline::render {
namespace {

constexpr std::size_t most_labels = 25;
constexpr double least_country_area = 2'600;      // px^2 of the whole country: below, its name would cover it
constexpr double farthest_part = 6e6;             // m from a country's middle: Alaska counts, French Guiana has a name of its own
constexpr double large_country_area = 24'000;
constexpr double panel_area_per_city = 42'000;    // px^2: a dozen cities on a main panel

struct Item {
  TextBlock text, spaced;                  // spaced: for variants along a slanting axis
  std::vector<LabelVariant> variants;
  int priority = 0;
  std::optional<PlacedDot> dot;
};

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

// "Khabarovsk" and "Khabarovsk Vtoroy": parts of one town, of which a small map names one.
bool same_town(const std::string& a, const std::string& b) {
  const std::string &shorter = a.size() <= b.size() ? a : b, &longer = a.size() <= b.size() ? b : a;
  return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ' || longer[shorter.size()] == '-');
}

class ContextLabels {
 public:
  ContextLabels(PanelLabels& labels, const LabelInput& input, const geo::BaseMap& base_map)
      : out_(labels), in_(input), base_map_(base_map), bounds_(label_bounds(input.panel.frame.page())) {}

  void run() {
    add_countries();
    add_waters();
    add_cities();
    std::vector<LabelRequest> requests;
    for (const Item& item : items_) {
      LabelRequest request{item.priority, {}};
      for (const LabelVariant& v : item.variants) request.candidates.push_back(v.candidate);
      requests.push_back(std::move(request));
    }
    const auto chosen = place_labels(requests, out_.obstacles, bounds_);
    accept(chosen);
  }

 private:
  bool is_taken(const std::string& name) const {
    return std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& p) { return in_.scene.places[p.place].name == name; });
  }

  bool names_event_country(const std::string& iso) const {
    return std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& p) {
      const ScenePlace& place = in_.scene.places[p.place];
      return place.shape == PlaceShape::Country && place.country == iso;
    });
  }

  void add_countries() {
    const auto shown = shown_box(in_.panel.frame);
    const double metres = in_.panel.frame.ground_metres_per_pixel();
    for (const auto& country : base_map_.country_labels()) {
      const double area = country.area_km2 * 1e6 / (metres * metres);
      if (area < least_country_area || names_event_country(country.iso2) || is_taken(country.name)) continue;
      const bool main_part_shown = !shown || geo::intersects(*shown, country.box);
      if (!main_part_shown && great_circle_distance(country.point, shown->center()).value() > farthest_part) continue;
      const auto outline = base_map_.country_outline(country.iso2);
      if (!main_part_shown && !any_part_in(outline, *shown)) continue;
      const auto rings = in_.panel.frame.outline(outline, 0);
      if (area_of(rings) < least_country_area) continue;
      const auto middle = label_point(country.point, rings);
      if (!middle) continue;
      Item item;
      TextStyle style = haloed(text_style(area > large_country_area ? in_.theme.country : in_.theme.small, in_.theme.country_text, 600), in_.theme.land);
      const auto box = box_of(rings);
      style.letter_spacing = std::clamp(box->width() / 140, 1.0, 4.0);
      item.text = name_block(upper_case(country.name), style, box->width());
      item.variants = variants_in(item.text, rings, *middle);
      set_along_axis(item, upper_case(country.name), style, rings);
      item.priority = 500 + static_cast<int>(std::min(90.0, std::sqrt(area_of(rings)) / 10));
      items_.push_back(std::move(item));
    }
  }

  // The box of a label is that of the country's largest part; its name is wanted beside the others too.
  static bool any_part_in(const geo::MultiPolygon& outline, const geo::Box& shown) {
    return std::ranges::any_of(outline, [&](const geo::Polygon& part) {
      const auto box = geo::bounding_box(part.outer);
      return box && geo::intersects(*box, shown);
    });
  }

  // Where the area lies aslant its name does so too, spaced to show its extent.
  void set_along_axis(Item& item, const std::string& name, TextStyle style, const std::vector<PageRing>& rings) const {
    const auto axis = name_axis(rings, 1.8 * style.size, bounds_.grown(-20));
    if (!axis || axis->degrees == 0) return;
    const double letters = static_cast<double>(std::max<std::size_t>(name.size(), 2) - 1);
    const double plain = in_.type.width(name, style), wanted = std::clamp(0.6 * axis->length, plain, plain + letters * style.size * 0.9);
    if (plain > 0.8 * axis->length) return;
    style.letter_spacing += (wanted - plain) / letters;
    item.spaced = in_.type.block({{name, style}});
    LabelVariant v;
    v.degrees = axis->degrees;
    v.text_corner = axis->middle - PagePoint{item.spaced.width / 2, item.spaced.height / 2};
    v.align = TextAnchor::Middle;
    v.candidate.boxes = boxes_along(axis->middle, axis->degrees, item.spaced.width + 4, item.spaced.height + 2);
    v.candidate.cost = -1;   // before any level position
    item.variants.push_back(std::move(v));
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

  std::vector<LabelVariant> variants_in(const TextBlock& text, const std::vector<PageRing>& rings, PagePoint middle) const {
    const LabelContent content{{}, {}, text};
    auto variants = inside_area(LabelShape(content, in_.theme, in_.type), rings, middle);
    // Mostly inside, or the name would seem to belong to the neighbour.
    std::erase_if(variants, [&](const LabelVariant& v) {
      const PageBox& b = v.candidate.boxes.front();
      const double y = (b.top + b.bottom) / 2;
      const double inset = b.width() * 0.12;
      return v.candidate.leader || !inside({b.left + inset, y}, rings) || !inside({b.right - inset, y}, rings) || !inside(center_of(b), rings);
    });
    for (LabelVariant& v : variants) v.candidate.boxes.front() = v.candidate.boxes.front().grown(3);
    return variants;
  }

  void add_waters() {
    int rank = 0;
    for (const auto& label : in_.scene.context_labels) {
      ++rank;
      if (is_taken(label.name)) continue;
      const auto center = in_.panel.frame.to_page(label.point);
      if (!center || !in_.panel.frame.page().grown(120).contains(*center)) continue;
      Item item;
      TextStyle style = label.water ? text_style(in_.theme.context, in_.theme.water_text, 400, true)
                                    : haloed(text_style(in_.theme.context, in_.theme.country_text, 400), in_.theme.land);
      style.letter_spacing = label.water ? 0.6 : 1.6;
      std::vector<TextLine> lines;
      // Contested names stand one below the other.
      for (std::size_t from = 0; from <= label.name.size();) {
        const std::size_t to = std::min(label.name.find(" / ", from), label.name.size());
        lines.push_back({label.name.substr(from, to - from), style});
        from = to + 3;
      }
      item.text = in_.type.block(std::move(lines));
      const LabelContent content{{}, {}, item.text};
      const LabelShape shape(content, in_.theme, in_.type);
      for (int i = -7; i <= 7; ++i) {
        for (int j = -7; j <= 7; ++j) {
          const PagePoint c{center->x + i * 18.0, center->y + j * 14.0};
          LabelVariant v = shape.at({c.x - shape.width() / 2, c.y - shape.height() / 2}, LabelShape::Order::BadgesFirst, TextAnchor::Middle);
          const double share = in_.mask.land_share(v.candidate.boxes.front().grown(3));
          const double land = label.water ? share : 1 - share;   // what the name does not speak of
          if (land > 0.06 || !bounds_.contains(c) || !within_water(label.box, c)) continue;
          v.candidate.cost = std::hypot(i, j) * 0.5 + 60 * land;
          item.variants.push_back(std::move(v));
        }
      }
      item.priority = 450 - std::min(rank, 40);
      items_.push_back(std::move(item));
    }
  }

  // Within the water's own box, so that a sea's name does not drift into its neighbour.
  bool within_water(const geo::Box& box, PagePoint p) const {
    const auto place = in_.panel.frame.to_lonlat(p);
    return place && box.contains(*place);
  }

  void add_cities() {
    const PageBox inner = bounds_.grown(-8);
    const auto room = static_cast<std::size_t>(std::clamp(inner.width() * inner.height() / panel_area_per_city, 3.0, 14.0));
    struct Seen {
      PagePoint at;
      std::string name;
    };
    std::vector<Seen> seen;
    constexpr double one_town = 70;   // px
    int rank = 0;
    for (const auto& city : in_.scene.context_cities) {
      if (seen.size() >= room * 2) break;
      const auto p = in_.panel.frame.to_page(city.point);
      if (!p || !inner.contains(*p) || is_taken(city.name)) continue;
      const double apart = city.capital ? 24 : 58;
      if (std::ranges::any_of(seen, [&](const Seen& s) { return distance(*p, s.at) < (same_town(s.name, city.name) ? std::max(apart, one_town) : apart); })) continue;
      if (std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& m) {
            return distance(*p, in_.panel.places[m.place].center) < (same_town(in_.scene.places[m.place].name, city.name) ? one_town : 16);
          })) {
        continue;
      }
      seen.push_back({*p, city.name});
      Item item;
      item.dot = PlacedDot{*p, city.capital};
      item.text = in_.type.block({{city.name, haloed(text_style(city.capital ? in_.theme.context : in_.theme.small, in_.theme.city_text, city.capital ? 600 : 400), in_.theme.land, 1.2)}});
      const LabelContent content{{}, {}, item.text};
      const double radius = city.capital ? 3.2 : 2.4;
      item.variants = around_point(LabelShape(content, in_.theme, in_.type), *p, radius);
      std::erase_if(item.variants, [](const LabelVariant& v) { return v.candidate.leader.has_value(); });
      weigh_ground(item.variants, in_.mask, in_.mask.has_coast(box_at(*p, 22, 22)));
      for (LabelVariant& v : item.variants) v.candidate.boxes.push_back(box_at(*p, 2 * radius + 2, 2 * radius + 2));
      item.priority = (city.capital ? 430 : 380) - std::min(rank++, 90);
      items_.push_back(std::move(item));
    }
    cities_ = room;
  }

  void accept(const std::vector<std::optional<std::size_t>>& chosen) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (chosen[i]) order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](auto a, auto b) { return items_[a].priority > items_[b].priority; });
    std::size_t labels = 0, cities = 0;
    std::vector<std::string> names;
    for (const std::size_t i : order) {
      const Item& item = items_[i];
      const std::string& name = item.text.lines.front().text;
      if (labels >= most_labels || (item.dot && cities >= cities_) || std::ranges::find(names, name) != names.end()) continue;
      names.push_back(name);
      ++labels;
      if (item.dot) ++cities, out_.dots.push_back(*item.dot);
      const LabelVariant& v = item.variants[*chosen[i]];
      const TextBlock& text = v.degrees != 0 ? item.spaced : item.text;
      PlacedText placed{text, v.text_corner, v.align, Typesetter::box(text, v.text_corner), std::nullopt, v.degrees, {}};
      if (v.degrees != 0) placed.slanting = v.candidate.boxes;
      out_.context_texts.push_back(std::move(placed));
    }
  }

  PanelLabels& out_;
  const LabelInput& in_;
  const geo::BaseMap& base_map_;
  PageBox bounds_;
  std::vector<Item> items_;
  std::size_t cities_ = 0;
};

}  // namespace

void place_context_labels(PanelLabels& labels, const LabelInput& input, const geo::BaseMap& base_map) {
  ContextLabels(labels, input, base_map).run();
}

std::string upper_case(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_at(text, at);
    char32_t v = c.value;
    if (!c.valid) {
      out.push_back(text[at]);
    } else {
      const bool latin = (v >= U'a' && v <= U'z') || (v >= 0xE0 && v <= 0xFE && v != 0xF7);
      if (latin || (v >= 0x3B1 && v <= 0x3C9 && v != 0x3C2) || (v >= 0x430 && v <= 0x44F)) v -= 32;
      else if (v >= 0x450 && v <= 0x45F) v -= 80;
      else if (((v >= 0x100 && v <= 0x137) || (v >= 0x14A && v <= 0x177) || (v >= 0x460 && v <= 0x481)) && v % 2 == 1) --v;
      else if (((v >= 0x139 && v <= 0x148) || (v >= 0x179 && v <= 0x17E)) && v % 2 == 0) --v;
      append_utf8(out, v);
    }
    at += c.length;
  }
  return out;
}

}  // namespace dateline::render
