#include "render/label_placement.hpp"

#include <algorithm>
#include <numeric>

#include "render/box_grid.hpp"

namespace dateline::render {
namespace {

constexpr double cell_size = 40;

PageBox box_of(const PageSegment& s) {
  return {std::min(s.a.x, s.b.x), std::min(s.a.y, s.b.y), std::max(s.a.x, s.b.x), std::max(s.a.y, s.b.y)};
}

class Placement {
 public:
  Placement(const std::vector<LabelRequest>& requests, const LabelObstacles& obstacles, const PageBox& bounds, double apart)
      : requests_(requests), obstacles_(obstacles), bounds_(bounds), apart_(apart), box_grid_(bounds, cell_size), line_grid_(bounds, cell_size),
        disc_grid_(bounds, cell_size), placed_(bounds, cell_size), chosen_(requests.size()), here_(requests.size()) {
    index_obstacles();
    order_.resize(requests.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, [&](auto a, auto b) { return requests_[a].priority > requests_[b].priority; });
    keep_feasible();
  }

  std::vector<std::optional<std::size_t>> run() {
    for (const std::size_t label : order_) {
      if (const auto c = cheapest_free(label)) put(label, *c);
    }
    constexpr int sweeps = 3;
    for (int i = 0; i < sweeps; ++i) {
      bool changed = false;
      for (const std::size_t label : order_) {
        changed = (chosen_[label] ? improve(label) : make_room(label)) || changed;
      }
      if (!changed) break;
    }
    return chosen_;
  }

 private:
  void index_obstacles() {
    for (std::uint32_t i = 0; i < obstacles_.boxes.size(); ++i) box_grid_.insert(obstacles_.boxes[i], i);
    for (std::uint32_t i = 0; i < obstacles_.lines.size(); ++i) line_grid_.insert(box_of(obstacles_.lines[i]), i);
    for (std::uint32_t i = 0; i < obstacles_.discs.size(); ++i) {
      const auto& d = obstacles_.discs[i];
      disc_grid_.insert(box_at(d.center, 2 * d.radius, 2 * d.radius), i);
    }
  }

  // Candidates free of fixed obstacles, cheapest first.
  void keep_feasible() {
    feasible_.resize(requests_.size());
    for (std::size_t label = 0; label < requests_.size(); ++label) {
      const auto& candidates = requests_[label].candidates;
      for (std::size_t c = 0; c < candidates.size(); ++c) {
        if (clear_of_obstacles(candidates[c])) feasible_[label].push_back(c);
      }
      std::ranges::stable_sort(feasible_[label], [&](auto a, auto b) { return candidates[a].cost < candidates[b].cost; });
    }
  }

  bool clear_of_obstacles(const LabelCandidate& c) const {
    for (const PageBox& box : c.boxes) {
      if (!holds(bounds_, box)) return false;
      if (box_grid_.any(box, [&](auto i) { return obstacles_.boxes[i].overlaps(box); })) return false;
      if (disc_grid_.any(box, [&](auto i) {
            return distance_to_box(obstacles_.discs[i].center, box) < obstacles_.discs[i].radius;
          })) {
        return false;
      }
      if (!c.may_lie_on_lines && line_grid_.any(box, [&](auto i) { return touches(obstacles_.lines[i], box); })) return false;
    }
    if (!c.leader) return true;
    const PageBox around = box_of(*c.leader);
    // A leader that ran over another symbol would seem to start there. Its own symbol is where it starts.
    const auto over_symbol = [&](auto i) {
      const auto& disc = obstacles_.discs[i];
      return distance(disc.center, c.leader->a) > disc.radius + 1 && distance_to_segment(disc.center, *c.leader) < disc.radius;
    };
    if (disc_grid_.any(around, over_symbol)) return false;
    return !box_grid_.any(around, [&](auto i) { return touches(*c.leader, obstacles_.boxes[i]); }) &&
           !line_grid_.any(around, [&](auto i) { return crossing(*c.leader, obstacles_.lines[i]).has_value(); });
  }

  const LabelCandidate& candidate(std::size_t label, std::size_t c) const { return requests_[label].candidates[c]; }

  bool conflict(const LabelCandidate& a, const LabelCandidate& b) const {
    for (const PageBox& x : a.boxes) {
      for (const PageBox& y : b.boxes) {
        if (x.grown(apart_).overlaps(y)) return true;
      }
    }
    const auto hit = [](const LabelCandidate& p, const LabelCandidate& q) {
      return p.leader && std::ranges::any_of(q.boxes, [&](const PageBox& box) { return touches(*p.leader, box); });
    };
    return hit(a, b) || hit(b, a) || (a.leader && b.leader && crossing(*a.leader, *b.leader));
  }

