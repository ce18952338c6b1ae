#pragma once

#include <cstddef>
#include <vector>

#include "render/detail/pango_engine.hpp"
#include "render/display_list.hpp"

namespace dateline::render::detail {

/// Where a reader may click to follow the link of the group that begins at `index`: its texts and its filled shapes
/// (badges, arrow heads). Lines count only if there is nothing else, since the box of a long arrow covers half the
/// map and every other link below it.
[[nodiscard]] std::vector<PageBox> link_boxes(const DisplayList& items, std::size_t index, const PangoEngine& engine);

}  // namespace dateline::render::detail
