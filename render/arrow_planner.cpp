#include "render/arrow_planner.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace dateline::render {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr int samples = 14;
constexpr double least_arrival_spread = 15 * degree, good_arrival_spread = 42 * degree;
constexpr double least_crossing = 30 * degree;
// Two coarse ends closer than this look like one.
constexpr double least_end_spacing = 34;
constexpr double together = 55 * degree;   // arrows of one origin within this angle leave together

struct Planned {
  Curve line;                       ///< from point to point, not yet cut at the rims
  std::vector<PagePoint> points;
  PageBox box;
};

PageBox box_of_points(const std::vector<PagePoint>& points) {
  PageBox box{points.front().x, points.front().y, points.front().x, points.front().y};
  for (const PagePoint p : points) box = unite(box, {p.x, p.y, p.x, p.y});
  return box;
}

class Planner {
 public:
  Planner(const std::vector<ArrowRequest>& requests, const std::vector<AvoidedSite>& sites, const PageBox& bounds)
      : requests_(requests), sites_(sites), bounds_(bounds), planned_(requests.size()) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      by_origin_[requests[i].from.place].push_back(i);
      by_destination_[requests[i].to.place].push_back(i);
    }
  }

  std::vector<Curve> run(double gap) {
    constexpr int sweeps = 3;   // first without knowledge of the later arrows, then twice with it
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (std::size_t i = 0; i < requests_.size(); ++i) planned_[i] = best(i);
    }
    std::vector<Curve> lines;
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      const Curve& whole = planned_[i]->line;
      const ArrowRequest& r = requests_[i];
      const double from = r.from.radius > 0 ? leaves_disc(whole, whole.start, r.from.radius + gap) : 0;
      const double to = r.to.radius > 0 ? enters_disc(whole, whole.end, r.to.radius + gap) : 1;
      // Two halos that touch leave no room: the line then joins the centres and the marks lie over it.
      lines.push_back(to - from > 0.15 ? whole.part(from, to) : whole);
    }
    return lines;
  }

 private:
  Planned best(std::size_t index) const {
    const ArrowRequest& r = requests_[index];
    std::optional<Planned> found;
    double least = 0;
    for (std::size_t a = 0; a < r.from.points.size(); ++a) {
      for (std::size_t b = 0; b < r.to.points.size(); ++b) {
        if (r.paired && a != b) continue;
        const PagePoint start = r.from.points[a], end = r.to.points[b];
        for (const auto& [leave, arrive, preference] : bends(index, start, end)) {
          Planned candidate;
          candidate.line = make_curve(start, end, leave, arrive);
          candidate.points = candidate.line.sampled(samples);
          candidate.box = box_of_points(candidate.points);
          const double c = preference + 6.0 * static_cast<double>(a + b) + cost(index, candidate);
          if (!found || c < least - 1e-9) found = std::move(candidate), least = c;
        }
      }
    }
    return *found;
  }

  struct Bend {
    double leave, arrive, preference;
  };
  std::vector<Bend> bends(std::size_t index, PagePoint start, PagePoint end) const {
    const double usual = usual_bend(distance(start, end));
    // Lines that bulge upwards look right for travel along the page; for travel up or down either side does.
    const double up = (end - start).x >= 0 ? -1 : 1;
    std::vector<Bend> result;
    if (requests_[index].short_way) {
      for (const double factor : {0.5, -0.5, 0.8, -0.8}) result.push_back({up * usual * factor, -up * usual * factor, factor > 0 ? 0.0 : 1.0});
      return result;
    }
    for (const auto& [factor, preference] : {std::pair{1.0, 0.0}, {0.55, 3.0}, {1.5, 6.0}, {2.0, 12.0}, {2.5, 20.0}}) {
      for (const double side : {up, -up}) {
        const double bend = side * usual * factor, extra = side == up ? 0.0 : 2.0;
        result.push_back({bend, -bend, preference + extra});
        // Unequal ends spread arrivals and departures that a circular arc would bundle.
        result.push_back({bend * 0.4, -bend * 1.4, preference + extra + 4});
        result.push_back({bend * 1.4, -bend * 0.4, preference + extra + 4});
      }
    }
    if (by_destination_.at(requests_[index].to.place).size() > 1) {
      // Arrivals that a circular arc would bundle come in from the sides.
      for (const double arrive : {20.0, 35.0, 50.0, 65.0}) {
        for (const double side : {up, -up}) result.push_back({side * arrive * 0.55 * degree, -side * arrive * degree, 5 + arrive * 0.16});
      }
    }
    if (const auto shared = shared_departure(index)) {
      const double leave = normalized_angle(*shared - angle_of(end - start));
      if (std::abs(leave) < 60 * degree) {
        for (const double factor : {1.0, 0.5, 1.6, 0.0}) {
          const double side = leave < 0 ? 1 : -1;
          result.push_back({leave, side * std::max(std::abs(leave), usual * 0.7) * factor, -6 + 3 * std::abs(factor - 1)});
        }
      }
    }
    return result;
  }

  // Direction in which this arrow and its sisters from the same origin leave; absent for a lone one.
  std::optional<double> shared_departure(std::size_t index) const {
    const auto& sisters = by_origin_.at(requests_[index].from.place);
    if (sisters.size() < 2) return std::nullopt;
    const auto heading = [&](std::size_t i) { return angle_of(direction(requests_[i].from.points.front(), requests_[i].to.points.front())); };
    PagePoint sum;
    int count = 0;
    for (const std::size_t i : sisters) {
      if (std::abs(normalized_angle(heading(i) - heading(index))) > together) continue;
      sum = sum + PagePoint{std::cos(heading(i)), std::sin(heading(i))};
      ++count;
    }
    if (count < 2 || length(sum) < 0.3) return std::nullopt;
    return angle_of(sum);
  }

  double cost(std::size_t index, const Planned& c) const {
    const ArrowRequest& r = requests_[index];
    double total = 0;
    for (const PagePoint p : c.points) total += 8 * std::min(distance_to_box(p, bounds_), 100.0);
    for (const AvoidedSite& site : sites_) {
      if (site.place == r.from.place || site.place == r.to.place) continue;
      const double reach = site.radius + r.width / 2 + 9;
      if (distance_to_box(site.center, c.box) > reach) continue;
      const double d = distance_to_line(site.center, c.points);
      if (d < reach) total += 40 + 60 * (1 - d / reach);
    }
    for (std::size_t other = 0; other < requests_.size(); ++other) {
      if (other != index && planned_[other]) total += against(index, c, other, *planned_[other]);
    }
    return total;
  }

  double against(std::size_t index, const Planned& c, std::size_t other, const Planned& o) const {
    const ArrowRequest &r = requests_[index], &s = requests_[other];
    double total = 0;
    if (r.to.place == s.to.place) {
      const bool coarse = r.to.points.size() > 1;
      const double apart = distance(c.line.end, o.line.end);
      if (coarse && apart < least_end_spacing) total += 40 * (1 - apart / least_end_spacing);
      if (!coarse) {
        const double spread = std::abs(normalized_angle(angle_of(c.line.tangent(1)) - angle_of(o.line.tangent(1))));
        if (spread < good_arrival_spread) total += 34 * (good_arrival_spread - spread) / good_arrival_spread;
        if (spread < least_arrival_spread) total += 80;
      }
    }
    if (r.from.place == s.from.place && r.from.points.size() > 1) {
      const double apart = distance(c.line.start, o.line.start);
      if (apart > 1 && apart < least_end_spacing) total += 12 * (1 - apart / least_end_spacing);
    }
    if (!c.box.grown(24).overlaps(o.box)) return total;
    const bool relatives = r.from.place == s.from.place || r.to.place == s.to.place || r.from.place == s.to.place ||
                           r.to.place == s.from.place;
    // Relatives meet at their common end; anywhere else they may no more cross than strangers.
    const auto middle_part = [&](const Planned& p) { return std::span(p.points).subspan(relatives ? 2 : 0, p.points.size() - (relatives ? 4 : 0)); };
    if (const auto angle = crossing_angle(middle_part(c), middle_part(o))) total += *angle < least_crossing ? 60 : 30;
    // A head that touches another line reads as belonging to it.
    if (r.to.place != s.to.place && distance_to_line(c.line.end, o.points) < 16) total += 45;
    if (r.to.place != s.to.place && distance_to_line(o.line.end, c.points) < 16) total += 45;
    // Lines side by side: between the ends, where relatives have parted.
    const double room = r.short_way || s.short_way ? 30 : 16;   // short arrows have their badges side by side
    double near = 0;
    for (int i = samples / 3; i <= 2 * samples / 3; ++i) {
      const double d = distance_to_line(c.points[static_cast<std::size_t>(i)], o.points);
      if (d < room) near += (room - d) / room;
    }
    return total + near * 12;
  }

  const std::vector<ArrowRequest>& requests_;
  const std::vector<AvoidedSite>& sites_;
  PageBox bounds_;
  std::map<std::size_t, std::vector<std::size_t>> by_origin_, by_destination_;
  std::vector<std::optional<Planned>> planned_;
};

}  // namespace

std::vector<Curve> plan_arrows(const std::vector<ArrowRequest>& requests, const std::vector<AvoidedSite>& sites,
                               const PageBox& bounds, double gap) {
  return Planner(requests, sites, bounds).run(gap);
}

}  // namespace dateline::render