  // Placed labels in the way of this candidate, each once, ascending; stops when there are more than `most`.
  std::vector<std::uint32_t> blockers(std::size_t label, const LabelCandidate& c, std::size_t most) const {
    std::vector<std::uint32_t> found;
    const auto look = [&](const PageBox& box) {
      return placed_.any(box, [&](std::uint32_t other) {
        if (other == label || std::ranges::find(found, other) != found.end()) return false;
        if (hits(c, other)) found.push_back(other);
        return found.size() > most;
      });
    };
    for (const PageBox& box : c.boxes) {
      if (look(box)) break;
    }
    if (c.leader && found.size() <= most) look(box_of(*c.leader));
    std::ranges::sort(found);
    return found;
  }

  // Most labels are one box without a leader; those of the placed ones lie side by side in memory.
  bool hits(const LabelCandidate& c, std::uint32_t other) const {
    const Here& here = here_[other];
    if (here.is_plain && c.boxes.size() == 1 && !c.leader) return c.boxes.front().overlaps(here.box);
    return conflict(c, candidate(other, *chosen_[other]));
  }

  bool is_free(std::size_t label, const LabelCandidate& c) const {
    const auto taken = [&](const PageBox& box) {
      return placed_.any(box, [&](std::uint32_t other) { return other != label && hits(c, other); });
    };
    return std::ranges::none_of(c.boxes, taken) && !(c.leader && taken(box_of(*c.leader)));
  }

  std::optional<std::size_t> cheapest_free(std::size_t label) const {
    for (const std::size_t c : feasible_[label]) {
      if (is_free(label, candidate(label, c))) return c;
    }
    return std::nullopt;
  }

  void put(std::size_t label, std::size_t c) {
    const auto id = static_cast<std::uint32_t>(label);
    for (const PageBox& box : candidate(label, c).boxes) placed_.insert(box.grown(apart_), id);
    if (const auto& leader = candidate(label, c).leader) placed_.insert(box_of(*leader), id);
    chosen_[label] = c;
    const LabelCandidate& now = candidate(label, c);
    here_[label] = {now.boxes.empty() ? PageBox{} : now.boxes.front().grown(apart_), now.boxes.size() == 1 && !now.leader};
  }

  void take_away(std::size_t label) {
    const auto id = static_cast<std::uint32_t>(label);
    const LabelCandidate& c = candidate(label, *chosen_[label]);
    for (const PageBox& box : c.boxes) placed_.remove(box.grown(apart_), id);
    if (c.leader) placed_.remove(box_of(*c.leader), id);
    chosen_[label].reset();
  }

  bool improve(std::size_t label) {
    const std::size_t before = *chosen_[label];
    if (before == feasible_[label].front()) return false;
    take_away(label);
    const auto now = cheapest_free(label);
    put(label, now.value_or(before));
    return chosen_[label] != before;
  }

  // Tries to move what is in the way to other positions; what is less important may be lost.
  bool make_room(std::size_t label) {
    constexpr std::size_t most = 3;   // more would only shuffle a crowd
    for (const std::size_t c : feasible_[label]) {
      const auto in_way = blockers(label, candidate(label, c), most);
      if (in_way.size() > most) continue;
      if (std::ranges::any_of(in_way, [&](auto o) { return requests_[o].priority > requests_[label].priority; })) continue;
      std::vector<std::size_t> old;
      for (const auto other : in_way) {
        old.push_back(*chosen_[other]);
        take_away(other);
      }
      put(label, c);
      bool kept = true;
      for (const auto other : in_way) {
        if (const auto elsewhere = cheapest_free(other)) put(other, *elsewhere);
        else kept = kept && requests_[other].priority < requests_[label].priority;
      }
      if (kept) return true;
      for (const auto other : in_way) {
        if (chosen_[other]) take_away(other);
      }
      take_away(label);
      for (std::size_t i = 0; i < in_way.size(); ++i) put(in_way[i], old[i]);
    }
    return false;
  }

  const std::vector<LabelRequest>& requests_;
  const LabelObstacles& obstacles_;
  PageBox bounds_;
  double apart_;
  BoxGrid box_grid_, line_grid_, disc_grid_, placed_;
  std::vector<std::vector<std::size_t>> feasible_;
  std::vector<std::size_t> order_;
  std::vector<std::optional<std::size_t>> chosen_;
  struct Here {
    PageBox box;
    bool is_plain = false;
  };
  std::vector<Here> here_;
};

}  // namespace

std::vector<std::optional<std::size_t>> place_labels(const std::vector<LabelRequest>& requests, const LabelObstacles& obstacles,
                                                     const PageBox& bounds, double apart) {
  return Placement(requests, obstacles, bounds, apart).run();
}

}  // namespace dateline::render
