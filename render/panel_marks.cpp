#include "render/panel_marks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

#include "render/arrow_planner.hpp"
#include "render/border_ways.hpp"
#include "render/outline_ends.hpp"

namespace dateline::render {
namespace {

constexpr double least_halo = 5;                  // px
constexpr double least_visible_area = 1'500;      // px^2: less of a country is a sliver at the frame

// 0 for towns and sites, 1 for regions and seas, 2 for countries.
int vagueness(const ScenePlace& place) {
  if (place.shape == PlaceShape::Country) return 2;
  return place.shape == PlaceShape::Area || place.shape == PlaceShape::Water ? 1 : 0;
}

// Whether `sharp` lies in `vague` and says more.
bool is_sharper(const ScenePlace& sharp, const ScenePlace& vague) {
  if (vagueness(sharp) >= vagueness(vague) || sharp.country != vague.country) return false;
  return vague.shape == PlaceShape::Country || extent_of(vague).box.contains(sharp.point);
}

// Ends of a denied arrow are as the report has them: it is the way that somebody denies, and the line's bars say so.
SiteLook end_look(Mark mark) {
  mark.denied = false;
  return site_look(mark);
}

// 6 % of the shorter side from the frame: nearer to it there is no room for a halo and a name.
PageBox event_room(const PageBox& frame) { return frame.grown(-0.06 * std::min(frame.width(), frame.height())); }

bool listed(const PanelPlan& plan, std::size_t place) { return std::ranges::binary_search(plan.places, place); }

// The parts of an area that an arrow may start or end at: an island off somebody else's coast would seem to be what is meant.
std::vector<PageRing> main_parts(const std::vector<PageRing>& rings) {
  constexpr double least_share = 0.05;
  double largest = 0;
  for (const PageRing& ring : rings) largest = std::max(largest, area_of(std::span(&ring, 1)));
  std::vector<PageRing> parts;
  for (const PageRing& ring : rings) {
    if (area_of(std::span(&ring, 1)) >= least_share * largest) parts.push_back(ring);
  }
  return parts;
}

// The circle that stands for an area of which only a point and a radius are known.
PageRing disc_ring(PagePoint center, double radius) {
  PageRing ring;
  for (int i = 0; i < 48; ++i) ring.push_back(center + rotated({radius, 0}, i * 2 * 3.14159265358979 / 48));
  return ring;
}

PlaceView view_of(const ScenePlace& place, std::size_t index, const PanelPlan& plan, const MapFrame& frame) {
  PlaceView view;
  const auto center = frame.to_page(place.point);
  const double radius = place.radius.value() / frame.ground_metres_per_pixel(place.point);
  if (place.shape == PlaceShape::City || place.shape == PlaceShape::Site) {
    // A place of another panel that lies in this one, too, may be the end of an arrow here: an arrow that left the frame for it would lie.
    view.present = center && (listed(plan, index) ? frame.page() : event_room(frame.page())).contains(*center);
    if (center) view.center = *center;
    view.radius = std::max(radius, least_halo);
    return view;
  }
  view.rings = frame.outline(place.outline);
  if (place.shape == PlaceShape::Water) {
    view.present = listed(plan, index) || area_of(view.rings) > least_visible_area;
    view.center = center && frame.page().contains(*center) ? *center : interior_point(view.rings).value_or(center_of(frame.page()));
    view.radius = waves_radius;
    return view;
  }
  if (view.rings.empty() && place.outline.empty() && center && listed(plan, index)) {
    view.rings = {disc_ring(*center, std::max(radius, 3 * least_halo))};
  }
  view.present = listed(plan, index) ? !view.rings.empty() : area_of(view.rings) > least_visible_area;
  // The label point of the data if it is inside the visible part with room around it, else the roomiest point.
  if (const auto middle = interior_point(view.rings)) view.center = *middle;
  return view;
}

class Distributor {
 public:
  Distributor(const Scene& scene, std::span<const Panel> panels) : scene_(scene), panels_(panels), widths_(scene), result_(panels.size()) {
    find_homes();
  }

