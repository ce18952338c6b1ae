#include "geo/detail/window_fitter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/detail/clip.hpp"
#include "geo/detail/unroll.hpp"
#include "geo/longitudes.hpp"

namespace dateline::geo::detail {
namespace {

/// Whether a ring that was moved to a limb runs along it to and fro and encloses nothing.
bool lies_on(const MapLine& ring, double radius) noexcept {
  double turn = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapPoint& a = ring[i];
    const MapPoint& b = ring[(i + 1) % ring.size()];
    if (std::hypot(a.x, a.y) < radius) return false;
    turn += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
  }
  return std::abs(turn) < std::numbers::pi;
}

/// The edge of the map stands this far inside the cut, so that rounding cannot carry a point across: 1 cm.
constexpr double cut_inset = 1e-7;
/// Segments shorter than this, in degrees, are as good as straight at any scale that the data allow.
constexpr double always_short = 0.3;
constexpr double earth_radius = 6'371'008.8;
constexpr double longest_piece = 5;
constexpr int most_splits = 9;
constexpr int grid = 16;

bool is_place(const MapPoint& p) noexcept { return std::isfinite(p.x) && std::isfinite(p.y); }

Projection::Window widen(const Projection::Window& w, double tolerance) noexcept {
  const double margin = std::max({30 * tolerance, 0.01 * (w.high.x - w.low.x), 0.01 * (w.high.y - w.low.y)});
  return {{w.low.x - margin, w.low.y - margin}, {w.high.x + margin, w.high.y + margin}};
}

bool inside(const Projection::Window& w, const MapPoint& p) noexcept {
  return p.x >= w.low.x && p.x <= w.high.x && p.y >= w.low.y && p.y <= w.high.y;
}

}  // namespace

WindowFitter::WindowFitter(const Projection& projection, const Projection::Window& window, double tolerance)
    : projection_(projection),
      window_(window),
      wide_(widen(window, tolerance)),
      tolerance_(tolerance),
      center_(projection.central_meridian()),
      azimuthal_(!projection.cut_meridian()) {
  if (azimuthal_) {
    limb_ = Limb::find(projection);
    find_opposite();
  }
  if (limb_) {
    limb_plane_radius_ = std::numeric_limits<double>::infinity();
    MapLine rim = limb_->circle();
    projection_.project_degrees(rim);
    for (const MapPoint& p : rim) limb_plane_radius_ = std::min(limb_plane_radius_, 0.9999 * std::hypot(p.x, p.y));
  }
  find_frame();
  measure_scale();
}

MapPoint WindowFitter::to_plane(const MapPoint& relative) const {
  MapPoint p{relative.x + center_, relative.y};
  if (limb_) p = limb_->clamp(p);
  projection_.project_degrees({&p, 1});
  return p;
}

void WindowFitter::find_opposite() {
  MapPoint middle{0, 0};
  projection_.unproject_to_degrees({&middle, 1});
  if (is_place(middle)) opposite_ = MapPoint{short_way(middle.x + 180 - center_), -middle.y};
}

bool WindowFitter::near_opposite(const MapPoint& relative) const noexcept {
  constexpr double radian = std::numbers::pi / 180, near = 0.866;   // cosine of 30 degrees
  if (!opposite_) return false;
  const double along = std::sin(relative.y * radian) * std::sin(opposite_->y * radian) +
                       std::cos(relative.y * radian) * std::cos(opposite_->y * radian) * std::cos((relative.x - opposite_->x) * radian);
  return along > near;
}

/// Samples the window; where a sample is no place (beyond the edge of the world map), everything may be seen.
void WindowFitter::find_frame() {
  std::vector<MapPoint> metres;
  for (int row = 0; row <= grid; ++row) {
    for (int column = 0; column <= grid; ++column) {
      metres.push_back({wide_.low.x + (wide_.high.x - wide_.low.x) * column / grid,
                        wide_.low.y + (wide_.high.y - wide_.low.y) * row / grid});
    }
  }
  std::vector<MapPoint> degrees = metres;
  projection_.unproject_to_degrees(degrees);
  std::vector<MapPoint> again = degrees;
  projection_.project_degrees(again);
  bool whole = false;
  Frame found{1e9, 1e9, -1e9, -1e9};
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    const double error = std::hypot(again[i].x - metres[i].x, again[i].y - metres[i].y);
    if (!is_place(degrees[i]) || !(error < 1000)) {
      whole = true;
      continue;
    }
    const double x = short_way(degrees[i].x - center_);
    found.west = std::min(found.west, x);
    found.east = std::max(found.east, x);
    found.south = std::min(found.south, degrees[i].y);
    found.north = std::max(found.north, degrees[i].y);
  }
  for (const double pole : {-90.0, 90.0}) {
    const MapPoint p = to_plane({0, pole});
    if (!is_place(p) || !inside(wide_, p)) continue;
    found.west = -180;
    found.east = 180;
    (pole < 0 ? found.south : found.north) = pole;
  }
  if (whole) found = Frame{};
  // Between two samples the curve may reach further than both.
  const double pad_x = (found.east - found.west) * 2 / grid + 0.05;
  const double pad_y = (found.north - found.south) * 2 / grid + 0.05;
  frame_.west = std::max(-180.0, found.west - pad_x) + cut_inset;
  frame_.east = std::min(180.0, found.east + pad_x) - cut_inset;
  frame_.south = std::max(-90.0, found.south - pad_y);
  frame_.north = std::min(90.0, found.north + pad_y);
  // Stay where the projection is defined: Mercator has no poles, a cone's far pole is at infinity.
  const auto defined = [&](double latitude) {
    const MapPoint p = to_plane({0, latitude});
    return is_place(p) && std::abs(p.y) < 1e9;
  };
  while (frame_.north > frame_.south + 1 && !defined(frame_.north)) frame_.north -= 0.5;
  while (frame_.south < frame_.north - 1 && !defined(frame_.south)) frame_.south += 0.5;
}

