#pragma once

#include "render/panel_painter.hpp"

namespace dateline::render {

/// More than this share of a panel without marks and names is room that tells the reader nothing.
inline constexpr double most_empty = 0.6;

/// Share of the panel that lies farther than an eighth of its shorter side from every mark, badge and name, 0..1.
[[nodiscard]] double empty_share(const PanelPicture& picture);

}  // namespace dateline::render
