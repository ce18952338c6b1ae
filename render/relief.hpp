#pragma once

#include <filesystem>
#include <optional>

#include "render/map_frame.hpp"

/// Hill-shading of a panel from a raster of heights.
namespace dateline::render {

/// Light grey shadows and white lights over the whole panel, light from the upper left of the page as readers expect; flat ground
/// and places without data stay clear. Slopes are exaggerated by as much as the panel's scale flattens them. Absent if the
/// raster has no heights in the panel. Throws InputError or PluginError.
[[nodiscard]] std::optional<ImageItem> make_relief(const std::filesystem::path& raster, const MapFrame& frame);

/// The same for heights on a grid: `heights` by rows from the top, NaN where there are none; `spacing` ground metres between
/// neighbours. For tests, and the part of make_relief() that knows no files.
[[nodiscard]] std::vector<std::uint8_t> shade(const std::vector<float>& heights, int columns, double spacing);

}  // namespace dateline::render
