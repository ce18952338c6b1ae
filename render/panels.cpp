#include "render/panels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace dateline::render {
namespace {

using geo::Box;
using geo::Lat;
using geo::Lon;
using geo::LonLat;

constexpr double degree_metres = 111'195;         // of latitude on the sphere of geo
constexpr double half_way_round = 180 * degree_metres;
// Ends of panels, in px of a typical main panel. Only ratios matter: they say when a cluster is unreadably small.
constexpr double usable_pixels = 620, readable_cluster = 110, readable_pair = 16, readable_spacing = 14;
// An area up to this wide counts like a town when panels are made; beyond it is a background.
constexpr double area_counts_metres = 1'200'000;
// One lone town is shown with so much of its surroundings that a reader can tell where it is.
constexpr double lone_town_metres = 320'000, some_towns_metres = 200'000, site_metres = 3'000, lone_site_metres = 160'000;
// A panel of its own must show its places at least so many times larger; less is not worth the reader's leap.
constexpr double worthwhile_gain = 2;

double ring_area(const geo::LineString& ring) {
  if (ring.empty()) return 0;
  double twice = 0, latitude = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
    const double step = std::remainder(b.lon() - a.lon(), 360);   // safe across the date line
    twice += step * (a.lat() + b.lat());
    latitude += a.lat();
  }
  return std::abs(twice) / 2 * std::cos(latitude / static_cast<double>(ring.size()) * std::numbers::pi / 180);
}

// The largest part, and every further part of weight that lies near it: mainland and main islands, no far territories.
std::optional<Box> main_part(const geo::MultiPolygon& outline) {
  std::vector<std::pair<double, std::size_t>> parts;
  for (std::size_t i = 0; i < outline.size(); ++i) parts.emplace_back(-ring_area(outline[i].outer), i);
  std::ranges::sort(parts);
  std::optional<Box> box;
  double largest = 0;
  for (const auto& [negative_area, index] : parts) {
    const auto here = geo::bounding_box(outline[index].outer);
    if (!here) continue;
    if (!box) {
      box = here;
      largest = -negative_area;
      continue;
    }
    if (-negative_area < 0.05 * largest) break;
    if (great_circle_distance(box->center(), here->center()) < diagonal(*box)) box = unite(*box, *here);
  }
  return box;
}

Box box_around(LonLat center, double radius) {
  const double latitude_reach = std::min(radius / degree_metres, 90.0);
  const double parallel = std::max(std::cos(center.lat() * std::numbers::pi / 180), 0.01);
  const double longitude_reach = std::min(latitude_reach / parallel, 179.9);
  const double south = std::max(center.lat() - latitude_reach, -90.0), north = std::min(center.lat() + latitude_reach, 90.0);
  return {std::remainder(center.lon() - longitude_reach, 360), south, std::remainder(center.lon() + longitude_reach, 360), north};
}

bool has_extent(const ScenePlace& place) { return has_outline(place) || place.shape == PlaceShape::Water; }

bool counts_as_point(const ScenePlace& place, const PlaceExtent& extent) {
  switch (place.shape) {
    case PlaceShape::City:
    case PlaceShape::Site: return true;
    case PlaceShape::Area:
    case PlaceShape::Water: return extent.size.value() <= area_counts_metres;
    case PlaceShape::Country: return false;
  }
  return false;
}

struct Cluster {
  std::vector<std::size_t> members;
  Box box;
  [[nodiscard]] double size() const { return diagonal(box).value(); }
};

class Planner {
 public:
  Planner(const Scene& scene, std::size_t max_panels) : scene_(scene), max_panels_(std::max<std::size_t>(max_panels, 1)) {
    uses_.assign(scene.places.size(), 0);
    for (const Mark& mark : scene.marks) {
      if (mark.origin) use(*mark.origin);
      for (const std::size_t i : mark.destinations) use(i);
      for (const std::size_t i : mark.sites) use(i), sited_.insert(i);
    }
    for (const ScenePlace& place : scene.places) extents_.push_back(extent_of(place));
  }