  std::vector<PanelMarks> run(const std::vector<std::size_t>& marks_to_add) {
    for (const std::size_t m : marks_to_add) {
      if (m < scene_.marks.size()) add_mark(m);
    }
    for (std::size_t p = 0; p < panels_.size(); ++p) bend_arrows(p);
    for (PanelMarks& marks : result_) {
      std::ranges::sort(marks.places, {}, &MarkedPlace::place);
      std::ranges::stable_sort(marks.arrows, {}, [](const MarkedArrow& a) { return a.mark; });
    }
    return std::move(result_);
  }

 private:
  using MaybePanel = std::optional<std::size_t>;

  // The panel made for the place, or the one that shows most of it.
  void find_homes() {
    homes_.resize(scene_.places.size());
    for (std::size_t i = 0; i < scene_.places.size(); ++i) {
      double largest = 0;
      for (std::size_t p = 0; p < panels_.size(); ++p) {
        const PlaceView& view = panels_[p].places[i];
        if (!view.present) continue;
        const double size = listed(panels_[p].plan, i) ? 1e12 : area_of(view.rings);
        if (size > largest) largest = size, homes_[i] = p;
      }
    }
  }

  void add_mark(std::size_t m) {
    const Mark& mark = scene_.marks[m];
    const auto valid = [&](std::size_t place) { return place < scene_.places.size(); };
    // The country of a town that the same event names adds nothing but a second symbol.
    const auto worth_drawing = [&](std::size_t place, const std::vector<std::size_t>& all) {
      return valid(place) && std::ranges::none_of(all, [&](std::size_t other) { return valid(other) && homes_[other] && is_sharper(scene_.places[other], scene_.places[place]); });
    };
    for (const std::size_t place : mark.sites) {
      if (worth_drawing(place, mark.sites)) add_badge(place, m);
    }
    if (!mark.origin || !valid(*mark.origin)) {
      for (const std::size_t place : mark.destinations) {
        if (worth_drawing(place, mark.destinations)) add_badge(place, m);
      }
      return;
    }
    if (mark.destinations.empty() && mark.sites.empty()) add_badge(*mark.origin, m);
    for (const std::size_t place : mark.destinations) {
      if (worth_drawing(place, mark.destinations)) add_arrow(*mark.origin, place, m);
    }
  }

  MarkedPlace& place_in(std::size_t panel, std::size_t place, SiteLook look) {
    for (MarkedPlace& p : result_[panel].places) {
      if (p.place != place) continue;
      p.look = std::min(p.look, look);   // the enumerators go from the firmest to the weakest
      return p;
    }
    result_[panel].places.push_back({place, {}, look});
    return result_[panel].places.back();
  }

  void add_badge(std::size_t place, std::size_t m) {
    if (!homes_[place]) return;
    auto& marks = place_in(*homes_[place], place, site_look(scene_.marks[m])).marks;
    if (std::ranges::find(marks, m) == marks.end()) marks.push_back(m);
  }

  bool present(std::size_t panel, std::size_t place) const { return panels_[panel].places[place].present; }

