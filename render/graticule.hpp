#pragma once

#include <vector>

#include "render/map_frame.hpp"
#include "render/theme.hpp"
#include "render/typesetter.hpp"

namespace dateline::render {

/// Meridians and parallels of a panel, and their names at the frame.
struct Graticule {
  std::vector<std::vector<PagePoint>> lines;
  struct Label {
    TextBlock text;
    PagePoint corner;
    PageBox box;
  };
  std::vector<Label> labels;
};

/// Empty where it would only be in the way: it helps on maps of the world and round the poles, where north is not up.
[[nodiscard]] Graticule make_graticule(const MapFrame& frame, const Theme& theme, const Typesetter& type);
void paint_graticule(DisplayList& out, const Graticule& graticule, const Theme& theme, const Typesetter& type);

}  // namespace dateline::render
