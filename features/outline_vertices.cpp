#include "features/outline_vertices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/longitudes.hpp"

namespace dateline::features {

namespace {

using geo::LonLat;

constexpr std::size_t kRun = 64;  // vertices: as many are looked through as there are runs in a large outline
constexpr double kRadians = std::numbers::pi / 180;

/// Squared distance in degrees of latitude.
class Measure {
 public:
  explicit Measure(LonLat target) : target_(target), shrink_(std::cos(target.lat() * kRadians)) {}
  [[nodiscard]] double to(LonLat p) const { return squared(geo::short_way(p.lon() - target_.lon()), p.lat() - target_.lat()); }
  /// No vertex inside the extent is nearer.
  [[nodiscard]] double to_extent(double west, double south, double east, double north) const {
    double x = 0;
    if (target_.lon() < west || target_.lon() > east) {
      x = std::min(std::abs(geo::short_way(west - target_.lon())), std::abs(geo::short_way(east - target_.lon())));
    }
    return squared(x, std::max({0.0, south - target_.lat(), target_.lat() - north}));
  }

 private:
  [[nodiscard]] double squared(double x, double y) const { return x * shrink_ * x * shrink_ + y * y; }

  LonLat target_;
  double shrink_;
};

}  // namespace

OutlineVertices::OutlineVertices(const geo::MultiPolygon& outline) {
  for (const geo::Polygon& polygon : outline) vertices_.insert(vertices_.end(), polygon.outer.begin(), polygon.outer.end());
  for (std::size_t first = 0; first < vertices_.size(); first += kRun) {
    Run run{first, std::min(first + kRun, vertices_.size()), 180, 90, -180, -90};
    for (std::size_t i = run.first; i < run.end; ++i) {
      run.west = std::min(run.west, vertices_[i].lon()), run.east = std::max(run.east, vertices_[i].lon());
      run.south = std::min(run.south, vertices_[i].lat()), run.north = std::max(run.north, vertices_[i].lat());
    }
    runs_.push_back(run);
  }
  sorted_.reserve(vertices_.size());
  for (const LonLat& p : vertices_) sorted_.emplace_back(p.lon(), p.lat());
  std::sort(sorted_.begin(), sorted_.end());
}

LonLat OutlineVertices::nearest(LonLat target) const {
  const Measure measure(target);
  std::vector<std::pair<double, std::size_t>> order;
  order.reserve(runs_.size());
  for (std::size_t i = 0; i < runs_.size(); ++i) order.emplace_back(measure.to_extent(runs_[i].west, runs_[i].south, runs_[i].east, runs_[i].north), i);
  std::sort(order.begin(), order.end());
  double least = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  for (const auto& [bound, i] : order) {
    if (bound > least) break;
    for (std::size_t k = runs_[i].first; k < runs_[i].end; ++k) {
      const double distance = measure.to(vertices_[k]);
      if (distance < least || (distance == least && k < best)) least = distance, best = k;
    }
  }
  return vertices_[best];
}

std::optional<LonLat> OutlineVertices::middle_of_border(const OutlineVertices& other) const {
  if (sorted_.back().first < other.sorted_.front().first || other.sorted_.back().first < sorted_.front().first) return std::nullopt;
  std::vector<LonLat> shared;
  for (const Run& run : runs_) {
    const auto from = std::lower_bound(other.sorted_.begin(), other.sorted_.end(), std::pair(run.west, -90.0));
    if (from == other.sorted_.end() || from->first > run.east) continue;  // nothing of the other lies there
    for (std::size_t i = run.first; i < run.end; ++i) {
      if (std::binary_search(from, other.sorted_.end(), std::pair(vertices_[i].lon(), vertices_[i].lat()))) shared.push_back(vertices_[i]);
    }
  }
  if (shared.size() < 2) return std::nullopt;
  return shared[shared.size() / 2];
}

}  // namespace dateline::features