void WindowFitter::measure_scale() {
  least_ground_scale_ = 1;
  for (int row = 0; row <= 4; ++row) {
    for (int column = 0; column <= 4; ++column) {
      MapPoint p{window_.low.x + (window_.high.x - window_.low.x) * column / 4,
                 window_.low.y + (window_.high.y - window_.low.y) * row / 4};
      projection_.unproject_to_degrees({&p, 1});
      if (!is_place(p) || std::abs(p.y) > 85) continue;
      const auto place = LonLat::make(Lon(p.x), Lat(p.y));
      if (!place) continue;
      const double scale = projection_.scale_factor(*place);
      if (std::isfinite(scale) && scale > 0.05) least_ground_scale_ = std::min(least_ground_scale_, scale);
    }
  }
  // A line of degrees s long strays from the straight one by at most s^2 / 16 of the Earth's radius on the ground; a
  // quarter of the tolerance leaves room for what the projection adds.
  const double ground_tolerance = tolerance_ * least_ground_scale_ / 4;
  short_segment_ = std::clamp(std::sqrt(16 * ground_tolerance / earth_radius) * 180 / std::numbers::pi, always_short, longest_piece);
}

bool WindowFitter::may_show(double west, double south, double east, double north) const noexcept {
  if (south > frame_.north || north < frame_.south) return false;
  const double width = frame_.east - frame_.west;
  double start = std::fmod(west - center_ - frame_.west, 360.0);
  if (start < 0) start += 360;
  return start <= width || start + (east - west) >= 360;
}

DegreeLine WindowFitter::unwrap(std::span<const MapPoint> degrees) const {
  DegreeLine line;
  line.reserve(degrees.size() + 4);
  for (const MapPoint& p : degrees) {
    const double x = p.x - center_;
    line.push_back({line.empty() ? short_way(x) : line.back().x + short_way(x - line.back().x), p.y});
  }
  return line;
}

void WindowFitter::split_segment(const MapPoint& a, const MapPoint& b, int depth, DegreeLine& out) const {
  if (depth > 0) {
    const MapPoint middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const double size = std::max(std::abs(b.x - a.x), std::abs(b.y - a.y));
    bool split = size > longest_piece;
    if (!split && (size > short_segment_ || near_opposite(a))) {
      const MapPoint pa = to_plane(a);
      const MapPoint pb = to_plane(b);
      const MapPoint pm = to_plane(middle);
      const double off = std::hypot(pm.x - (pa.x + pb.x) / 2, pm.y - (pa.y + pb.y) / 2);
      split = off > tolerance_;
    }
    if (split) {
      split_segment(a, middle, depth - 1, out);
      split_segment(middle, b, depth - 1, out);
      return;
    }
  }
  out.push_back(b);
}

void WindowFitter::densify(const DegreeLine& relative, bool closed, DegreeLine& out) const {
  out.clear();
  if (relative.empty()) return;
  out.push_back(relative.front());
  const auto add = [&](const MapPoint& a, const MapPoint& b) {
    const bool is_short = std::abs(b.x - a.x) <= short_segment_ && std::abs(b.y - a.y) <= short_segment_;
    if (is_short && !near_opposite(a)) {
      out.push_back(b);
    } else {
      split_segment(a, b, most_splits, out);
    }
  };
  for (std::size_t i = 0; i + 1 < relative.size(); ++i) add(relative[i], relative[i + 1]);
  if (closed) {
    add(relative.back(), relative.front());
    out.pop_back();
  }
}