  void add_arrow(std::size_t from, std::size_t to, std::size_t m) {
    std::optional<std::size_t> both;
    int most_homes = -1;
    for (std::size_t p = 0; p < panels_.size(); ++p) {
      if (!present(p, from) || !present(p, to)) continue;
      const int at_home = (homes_[from] == p) + (homes_[to] == p);
      if (at_home > most_homes) most_homes = at_home, both = p;
    }
    if (both) {
      if (from == to || !draw_within(*both, from, to, m)) return add_badge(to, m);
      // A town that has a panel of its own is not left out there.
      const auto elsewhere = [&](std::size_t place) { return !is_vague(place) && homes_[place] && *homes_[place] != *both; };
      if (elsewhere(from)) draw_leaving(*homes_[from], from, to, m);
      if (elsewhere(to)) draw_arriving(*homes_[to], from, to, m);
      return;
    }
    const bool arrives = homes_[to] && draw_arriving(*homes_[to], from, to, m);
    // A country of which a panel happens to show a part needs no arrow there as well.
    const bool by_chance = homes_[from] && is_vague(from) && !listed(panels_[*homes_[from]].plan, from);
    const bool leaves = homes_[from] && !(arrives && by_chance) && draw_leaving(*homes_[from], from, to, m);
    if (!arrives && !leaves) add_badge(homes_[to] ? to : from, m);
  }

  ArrowLook look(std::size_t m, bool coarse_start, Beyond beyond) const {
    ArrowLook result = look_of(scene_.marks[m]);
    result.coarse_start = coarse_start;
    result.beyond = beyond;
    result.width = widths_.of(scene_.marks[m]);
    return result;
  }

  bool is_vague(std::size_t place) const { return vagueness(scene_.places[place]) > 0; }

  ArrowEnd halo_end(std::size_t panel, std::size_t place) const {
    const PlaceView& view = panels_[panel].places[place];
    return {place, {view.center}, view.radius};
  }

  // From the far end of its country a line would look like a known route.
  static void drop_detours(std::vector<PagePoint>& points, PagePoint other) {
    constexpr double detour = 1.45;
    double nearest = 1e9;
    for (const PagePoint p : points) nearest = std::min(nearest, distance(p, other));
    std::erase_if(points, [&](PagePoint p) { return distance(p, other) > detour * nearest; });
  }

  bool draw_within(std::size_t panel, std::size_t from, std::size_t to, std::size_t m) {
    const Panel& p = panels_[panel];
    const PlaceView &origin = p.places[from], &destination = p.places[to];
    const bool coarse_from = has_outline(scene_.places[from]), coarse_to = has_outline(scene_.places[to]);
    ArrowEnd start = halo_end(panel, from), end = halo_end(panel, to);
    const auto from_parts = main_parts(origin.rings), to_parts = main_parts(destination.rings);
    bool neighbours = false;
    if (coarse_from && coarse_to) {
      start.points.clear(), end.points.clear();
      const LandMask* mask = p.mask ? &*p.mask : nullptr;
      auto pairs = border_crossings(origin.rings, destination.rings, p.frame.page(), mask);
      neighbours = !pairs.empty();
      if (!neighbours) pairs = facing_pairs(from_parts, to_parts, p.frame.page(), mask);
      for (const OutlinePair& pair : pairs) {
        start.points.push_back(pair.start);
        end.points.push_back(pair.end);
      }
    } else if (coarse_to) {
      end.points = facing_points(to_parts, origin.center, p.frame.page(), OutlineChoice::Nearest);
    } else if (coarse_from) {
      start.points = facing_points(from_parts, destination.center, p.frame.page());
      drop_detours(start.points, destination.center);
    }
    if (coarse_from) start.radius = 0;
    if (coarse_to) end.radius = 0;
    if (end.points.empty()) return false;
    if (start.points.empty()) return false;
    add(panel, {m, {}, from, to, {}, look(m, is_vague(from), Beyond::No), {}, {}}, std::move(start), std::move(end),
        coarse_from && coarse_to, neighbours);
    return true;
  }

