#pragma once

#include <optional>
#include <vector>

#include "geo/basemap.hpp"
#include "render/land_mask.hpp"
#include "render/map_frame.hpp"
#include "styles/style.hpp"

/// The base map of a panel: read, brought to the page once, painted by the style's layers.
namespace dateline::render {

struct BasePaths {
  std::vector<std::vector<PageRing>> land;      ///< by polygon
  Path land_path, lakes_path, coast_path;
  struct Line {
    std::string kind;                           ///< borders: "international", "disputed", "first-level"; rivers: the rank
    Path path;
  };
  std::vector<Line> borders, rivers;
  std::optional<ImageItem> relief;              ///< painted over land and tints, below all lines
};
[[nodiscard]] BasePaths read_base(const geo::BaseMap& base_map, const MapFrame& frame);

/// Background, land, `above_land` (tints, hatched regions, relief), then all other layers of the style whose zoom range fits, each in a group of its own.
void paint_base(DisplayList& out, const BasePaths& base, const MapFrame& frame, const styles::Style& style, const DisplayList& above_land,
                const std::string& id_prefix);

}  // namespace dateline::render