void WindowFitter::project_into(DegreeLine& relative, bool closed, Beyond beyond, MapLine& out) const {
  densify(relative, closed, out);
  for (MapPoint& p : out) {
    p.x += center_;
    if (limb_ && beyond == Beyond::MovedToLimb) p = limb_->clamp(p);
  }
  projection_.project_degrees(out);
}

void WindowFitter::add_line(std::span<const MapPoint> degrees, std::vector<MapLine>& out) const {
  if (degrees.size() < 2) return;
  const DegreeLine line = unwrap(degrees);
  const auto box = bounds(line);
  std::vector<MapLine> pieces;
  if (azimuthal_) {
    pieces.push_back(line);
  } else {
    const auto first = static_cast<int>(std::ceil((frame_.west - box.high.x) / 360));
    const auto last = static_cast<int>(std::floor((frame_.east - box.low.x) / 360));
    for (int turn = first; turn <= last; ++turn) {
      DegreeLine moved = line;
      for (MapPoint& p : moved) p.x += 360.0 * turn;
      clip_line(moved, {{frame_.west, frame_.south}, {frame_.east, frame_.north}}, pieces);
    }
  }
  MapLine plane;
  for (MapLine& piece : pieces) {
    project_into(piece, false, Beyond::LeftOut, plane);
    // Break where the projection is not defined.
    std::size_t start = 0;
    for (std::size_t i = 0; i <= plane.size(); ++i) {
      if (i < plane.size() && is_place(plane[i])) continue;
      if (i > start + 1) clip_line(std::span(plane).subspan(start, i - start), window_, out);
      start = i + 1;
    }
  }
}

void WindowFitter::add_ring(std::span<const MapPoint> degrees, std::vector<MapLine>& out) const {
  if (degrees.size() < 3) return;
  DegreeLine ring = unwrap(degrees);
  const double winding = winding_of(ring);
  const bool round_a_pole = std::abs(winding) > 180;
  std::vector<MapLine> pieces;
  if (azimuthal_) {
    // The last segment goes on round the pole, not all the way back.
    if (round_a_pole) ring.push_back({ring.front().x + winding, ring.front().y});
    pieces.push_back(std::move(ring));
  } else {
    if (round_a_pole) close_along_pole(ring, winding);
    const auto box = bounds(ring);
    const auto first = static_cast<int>(std::ceil((frame_.west - box.high.x) / 360));
    const auto last = static_cast<int>(std::floor((frame_.east - box.low.x) / 360));
    for (int turn = first; turn <= last; ++turn) {
      DegreeLine moved = ring;
      for (MapPoint& p : moved) p.x += 360.0 * turn;
      moved = clip_ring(std::move(moved), {{frame_.west, frame_.south}, {frame_.east, frame_.north}});
      if (!moved.empty()) pieces.push_back(std::move(moved));
    }
  }
  MapLine plane;
  for (MapLine& piece : pieces) {
    project_into(piece, !(azimuthal_ && round_a_pole), Beyond::MovedToLimb, plane);
    std::erase_if(plane, [](const MapPoint& p) { return !is_place(p); });
    if (limb_ && lies_on(plane, limb_plane_radius_)) continue;
    MapLine seen = clip_ring(plane, wide_);
    if (!seen.empty()) out.push_back(std::move(seen));
  }
}

void WindowFitter::close_set(std::span<const std::span<const MapPoint>> degrees, std::vector<MapLine>& out) const {
  if (!opposite_) return;
  const MapPoint& opposite = *opposite_;
  bool covered = false;
  for (const auto& ring : degrees) {
    const DegreeLine line = unwrap(ring);
    if (line.size() < 3) continue;
    for (std::size_t i = 0; i < line.size(); ++i) {
      MapPoint a = line[i];
      MapPoint b = i + 1 < line.size() ? line[i + 1] : line.front();
      b.x = a.x + short_way(b.x - a.x);
      const double x = a.x + short_way(opposite.x - a.x);
      // Count crossings of the meridian north of the point.
      if ((a.x <= x) == (b.x <= x)) continue;
      covered ^= a.y + (x - a.x) * (b.y - a.y) / (b.x - a.x) > opposite.y;
    }
  }
  // Rings round the north pole cannot be told by crossings to its north alone; no land lies there.
  if (!covered) return;
  if (limb_) {
    MapLine rim = limb_->circle();
    projection_.project_degrees(rim);
    rim = clip_ring(rim, wide_);
    if (!rim.empty()) out.push_back(std::move(rim));
    return;
  }
  MapLine rim{{wide_.low.x, wide_.low.y}, {wide_.high.x, wide_.low.y}, {wide_.high.x, wide_.high.y}, {wide_.low.x, wide_.high.y}};
  out.push_back(std::move(rim));
}

}  // namespace dateline::geo::detail