  // The end that this panel shows of an arrow whose other end lies elsewhere, and the point it is measured from.
  struct NearEnd {
    ArrowEnd end;
    std::vector<PagePoint> exits;
    geo::LonLat place;
  };
  NearEnd near_end(std::size_t panel, std::size_t near, std::size_t far) const {
    const Panel& p = panels_[panel];
    const PlaceView& view = p.places[near];
    const bool coarse = has_outline(scene_.places[near]);
    const geo::LonLat place = is_vague(near) ? p.frame.to_lonlat(view.center).value_or(scene_.places[near].point) : scene_.places[near].point;
    NearEnd result{halo_end(panel, near), frame_exits(p.frame, place, view.center, scene_.places[far].point), place};
    if (coarse) result.end = {near, facing_points(view.rings, result.exits.front(), p.frame.page()), 0};
    for (PagePoint& exit : result.exits) exit = pointing(result.end, exit);
    return result;
  }

  // A line to a place beyond the map points the way. Drawn on to the frame it would claim a route through what lies between.
  static PagePoint pointing(const ArrowEnd& near, PagePoint exit) {
    constexpr double longest = 96;   // px: a head, a badge, and enough of a line to show its kind
    if (near.points.empty()) return exit;
    const PagePoint start = near.points.front();
    const double whole = distance(start, exit);
    return start + (exit - start) * std::min(1.0, (longest + near.radius) / std::max(whole, 1.0));
  }

  // False if the panel shows no end for it. So below.
  bool draw_leaving(std::size_t panel, std::size_t from, std::size_t to, std::size_t m) {
    NearEnd near = near_end(panel, from, to);
    if (near.end.points.empty()) return false;
    const std::string words = "to " + scene_.places[to].name + " (" + distance_and_direction(near.place, scene_.places[to].point) + ")";
    add(panel, {m, {}, from, to, {}, look(m, is_vague(from), Beyond::Target), words, {}}, std::move(near.end), {to, std::move(near.exits), 0});
    return true;
  }

  bool draw_arriving(std::size_t panel, std::size_t from, std::size_t to, std::size_t m) {
    NearEnd near = near_end(panel, to, from);
    if (near.end.points.empty()) return false;
    const std::string words = "from " + scene_.places[from].name + " (" + distance_and_direction(near.place, scene_.places[from].point) + ")";
    add(panel, {m, {}, from, to, {}, look(m, true, Beyond::Origin), words, {}}, {from, std::move(near.exits), 0}, std::move(near.end));
    return true;
  }

  void add(std::size_t panel, MarkedArrow arrow, ArrowEnd start, ArrowEnd end, bool paired = false, bool short_way = false) {
    const SiteLook site = end_look(scene_.marks[arrow.mark]);
    if (present(panel, arrow.from)) place_in(panel, arrow.from, site);
    if (present(panel, arrow.to)) place_in(panel, arrow.to, site);
    const bool first = std::ranges::none_of(result_[panel].arrows, [&](const MarkedArrow& a) {
      return a.mark == arrow.mark || std::ranges::find(a.also, arrow.mark) != a.also.end();
    });
    if (first || !arrow.beyond.empty()) arrow.worded = {arrow.mark};
    if (joins_another(panel, arrow)) return;
    const double width = arrow.look.width;
    result_[panel].arrows.push_back(std::move(arrow));
    requests_.resize(panels_.size());
    requests_[panel].push_back({std::move(start), std::move(end), width, paired, short_way});
  }

  // Several reports of one way are one line with several badges: side by side they would look like as many ways.
  bool joins_another(std::size_t panel, const MarkedArrow& arrow) {
    constexpr std::size_t most_badges = 4;
    constexpr double same_width = 0.7;   // px: nobody measures less
    for (MarkedArrow& a : result_[panel].arrows) {
      const bool same_way = a.from == arrow.from && a.to == arrow.to && a.beyond == arrow.beyond;
      const bool same_kind = a.look.status == arrow.look.status && a.look.withdrawal == arrow.look.withdrawal && a.look.transfer == arrow.look.transfer;
      if (!same_way || !same_kind || std::abs(a.look.width - arrow.look.width) > same_width) continue;
      if (a.mark == arrow.mark || a.also.size() + 1 >= most_badges) continue;
      a.also.push_back(arrow.mark);
      a.worded.insert(a.worded.end(), arrow.worded.begin(), arrow.worded.end());
      a.look.denied = a.look.denied || arrow.look.denied;
      a.look.width = std::max(a.look.width, arrow.look.width);
      return true;
    }
    return false;
  }

