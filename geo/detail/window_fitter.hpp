#pragma once

#include <optional>
#include <span>
#include <vector>

#include "geo/detail/limb.hpp"
#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace dateline::geo::detail {

/// Degrees as they come out of the data: x longitude, y latitude. Longitudes may run past 180 within one line.
using DegreeLine = std::vector<MapPoint>;

/// Brings lines and rings of degrees into one window of one projection: cut where the projection tears, densified,
/// projected, clipped. Refers to the projection, which must live longer.
class WindowFitter {
 public:
  WindowFitter(const Projection& projection, const Projection::Window& window, double tolerance);

  /// Part of the Earth that the window can show, in degrees relative to the central meridian; a little too large.
  struct Frame {
    double west = -180;
    double south = -90;
    double east = 180;
    double north = 90;
  };
  [[nodiscard]] const Frame& frame() const noexcept { return frame_; }
  /// Whether a box of degrees (east may pass 180) can touch the frame.
  [[nodiscard]] bool may_show(double west, double south, double east, double north) const noexcept;

  /// Adds what is to be seen of an open line. Each segment takes the short way round the Earth.
  void add_line(std::span<const MapPoint> degrees, std::vector<MapLine>& out) const;
  /// Adds what is to be seen of a ring (first vertex not repeated) as rings of a set that is filled even-odd.
  void add_ring(std::span<const MapPoint> degrees, std::vector<MapLine>& out) const;
  /// Must follow the last ring of one even-odd set: where the set covers the point opposite an azimuthal centre, what
  /// its rings enclose on the plane is the outside, and one more ring turns it round.
  void close_set(std::span<const std::span<const MapPoint>> degrees, std::vector<MapLine>& out) const;

  /// Ground metres per projected metre, the least in the window: tolerances on the ground follow from it.
  [[nodiscard]] double least_ground_scale() const noexcept { return least_ground_scale_; }

 private:
  void find_frame();
  void measure_scale();
  [[nodiscard]] DegreeLine unwrap(std::span<const MapPoint> degrees) const;
  enum class Beyond { LeftOut, MovedToLimb };
  void project_into(DegreeLine& relative, bool closed, Beyond beyond, MapLine& out) const;
  void densify(const DegreeLine& relative, bool closed, DegreeLine& out) const;
  void split_segment(const MapPoint& a, const MapPoint& b, int depth, DegreeLine& out) const;
  [[nodiscard]] MapPoint to_plane(const MapPoint& relative) const;
  void find_opposite();
  /// Near the point opposite an azimuthal centre a short way on the ground may lead round the whole map.
  [[nodiscard]] bool near_opposite(const MapPoint& relative) const noexcept;

  const Projection& projection_;
  Projection::Window window_;
  Projection::Window wide_;  ///< window_ with the margin for rings
  double tolerance_;
  double center_;
  bool azimuthal_;
  std::optional<MapPoint> opposite_;  ///< of an azimuthal projection's centre, relative to the central meridian
  std::optional<Limb> limb_;
  double limb_plane_radius_ = 0;  ///< projected places farther from the centre lie on the limb
  Frame frame_;
  double least_ground_scale_ = 1;
  double short_segment_ = 0.3;  ///< degrees: segments up to this are as good as straight at the tolerance
};

}  // namespace dateline::geo::detail