  std::vector<PanelPlan> plan() {
    choose_anchors();
    if (anchors_.empty()) return {};
    std::vector<Cluster> clusters{cluster_of(anchors_)};
    while (clusters.size() < max_panels_ && split_one(clusters)) {}
    for (Cluster& c : clusters) {
      if (c.box.longitude_span() > 180) c.box = turned(c);
      c.box = with_surroundings(c);
    }
    add_coarse(clusters);
    std::vector<PanelPlan> plans;
    for (Cluster& c : clusters) {
      PanelPlan plan{std::move(c.members), c.box, 0};
      std::ranges::sort(plan.places);
      for (const std::size_t i : plan.places) plan.weight += uses_[i];
      plans.push_back(std::move(plan));
    }
    std::ranges::stable_sort(plans, [](const PanelPlan& a, const PanelPlan& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.places < b.places;
    });
    return plans;
  }

 private:
  void use(std::size_t i) {
    if (i < uses_.size()) ++uses_[i];
  }

  // Points and small areas; a story without any is anchored on its smaller countries.
  void choose_anchors() {
    double smallest = half_way_round;
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      if (uses_[i] == 0) continue;
      if (counts_as_point(scene_.places[i], extents_[i])) anchors_.push_back(i);
      else coarse_.push_back(i), smallest = std::min(smallest, extents_[i].size.value());
    }
    if (!anchors_.empty()) return;
    std::erase_if(coarse_, [&](std::size_t i) {
      if (extents_[i].size.value() > 3 * smallest) return false;
      anchors_.push_back(i);
      return true;
    });
  }

  Cluster cluster_of(std::vector<std::size_t> members) const {
    std::vector<LonLat> corners;
    for (const std::size_t i : members) {
      const Box& b = extents_[i].box;
      corners.push_back(LonLat::checked(Lon(b.west), Lat(b.south)));
      corners.push_back(extents_[i].center);
      corners.push_back(LonLat::checked(Lon(b.east), Lat(b.north)));
    }
    return {std::move(members), *geo::bounding_box(corners)};
  }

  double apart(std::size_t a, std::size_t b) const {
    return great_circle_distance(extents_[a].center, extents_[b].center).value();
  }

  // Prim's tree; returns the two sides of its longest edge, the edge's length, and each side's shortest edge.
  struct Cut {
    std::vector<std::size_t> near, far;
    double gap = 0;
    double near_spacing = half_way_round, far_spacing = half_way_round;
  };
  Cut longest_gap(const std::vector<std::size_t>& members) const {
    const std::size_t n = members.size();
    std::vector<double> reach(n, half_way_round * 2);
    std::vector<std::size_t> parent(n, 0), order;
    std::vector<bool> done(n, false);
    reach[0] = 0;
    std::vector<double> edge(n, 0);
    for (std::size_t step = 0; step < n; ++step) {
      std::size_t next = n;
      for (std::size_t i = 0; i < n; ++i) {
        if (!done[i] && (next == n || reach[i] < reach[next])) next = i;
      }
      done[next] = true;
      edge[next] = reach[next];
      order.push_back(next);
      for (std::size_t i = 0; i < n; ++i) {
        if (done[i]) continue;
        const double d = apart(members[next], members[i]);
        if (d < reach[i]) reach[i] = d, parent[i] = next;
      }
    }
    std::size_t cut = 1;
    for (std::size_t i = 1; i < n; ++i) {
      if (edge[i] > edge[cut]) cut = i;
    }
    std::vector<bool> is_far(n, false);
    Cut result;
    result.gap = edge[cut];
    for (const std::size_t i : order) {
      is_far[i] = i == cut || (i != order.front() && is_far[parent[i]]);
      (is_far[i] ? result.far : result.near).push_back(members[i]);
      // Two events in one town are one symbol, not a crowd.
      if (i != cut && i != order.front() && edge[i] > 0) {
        double& spacing = is_far[i] ? result.far_spacing : result.near_spacing;
        spacing = std::min(spacing, edge[i]);
      }
    }
    return result;
  }

  // Around more than half of the Earth the smallest box is not always the best: it may send every arrow the long way round.
  // Of the boxes that begin at one place and end at its western neighbour, the one in which arrows are shortest.
  Box turned(const Cluster& c) const {
    std::vector<double> longitudes;
    for (const std::size_t i : c.members) longitudes.push_back(extents_[i].center.lon());
    std::ranges::sort(longitudes);
    Box best = c.box;
    double least = 0;
    for (std::size_t i = 0; i <= longitudes.size(); ++i) {
      Box box = c.box;
      if (i > 0) box.west = longitudes[i - 1], box.east = longitudes[(i + longitudes.size() - 2) % longitudes.size()];
      const double cost = box.longitude_span() * static_cast<double>(c.members.size()) * 0.25 + arrow_degrees(box, c);
      if (i == 0 || cost < least - 1e-6) best = box, least = cost;
    }
    return best;
  }

  // Degrees of longitude that the arrows between members travel on a map that begins at the box's western side.
  double arrow_degrees(const Box& box, const Cluster& c) const {
    const auto from_west = [&](std::size_t place) {
      const double d = std::remainder(extents_[place].center.lon() - box.west, 360);
      return d < -1e-9 ? d + 360 : d;
    };
    const auto member = [&](std::size_t place) { return std::ranges::find(c.members, place) != c.members.end(); };
    double total = 0;
    for (const Mark& mark : scene_.marks) {
      if (!mark.origin || !member(*mark.origin)) continue;
      for (const std::size_t to : mark.destinations) {
        if (member(to)) total += std::abs(from_west(to) - from_west(*mark.origin));
      }
    }
    return total;
  }

  bool split_one(std::vector<Cluster>& clusters) const {
    std::vector<std::size_t> by_size(clusters.size());
    for (std::size_t i = 0; i < by_size.size(); ++i) by_size[i] = i;
    std::ranges::stable_sort(by_size, [&](auto a, auto b) { return clusters[a].size() > clusters[b].size(); });
    for (const std::size_t index : by_size) {
      if (clusters[index].members.size() < 2) continue;
      const Cut cut = longest_gap(clusters[index].members);
      const Cluster near = cluster_of(cut.near), far = cluster_of(cut.far);
      const double pixels_per_metre = usable_pixels / std::max(clusters[index].size(), 1.0);
      const auto crowded = [&](const Cluster& c, double spacing) {
        if (spacing >= half_way_round) return false;   // a single place cannot be crowded
        // Two towns need only be told apart; more of them are a story of their own that deserves a scale.
        const double readable = c.members.size() == 2 ? readable_pair : readable_cluster;
        return c.size() * pixels_per_metre < readable || spacing * pixels_per_metre < readable_spacing;
      };
      const double whole = diagonal(with_surroundings(clusters[index])).value();
      // What is shown with wide surroundings anyway gains little by a panel of its own.
      const auto gains = [&](const Cluster& c) {
        const double shown = diagonal(with_surroundings(c)).value();
        return shown <= 1.05 * c.size() || whole >= worthwhile_gain * shown;
      };
      if (!(crowded(near, cut.near_spacing) && gains(near)) && !(crowded(far, cut.far_spacing) && gains(far))) continue;
      // Apart: a gap wider than either side, or, among several far clusters, far wider than the distances within them.
      const double spacing = std::min(cut.near_spacing, cut.far_spacing);
      const bool among_clusters = cut.gap > 8 * spacing && cut.gap * pixels_per_metre > 60;
      if (cut.gap < 1.5 * std::max(near.size(), far.size()) && !among_clusters) continue;
      clusters[index] = near;
      clusters.push_back(far);
      return true;
    }
    return false;
  }

  Box with_surroundings(const Cluster& c) const {
    double least = site_metres;
    for (const std::size_t i : c.members) {
      const ScenePlace& place = scene_.places[i];
      if (has_extent(place)) {
        if (c.members.size() == 1) least = std::max(least, 1.6 * extents_[i].size.value());
      } else if (place.shape == PlaceShape::City) {
        least = std::max(least, c.members.size() == 1 ? lone_town_metres : std::max(some_towns_metres, 12 * place.radius.value()));
      } else {
        least = std::max(least, c.members.size() == 1 ? lone_site_metres : 8 * place.radius.value());
      }
    }
    return at_least(c.box, Meters(least));
  }

  void add_coarse(std::vector<Cluster>& clusters) const {
    for (const std::size_t i : coarse_) {
      bool seen = false;
      for (Cluster& c : clusters) {
        seen = seen || geo::intersects(c.box, extents_[i].box);
        if (!belongs(i, c)) continue;
        if (const Box wanted = wanted_of(i, c); fits(i, wanted, c)) {
          c.box = unite(c.box, wanted);
          c.members.push_back(i);
          seen = true;
          break;
        }
      }
      if (seen || !sited_.contains(i)) continue;   // an arrow's end can lie outside; a presence needs its own map
      if (clusters.size() < max_panels_) {
        clusters.push_back({{i}, at_least(extents_[i].box, extents_[i].size * 1.2)});
      } else {
        nearest(clusters, i).box = unite(nearest(clusters, i).box, extents_[i].box);
        nearest(clusters, i).members.push_back(i);
      }
    }
  }

  // Whether an event that the place has a part in is shown here, or the place is at hand anyway.
  bool belongs(std::size_t i, const Cluster& c) const {
    const auto member = [&](std::size_t place) { return place != i && std::ranges::find(c.members, place) != c.members.end(); };
    bool elsewhere = false;
    for (const Mark& mark : scene_.marks) {
      std::vector<std::size_t> ends = mark.destinations;
      ends.insert(ends.end(), mark.sites.begin(), mark.sites.end());
      if (mark.origin) ends.push_back(*mark.origin);
      if (std::ranges::find(ends, i) == ends.end()) continue;
      if (std::ranges::any_of(ends, member)) return true;
      elsewhere = elsewhere || ends.size() > 1;
    }
    return !elsewhere || geo::intersects(c.box, extents_[i].box);
  }

  // What of a coarse place a panel should show: of a sea only a piece of its water near the other places, else all of it.
  Box wanted_of(std::size_t i, const Cluster& c) const {
    if (scene_.places[i].shape != PlaceShape::Water) return extents_[i].box;
    constexpr double edge = 0.15, piece = 0.2;   // of the sea's box: shores and corners; of the panel's size
    const Box& sea = extents_[i].box;
    const LonLat middle = c.box.center();
    const double wide = sea.longitude_span(), high = sea.latitude_span();
    const double east = std::remainder(middle.lon() - sea.center().lon(), 360);
    const double reach = (0.5 - edge) * wide;
    const double lon = std::remainder(sea.center().lon() + std::clamp(east, -reach, reach), 360);
    const LonLat near = LonLat::checked(Lon(lon), Lat(std::clamp(middle.lat(), sea.south + edge * high, sea.north - edge * high)));
    return box_around(near, piece / 2 * c.size());
  }

  // Whether showing `wanted` of the country, region or sea costs this panel little of its scale.
  bool fits(std::size_t i, const Box& wanted, const Cluster& c) const {
    const double size = c.size();
    const bool holds_lone_place = c.members.size() == 1 && !scene_.places[i].country.empty() &&
                                  scene_.places[c.members.front()].country == scene_.places[i].country;
    const double allowed = holds_lone_place ? 4 * size : 1.6 * size;
    // For one arrow among many places an end beyond the frame will do.
    const double most = holds_lone_place ? 4 : c.members.size() >= 4 && uses_[i] == 1 && !sited_.contains(i) ? 1.6 : 2.4;
    const double together = diagonal(unite(c.box, wanted)).value();
    return diagonal(wanted).value() <= allowed && together <= most * size;
  }

  Cluster& nearest(std::vector<Cluster>& clusters, std::size_t i) const {
    return *std::ranges::min_element(clusters, {}, [&](const Cluster& c) {
      return great_circle_distance(c.box.center(), extents_[i].center).value();
    });
  }

  const Scene& scene_;
  std::size_t max_panels_;
  std::vector<int> uses_;
  std::set<std::size_t> sited_;
  std::vector<PlaceExtent> extents_;
  std::vector<std::size_t> anchors_, coarse_;
};

}  // namespace

Meters diagonal(const Box& box) {
  const double height = box.latitude_span() * degree_metres;
  const double parallel = std::cos(box.center().lat() * std::numbers::pi / 180);
  const double width = std::min(box.longitude_span() * parallel, 180.0) * degree_metres;
  return Meters(std::min(std::hypot(width, height), half_way_round));
}

Box at_least(const Box& box, Meters size) {
  const double now = diagonal(box).value();
  if (now >= size.value()) return box;
  return unite(box, box_around(box.center(), size.value() / 2 / std::numbers::sqrt2));
}

PlaceExtent extent_of(const ScenePlace& place) {
  std::optional<Box> box;
  if (has_extent(place)) box = main_part(place.outline);
  if (!box) box = box_around(place.point, std::clamp(place.radius.value(), 0.0, half_way_round / 2));
  return {*box, has_extent(place) ? box->center() : place.point, diagonal(*box)};
}

std::vector<PanelPlan> plan_panels(const Scene& scene, std::size_t max_panels) { return Planner(scene, max_panels).plan(); }

}  // namespace dateline::render
