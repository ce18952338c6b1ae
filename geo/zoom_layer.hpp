#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "geo/tile_id.hpp"
#include "geo/tile_layer.hpp"

namespace dateline::geo {

/// One feature of a layer, ready for one zoom.
struct ZoomFeature {
  GeometryKind kind = GeometryKind::None;   ///< Point, Points, Line, Lines or Area
  std::uint32_t feature = 0;                ///< index into the layer's features
  /// Points: one part with all of them. Lines: one part each. Areas: rings without the repeated vertex; each outer ring
  /// (clockwise on the map, y down) is followed by its holes (counter-clockwise).
  std::vector<std::vector<WorldPoint>> parts;
  WorldBox box;

  /// Which rings are outer ones; as many as parts, all true for what is no area.
  std::vector<bool> outer;
};

/// One layer ready for one zoom: projected, cut at the antimeridian, simplified, indexed. Immutable, thread-safe. Looks into the
/// TileLayer that it was made from, which must outlive it.
class ZoomLayer {
 public:
  ZoomLayer(const TileLayer& layer, int zoom, std::vector<ZoomFeature> features);

  [[nodiscard]] const TileLayer& layer() const noexcept { return *layer_; }
  [[nodiscard]] int zoom() const noexcept { return zoom_; }
  /// In the order of the layer; features without anything left to draw are not there.
  [[nodiscard]] const std::vector<ZoomFeature>& features() const noexcept { return features_; }
  /// Places in features() of those whose box touches `box`, rising.
  [[nodiscard]] std::vector<std::uint32_t> find(const WorldBox& box) const;
  /// Calls `f(const ZoomFeature&)` for those, in the order of the layer.
  template <typename F>
  void visit(const WorldBox& box, F&& f) const {
    for (const std::uint32_t at : find(box)) f(features_[at]);
  }

 private:
  struct Node {
    WorldBox box;
    std::uint32_t first = 0, last = 0;   ///< children: nodes of the level below, places in order_ at the lowest
  };
  void build_index();
  void search(std::size_t level, std::uint32_t node, const WorldBox& box, std::vector<std::uint32_t>& found) const;

  const TileLayer* layer_;
  int zoom_ = 0;
  std::vector<ZoomFeature> features_;
  std::vector<std::uint32_t> order_;           ///< features along the Hilbert curve
  std::vector<std::vector<Node>> levels_;      ///< from the leaves to the root
};

/// Prepares a layer for one zoom. `tolerance` is in pixels of a 512-pixel tile: no vertex moves by more, and areas that share
/// a border share it afterwards. Rings and lines that are smaller than the tolerance are left out.
/// Coordinates beyond ±85.0511° of latitude lie on the edge of the square; areas that reach round a pole are closed along it.
/// `wanted` leaves out features that nobody will draw; none given takes all.
[[nodiscard]] ZoomLayer make_zoom_layer(const TileLayer& layer, int zoom, double tolerance, const std::function<bool(const Feature&)>& wanted = {});

/// Whether the edge from a to b lies on the edge of the square: there an area was cut, and its outline has no line.
[[nodiscard]] inline bool is_cut_edge(WorldPoint a, WorldPoint b) noexcept {
  return (a.x == b.x && (a.x == 0 || a.x == 1)) || (a.y == b.y && (a.y == 0 || a.y == 1));
}

}  // namespace dateline::geo
