#pragma once

#include "render/display_list.hpp"

namespace dateline::render::test {

/// 640 x 480: every kind of item, stroke, anchor and script once. Uses no map data.
[[nodiscard]] Page sample_page();

/// A rectangle's path.
[[nodiscard]] Path box_path(double left, double top, double width, double height);

/// A shape without fill, stroke or hatch.
[[nodiscard]] PathItem shape(Path path);

/// Latin words with a halo, on a plain ground.
[[nodiscard]] TextItem words(const std::string& text, PagePoint at, double size = 14);

}  // namespace dateline::render::test
