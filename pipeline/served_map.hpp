#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/scene.hpp"
#include "render/style_sources.hpp"
#include "pipeline/tile_server.hpp"

namespace dateline::pipeline {

/// What `dateline serve` shows.
struct ServedMapOptions {
  SceneOptions scene;
  std::string style = "light";       ///< a theme or the path of a style file
  render::SourceReading::Databases databases = render::SourceReading::Databases::Refuse;   ///< that the style names
  int max_zoom = 8;                  ///< of tiles that are made when they are asked for
  std::filesystem::path archive;     ///< an archive of tiles; empty: none
};

/// Everything to be served: sets of tiles (`tiles`, `base`, `dark`, `vector`, `archive`; docs/serve.md), the preview page, a style for MapLibre. `ledger` may be
/// null; without an archive the base map is served then. `data` and `ledger` are kept, and read whenever a tile is made.
/// Throws NothingToDraw for a ledger without any event on the map, InputError.
[[nodiscard]] ServerContent make_served_map(Data& data, const claims::Ledger* ledger, const ServedMapOptions& options);

}  // namespace dateline::pipeline
