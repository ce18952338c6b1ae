#include "render/ring_index.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr double wanted_row_height = 6;   // px: about the length of an edge
constexpr double most_rows = 400;

template <typename Visit>
void each_edge(std::span<const PageRing> rings, Visit&& visit) {
  for (const PageRing& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) visit(PageSegment{ring[i], ring[j]});
  }
}

}  // namespace

RingIndex::RingIndex(std::span<const PageRing> rings) : box_(box_of(rings)) {
  if (box_) {
    rows_ = static_cast<std::size_t>(std::clamp(std::ceil(box_->height() / wanted_row_height), 1.0, most_rows));
    row_height_ = std::max(box_->height() / static_cast<double>(rows_), 1e-9);
  }
  first_.assign(rows_ + 1, 0);
  const auto rows_of = [&](const PageSegment& e) { return std::pair{row_of(std::min(e.a.y, e.b.y)), row_of(std::max(e.a.y, e.b.y))}; };
  each_edge(rings, [&](const PageSegment& e) {
    const auto [low, high] = rows_of(e);
    for (std::size_t r = low; r <= high; ++r) ++first_[r + 1];
  });
  for (std::size_t r = 0; r < rows_; ++r) first_[r + 1] += first_[r];
  edges_.resize(first_.back());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  each_edge(rings, [&](const PageSegment& e) {
    const auto [low, high] = rows_of(e);
    for (std::size_t r = low; r <= high; ++r) edges_[next[r]++] = e;
  });
}

std::size_t RingIndex::row_of(double y) const noexcept {
  return static_cast<std::size_t>(std::clamp(std::floor((y - box_->top) / row_height_), 0.0, static_cast<double>(rows_ - 1)));
}

bool RingIndex::contains(PagePoint p) const noexcept {
  if (!box_ || !box_->contains(p)) return false;
  bool in = false;
  for (const PageSegment& e : row(row_of(p.y))) {
    if ((e.a.y > p.y) != (e.b.y > p.y) && p.x < (e.b.x - e.a.x) * (p.y - e.a.y) / (e.b.y - e.a.y) + e.a.x) in = !in;
  }
  return in;
}

double RingIndex::distance_to_edges(PagePoint p, double enough) const noexcept {
  double best = 1e300;
  if (!box_) return best;
  const std::size_t home = row_of(p.y);
  const auto look = [&](std::size_t r) {
    for (const PageSegment& e : row(r)) best = std::min(best, distance_to_segment(p, e));
  };
  const auto row_distance = [&](std::size_t r) {
    const double top = box_->top + static_cast<double>(r) * row_height_;
    return std::max({top - p.y, p.y - top - row_height_, 0.0});
  };
  look(home);
  for (std::size_t step = 1; step < rows_ && best >= enough; ++step) {
    bool near = false;
    if (home >= step && row_distance(home - step) < best) near = true, look(home - step);
    if (home + step < rows_ && row_distance(home + step) < best) near = true, look(home + step);
    if (!near) break;
  }
  return best;
}

bool RingIndex::crosses(const PageSegment& s) const noexcept {
  if (!box_ || std::max(s.a.y, s.b.y) < box_->top || std::min(s.a.y, s.b.y) > box_->bottom) return false;
  const std::size_t last = row_of(std::max(s.a.y, s.b.y));
  for (std::size_t r = row_of(std::min(s.a.y, s.b.y)); r <= last; ++r) {
    for (const PageSegment& e : row(r)) {
      if (crossing(s, e)) return true;
    }
  }
  return false;
}

}  // namespace dateline::render
