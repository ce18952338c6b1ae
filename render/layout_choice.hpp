#pragma once

#include "render/draw.hpp"
#include "render/page_layout.hpp"
#include "render/theme.hpp"
#include "render/typesetter.hpp"

namespace dateline::render {

/// The layout that takes the least from the map and still gives every badge a note in comfortable type; if none does, the first in which all notes fit at all.
[[nodiscard]] PageLayout choose_layout(const Scene& scene, const DrawOptions& options, LayoutRequest request, const Theme& theme, const Typesetter& type);

}  // namespace dateline::render
