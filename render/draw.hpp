#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "geo/basemap.hpp"
#include "render/display_list.hpp"
#include "render/scene.hpp"
#include "styles/style.hpp"

namespace dateline::render {

/// Size and layout of the picture.
struct DrawOptions {
  double width = 1600;           ///< CSS px
  double height = 1000;          ///< CSS px
  std::string crs;               ///< PROJ definition for every panel; empty: by extent
  /// What stands beside or below the map. Caption: no title and no notes, all words that a map needs in one block below it,
  /// for embedding in a page that has its own title. None: title and small print, no notes.
  enum class Notes { Full, Caption, None } notes = Notes::Full;
  std::string relief;            ///< raster of heights for hill-shading; empty: none
  std::string relief_credit;     ///< whose heights they are, for the fine print
  enum class Overflow { Grow, NewPage, Truncate } overflow = Overflow::Truncate;  ///< what happens to notes that do not fit
};

/// Lays the scene out and turns it into pages (one, or more under Overflow::NewPage). Same arguments, same pages.
struct Drawing {
  std::vector<Page> pages;
  Diagnostics diagnostics;       ///< missing glyphs, labels left out
  std::vector<std::string> panels;  ///< one line a panel: where and at what scale; for the summary on stderr
};
[[nodiscard]] Drawing draw(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options);

}  // namespace dateline::render