  void bend_arrows(std::size_t panel) {
    if (panel >= requests_.size()) return;
    std::vector<AvoidedSite> sites;
    for (const MarkedPlace& place : result_[panel].places) {
      if (has_outline(scene_.places[place.place])) continue;
      const PlaceView& view = panels_[panel].places[place.place];
      sites.push_back({place.place, view.center, view.radius});
    }
    const auto lines = plan_arrows(requests_[panel], sites, panels_[panel].frame.page().grown(-8));
    for (std::size_t i = 0; i < lines.size(); ++i) result_[panel].arrows[i].line = lines[i];
  }

  const Scene& scene_;
  std::span<const Panel> panels_;
  ArrowWidths widths_;
  std::vector<PanelMarks> result_;
  std::vector<MaybePanel> homes_;
  std::vector<std::vector<ArrowRequest>> requests_;
};

}  // namespace

Panel make_panel(const Scene& scene, PanelPlan plan, MapFrame frame) {
  Panel panel{std::move(plan), std::move(frame), {}, std::nullopt, std::nullopt};
  for (std::size_t i = 0; i < scene.places.size(); ++i) {
    panel.places.push_back(view_of(scene.places[i], i, panel.plan, panel.frame));
  }
  return panel;
}

std::vector<PanelMarks> distribute_marks(const Scene& scene, const std::vector<Panel>& panels) {
  std::vector<std::size_t> all(scene.marks.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return Distributor(scene, panels).run(all);
}

std::vector<PanelMarks> marks_of_period(const Scene& scene, std::span<const Panel> panels, const std::vector<std::size_t>& marks) {
  return Distributor(scene, panels).run(marks);
}

std::vector<std::size_t> MarkedArrow::marks() const {
  std::vector<std::size_t> all{mark};
  all.insert(all.end(), also.begin(), also.end());
  return all;
}

SymbolUse PanelMarks::symbols(const Scene& scene) const {
  SymbolUse use;
  for (const MarkedPlace& place : places) {
    const PlaceShape shape = scene.places[place.place].shape;
    for (const std::size_t m : place.marks) {
      const int number = scene.marks[m].number;
      if (shape == PlaceShape::Area) use[Symbol::AreaHatch].insert(number);
      else if (shape == PlaceShape::Water) use[Symbol::Waves].insert(number);
      else if (shape == PlaceShape::Country) use[Symbol::CountryTint].insert(number);
      else use[symbol_of(place.look)].insert(number);
      if (scene.marks[m].not_confirmed) use[Symbol::NotConfirmed].insert(number);
    }
  }
  for (const MarkedArrow& arrow : arrows) {
    for (const std::size_t m : arrow.marks()) {
      const Mark& mark = scene.marks[m];
      ArrowLook own = arrow.look;
      own.denied = look_of(mark).denied;
      for (const Symbol s : symbols_of(own)) use[s].insert(mark.number);
      if (mark.not_confirmed) use[Symbol::NotConfirmed].insert(mark.number);
      for (const std::size_t end : {arrow.from, arrow.to}) {
        const auto drawn = std::ranges::find(places, end, &MarkedPlace::place);
        if (drawn == places.end()) continue;
        if (scene.places[end].shape == PlaceShape::Country) use[Symbol::CountryTint].insert(mark.number);
        else if (scene.places[end].shape == PlaceShape::Area) use[Symbol::AreaHatch].insert(mark.number);
        else if (scene.places[end].shape == PlaceShape::Water) use[Symbol::Waves].insert(mark.number);
        else use[symbol_of(drawn->look)].insert(mark.number);
      }
    }
  }
  return use;
}

}  // namespace dateline::render
