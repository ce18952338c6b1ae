#pragma once

#include <filesystem>
#include <string>
#include <span>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/vector_reader.hpp"

namespace dateline::geo::detail {

void write_flatgeobuf_with_gdal(const VectorLayer& layer, const std::filesystem::path& path);
[[nodiscard]] std::vector<VectorLayer> read_with_gdal(const std::filesystem::path& path, const VectorReadOptions& options);
[[nodiscard]] std::vector<VectorLayer> read_database_with_gdal(const std::string& address, const VectorReadOptions& options);
void run_with_gdal(const std::string& address, const std::string& sql);

[[nodiscard]] std::vector<float> elevations_with_gdal(const std::filesystem::path& path, std::span<const MapPoint> places);

}  // namespace dateline::geo::detail
