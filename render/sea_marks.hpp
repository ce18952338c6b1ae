#pragma once

#include "render/panel_marks.hpp"

namespace dateline::render {

/// Finds the place of each sea's waves in the panel: on its water, with room for its name, and for an arrow's end near the
/// other one, since an arrow across the sea would claim a route. A sea of which the panel shows no water stays where it was. Precondition: the panel has its mask.
void settle_seas(const Scene& scene, Panel& panel);

}  // namespace dateline::render
