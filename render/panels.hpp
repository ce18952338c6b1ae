#pragma once

#include <vector>

#include "render/scene.hpp"

/// Which places share a map: a panel is a cluster that one scale can serve.
namespace dateline::render {

/// What a place needs of a panel.
struct PlaceExtent {
  geo::Box box;           ///< of the outline's main part, or of the halo
  geo::LonLat center;
  Meters size;            ///< length of the box's diagonal on the ground
};
[[nodiscard]] PlaceExtent extent_of(const ScenePlace& place);
/// Ground length of the diagonal of a box, at its middle latitude; at most half way round the Earth.
[[nodiscard]] Meters diagonal(const geo::Box& box);
/// `box` widened about its centre so that its diagonal is at least `size`.
[[nodiscard]] geo::Box at_least(const geo::Box& box, Meters size);

struct PanelPlan {
  std::vector<std::size_t> places;   ///< indices into Scene::places that the extent was made for, ascending
  geo::Box extent;                   ///< what must be visible, without margins
  int weight = 0;                    ///< how often marks use these places
};

/// The panels, heaviest first; empty if no mark has a place. Countries and wide regions that are far bigger than
/// the other places do not shape a panel: they are clipped by it, or an arrow leaves the frame towards them.
/// At most `max_panels`; places that would need more stay with their nearest panel.
[[nodiscard]] std::vector<PanelPlan> plan_panels(const Scene& scene, std::size_t max_panels = 3);

}  // namespace dateline::render
