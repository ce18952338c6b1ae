#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "render/area_names.hpp"

namespace dateline::render {
namespace {

constexpr std::size_t most_labels = 25;
constexpr double panel_area_per_city = 42'000;    // px^2: a dozen cities on a main panel

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
    CountryNames countries = country_names(in_, out_.obstacles, base_map_);
    items_ = std::move(countries.names);
    areas_ = std::move(countries.areas);
    for (ContextName& name : water_names(in_, out_.obstacles)) items_.push_back(std::move(name));
    add_cities();
    std::vector<LabelRequest> requests;
    for (const ContextName& item : items_) {
      LabelRequest request{item.priority, {}};
      for (const NameVariant& v : item.variants) request.candidates.push_back(v.candidate);
      requests.push_back(std::move(request));
    }
    accept(place_labels(requests, out_.obstacles, bounds_));
  }

 private:
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
      if (!p || !inner.contains(*p) || is_event_name(in_, city.name)) continue;
      const double apart = city.capital ? 24 : 58;
      if (std::ranges::any_of(seen, [&](const Seen& s) { return distance(*p, s.at) < (same_town(s.name, city.name) ? std::max(apart, one_town) : apart); })) continue;
      if (std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& m) {
            return distance(*p, in_.panel.places[m.place].center) < (same_town(in_.scene.places[m.place].name, city.name) ? one_town : 16);
          })) {
        continue;
      }
      seen.push_back({*p, city.name});
      ContextName item;
      item.dot = PlacedDot{*p, city.capital};
      const TextBlock text = in_.type.block({{city.name, haloed(text_style(city.capital ? in_.theme.context : in_.theme.small, in_.theme.city_text, city.capital ? 600 : 400), in_.theme.land, 1.2)}});
      const LabelContent content{{}, {}, text};
      const double radius = city.capital ? 3.2 : 2.4;
      auto variants = around_point(LabelShape(content, in_.theme, in_.type), *p, radius);
      std::erase_if(variants, [](const LabelVariant& v) { return v.candidate.leader.has_value(); });
      weigh_ground(variants, in_.mask, in_.mask.has_coast(box_at(*p, 22, 22)));
      weigh_country(variants, *p);
      for (LabelVariant& v : variants) {
        v.candidate.boxes.front() = v.candidate.boxes.front().grown(2);   // two names side by side are two words
        v.candidate.boxes.push_back(box_at(*p, 2 * radius + 2, 2 * radius + 2));
        item.variants.push_back({std::move(v.candidate), text, v.text_corner, v.align, std::nullopt});
      }
      item.priority = (city.capital ? 430 : 380) - std::min(rank++, 90);
      items_.push_back(std::move(item));
    }
    cities_ = room;
  }

  // A border town's name stands in its own country, or it seems to be the neighbour's.
  void weigh_country(std::vector<LabelVariant>& variants, PagePoint town) const {
    const auto at = [&](PagePoint p) { return std::ranges::find_if(areas_, [&](const RingIndex& a) { return a.contains(p); }); };
    const auto home = at(town);
    for (LabelVariant& v : variants) {
      const auto ground = at(center_of(v.candidate.boxes.front()));
      if (ground != areas_.end() && ground != home) v.candidate.cost += 3.5;
    }
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
      const ContextName& item = items_[i];
      const NameVariant& v = item.variants[*chosen[i]];
      const std::string& name = v.text.lines.front().text;
      if (labels >= most_labels || (item.dot && cities >= cities_) || std::ranges::find(names, name) != names.end()) continue;
      names.push_back(name);
      ++labels;
      if (item.dot) ++cities, out_.dots.push_back(*item.dot);
      PlacedText placed{v.text, v.corner, v.align, Typesetter::box(v.text, v.corner), std::nullopt, v.axis, {}};
      if (v.axis) placed.covers = v.candidate.boxes;
      out_.context_texts.push_back(std::move(placed));
    }
  }

  PanelLabels& out_;
  const LabelInput& in_;
  const geo::BaseMap& base_map_;
  PageBox bounds_;
  std::vector<ContextName> items_;
  std::vector<RingIndex> areas_;           // of countries
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
