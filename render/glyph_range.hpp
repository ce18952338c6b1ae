#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "styles/style.hpp"

namespace dateline::render {

/// Code points that MapLibre asks for at a time, and how many such ranges there are: it draws the Basic Multilingual Plane.
inline constexpr std::uint32_t glyph_range_size = 256, glyph_range_count = 256;

/// The stacks of fonts that MapLibre asks for when it draws the style: the "text-font" of its layers, joined by commas, sorted.
[[nodiscard]] std::vector<std::string> font_stacks(const styles::Style& style);

/// The letters of one range in a stack's first font, in the style's fonts where that has none, as MapLibre reads them ("{fontstack}/{range}.pbf"):
/// signed distance fields in a Protocol Buffer. Code points that no font has are left out; a range may be empty.
/// Precondition: range < glyph_range_count. Throws RenderError without any font. Thread-safe; takes a tenth of a second.
[[nodiscard]] std::string make_glyph_range(const styles::Style& style, const std::string& stack, std::uint32_t range);

}  // namespace dateline::render
