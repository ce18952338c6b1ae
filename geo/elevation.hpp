#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "geo/geometry.hpp"

namespace dateline::geo {

/// Heights at places, from a user's raster (GeoTIFF, ASCII grid, SRTM, DTED, ...) read through GDAL, which is loaded for it.
///
/// Units:    places in degrees (x longitude, y latitude; longitudes need not be wrapped; NaN for "no place"). Heights in the
///           raster's unit, metres in every common one, with its scale and offset applied.
/// CRS:      the raster's own; without one, longitude and latitude if its extent fits, else an error.
/// Accuracy: between the four nearest cells, of a reading that is about as fine as the places are dense.
/// Absent:   NaN where the raster ends or has no data. A raster around the whole Earth has no seam.
/// Errors:   InputError for a file that is no raster of an allowed format, PluginError without GDAL.
[[nodiscard]] std::vector<float> read_elevations(const std::filesystem::path& raster, std::span<const MapPoint> places);

}  // namespace dateline::geo
