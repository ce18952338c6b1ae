#pragma once

#include "pipeline/tile_server.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline {

/// The letters with which MapLibre draws a style, made from the fonts of this machine when they are asked for.
[[nodiscard]] ServedGlyphs make_glyph_source(const styles::Style& style);

/// Ranges of letters are kept and made as tiles are: those of a stack are the row of a zoom that has as many columns as there are ranges.
inline constexpr int glyph_zoom = 8;

}  // namespace dateline::pipeline
