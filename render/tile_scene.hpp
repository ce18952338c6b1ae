#pragma once

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "geo/zoom_layer.hpp"
#include "render/tile_labels.hpp"
#include "styles/style.hpp"

namespace dateline::render {

/// A layer's geometry at one zoom, long parts cut into stretches with a box each, so that a tile looks only at what is near.
struct TileGeometry {
  /// Vertices of a stretch; the last one is the first one of the next stretch.
  static constexpr std::size_t stretch = 32;
  struct Part {
    std::span<const geo::WorldBox> boxes;   ///< of each stretch
    std::span<const double> starts;         ///< length of the line before each stretch, share of the world's width
  };
  [[nodiscard]] Part part(std::size_t feature, std::size_t part) const noexcept {
    const std::size_t at = first_parts[feature] + part, first = first_boxes[at], count = first_boxes[at + 1] - first;
    return {{boxes.data() + first, count}, {starts.data() + first, count}};
  }

  geo::ZoomLayer layer;
  std::vector<std::uint32_t> first_parts;   ///< of each feature, into first_boxes; points have none
  std::vector<std::uint32_t> first_boxes;   ///< of each part, into boxes and starts; one more at the end
  std::vector<geo::WorldBox> boxes;
  std::vector<double> starts;
};

/// One layer of the style, ready to be painted on the tiles of one zoom.
struct TileStep {
  const styles::Layer* style = nullptr;
  std::shared_ptr<const TileGeometry> geometry;   ///< none for backgrounds and names
  std::vector<bool> takes;                        ///< features that the filter takes, as geometry->layer.features()
  TileNames names;                                ///< of symbol layers
};

/// Everything that the tiles of one zoom show, in the order of painting. Immutable; looks into style and layers.
struct TileScene {
  int zoom = 0;
  double style_zoom = 0;
  int scale = 1, tile = 256;
  double world = 256;                             ///< px round the world
  std::vector<TileStep> steps;
};

/// What scenes are made from.
struct TileSources {
  const geo::TileLayers* layers = nullptr;
  const styles::Style* style = nullptr;
  int scale = 1;
};
/// Whether a layer of the style is shown at a zoom of tiles, and serves itself from a layer of data there.
[[nodiscard]] bool is_shown(const styles::Layer& style, double style_zoom) noexcept;
[[nodiscard]] bool serves(const geo::TileLayer& layer, const styles::Layer& style, int zoom) noexcept;
/// The style's zoom of tiles at a zoom (style format 2.2).
[[nodiscard]] inline double style_zoom_of(int zoom) noexcept { return zoom - 1; }
/// A number of the style, CSS px or without a unit.
[[nodiscard]] double style_number(const styles::Layer& style, const char* name, double style_zoom, double otherwise) noexcept;

/// The names of all symbol layers at one zoom, by their place among the style's layers, and which of them found room.
struct ZoomNames {
  std::map<std::size_t, TileNames> by_layer;
  ShownNames shown;
};
[[nodiscard]] ZoomNames make_zoom_names(const TileSources& sources, int zoom, const ShownNames& before, detail::GlyphStore& glyphs);

/// Layers of data whose geometry is drawn at a zoom, and that geometry: the features that some layer of the style takes.
[[nodiscard]] std::vector<const geo::TileLayer*> drawn_layers(const TileSources& sources, int zoom);
[[nodiscard]] TileGeometry make_tile_geometry(const TileSources& sources, const geo::TileLayer& layer, int zoom);

struct SceneParts {
  std::map<const geo::TileLayer*, std::shared_ptr<const TileGeometry>> geometry;   ///< of drawn_layers()
  ZoomNames names;
};
[[nodiscard]] TileScene make_tile_scene(const TileSources& sources, int zoom, SceneParts parts);

}  // namespace dateline::render
