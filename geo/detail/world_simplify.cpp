#include "geo/detail/world_simplify.hpp"

#include <algorithm>
#include <bit>

namespace dateline::geo::detail {

namespace {

bool less(const WorldPoint& a, const WorldPoint& b) noexcept { return a.x != b.x ? a.x < b.x : a.y < b.y; }

double squared_distance(const WorldPoint& p, const WorldPoint& a, double dx, double dy, double inverse_length2) noexcept {
  const double px = p.x - a.x, py = p.y - a.y;
  const double t = std::clamp((px * dx + py * dy) * inverse_length2, 0.0, 1.0);
  const double rx = px - t * dx, ry = py - t * dy;
  return rx * rx + ry * ry;
}

struct Stretch {
  std::size_t first, last;
};

/// Marks what stays of line[first..last]; the ends are marked by the caller.
void mark(std::span<const WorldPoint> line, double tolerance2, std::vector<char>& keep) {
  static thread_local std::vector<Stretch> open;   // explicit stack: a coast of 100,000 vertices may split one at a time
  open.assign(1, {0, line.size() - 1});
  while (!open.empty()) {
    const Stretch s = open.back();
    open.pop_back();
    if (s.last - s.first < 2) continue;
    const WorldPoint& a = line[s.first];
    const double dx = line[s.last].x - a.x, dy = line[s.last].y - a.y, length2 = dx * dx + dy * dy;
    const double inverse = length2 > 0 ? 1 / length2 : 0;
    double farthest = tolerance2;
    std::size_t at = 0;
    for (std::size_t i = s.first + 1; i < s.last; ++i) {
      const double d = squared_distance(line[i], a, dx, dy, inverse);
      if (d > farthest) {
        farthest = d;
        at = i;
      }
    }
    if (at == 0) continue;
    keep[at] = 1;
    open.push_back({s.first, at});
    open.push_back({at, s.last});
  }
}

std::uint64_t key_of(WorldPoint p) noexcept {
  // Two rounds of multiplication (the constants are those of SplitMix64) spread neighbouring coordinates.
  std::uint64_t h = std::bit_cast<std::uint64_t>(p.x) * 0xBF58476D1CE4E5B9U ^ std::bit_cast<std::uint64_t>(p.y + 0.0);
  h = (h ^ h >> 30U) * 0x94D049BB133111EBU;
  h = (h ^ h >> 31U) & ~std::uint64_t{1};
  return h == 0 ? 2 : h;
}

bool on_edge(WorldPoint p) noexcept { return p.x == 0 || p.x == 1 || p.y == 0 || p.y == 1; }

bool is_cut(WorldPoint a, WorldPoint b) noexcept {
  return (a.x == b.x && (a.x == 0 || a.x == 1)) || (a.y == b.y && (a.y == 0 || a.y == 1));
}

/// The vertex farthest from the first one; ties go to the lesser one, so that the direction does not matter.
std::size_t farthest_from_first(std::span<const WorldPoint> line) noexcept {
  std::size_t at = line.size() / 2;
  double most = -1;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const double dx = line[i].x - line[0].x, dy = line[i].y - line[0].y, d = dx * dx + dy * dy;
    if (d > most || (d == most && less(line[i], line[at]))) {
      most = d;
      at = i;
    }
  }
  return at;
}

}  // namespace

void simplify_open(std::span<const WorldPoint> line, double tolerance, WorldLine& out) {
  if (line.size() < 3) {
    out.insert(out.end(), line.begin(), line.end());
    return;
  }
  static thread_local std::vector<char> keep;
  static thread_local WorldLine turned;
  keep.assign(line.size(), 0);
  keep.front() = keep.back() = 1;
  const bool reversed = less(line.back(), line.front());
  if (reversed) {
    turned.assign(line.rbegin(), line.rend());
    mark(turned, tolerance * tolerance, keep);
    std::reverse(keep.begin(), keep.end());
  } else {
    mark(line, tolerance * tolerance, keep);
  }
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (keep[i] != 0) out.push_back(line[i]);
  }
}

Junctions::Junctions(std::size_t most_vertices) : slots_(std::bit_ceil(most_vertices * 6 / 5 + 16)) {}

Junctions::Slot& Junctions::slot(std::uint64_t key) noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key >> 1U & mask;
  while (slots_[at].key != 0 && (slots_[at].key & ~std::uint64_t{1}) != key) at = (at + 1) & mask;
  return slots_[at];
}

void Junctions::add_ring(std::span<const WorldPoint> ring) {
  if (ring.size() < 3) return;
  std::uint64_t before = key_of(ring.back()), here = key_of(ring.front());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const std::uint64_t after = key_of(ring[i + 1 < ring.size() ? i + 1 : 0]);
    Slot& s = slot(here);
    const auto a = static_cast<std::uint32_t>(before >> 32U), b = static_cast<std::uint32_t>(after >> 32U);
    if (s.key == 0) {
      s = {here, a, b};
    } else if ((a != s.first && a != s.second) || (b != s.first && b != s.second)) {
      s.key |= 1U;
    }
    before = here;
    here = after;
  }
}

bool Junctions::contains(WorldPoint p) const noexcept {
  const std::uint64_t key = key_of(p);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key >> 1U & mask; slots_[at].key != 0; at = (at + 1) & mask) {
    if ((slots_[at].key & ~std::uint64_t{1}) == key) return (slots_[at].key & 1U) != 0;
  }
  return false;
}

WorldLine simplify_ring(std::span<const WorldPoint> ring, const Junctions& junctions, double tolerance) {
  if (ring.size() < 3) return {};
  std::vector<std::size_t> anchors;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const WorldPoint before = ring[i == 0 ? ring.size() - 1 : i - 1], after = ring[i + 1 < ring.size() ? i + 1 : 0];
    const bool meets_edge = on_edge(ring[i]) && (is_cut(before, ring[i]) != is_cut(ring[i], after) || (is_cut(before, ring[i]) && before.x != after.x && before.y != after.y));
    if (meets_edge || junctions.contains(ring[i])) anchors.push_back(i);
  }
  if (anchors.empty()) anchors.push_back(static_cast<std::size_t>(std::min_element(ring.begin(), ring.end(), less) - ring.begin()));
  WorldLine turned(ring.begin() + static_cast<std::ptrdiff_t>(anchors.front()), ring.end());
  turned.insert(turned.end(), ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(anchors.front()));
  turned.push_back(turned.front());
  const std::size_t start = anchors.front();
  std::vector<std::size_t> stops;
  for (const std::size_t anchor : anchors) stops.push_back(anchor - start);
  stops.push_back(ring.size());
  if (anchors.size() == 1) stops.insert(stops.begin() + 1, farthest_from_first(turned));
  WorldLine out;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    if (stops[i] == stops[i + 1]) continue;
    simplify_open(std::span<const WorldPoint>(turned).subspan(stops[i], stops[i + 1] - stops[i] + 1), tolerance, out);
    out.pop_back();   // the next stretch begins with it
  }
  if (out.size() < 3) out.clear();
  return out;
}

}  // namespace dateline::geo::detail
