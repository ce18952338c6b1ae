#pragma once

#include "render/draw.hpp"
#include "render/map_key.hpp"
#include "render/notes_column.hpp"
#include "render/page_layout.hpp"
#include "render/panel_painter.hpp"

namespace dateline::render {

/// A drawing together with what is where on it: for tests, which check the rules on it.
struct Composition {
  Drawing drawing;
  PageLayout layout;
  std::vector<PanelPicture> panels;
  std::vector<KeyEntry> key;
  std::vector<int> notes;        ///< numbers of the notes set, over all pages
  std::size_t notes_left = 0;    ///< notes that only the "+ n more" line speaks of
};
[[nodiscard]] Composition compose(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options);

}  // namespace dateline::render
