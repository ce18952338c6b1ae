#pragma once

#include <filesystem>
#include <string>
#include <span>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/vector_reader.hpp"
#include "geo/vector_writer.hpp"

namespace dateline::geo::detail {

void write_with_gdal(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format,
                     const GeoPackageExtras& extras);
[[nodiscard]] std::vector<VectorLayer> read_with_gdal(const std::filesystem::path& path, const VectorReadOptions& options);
[[nodiscard]] std::vector<VectorLayer> read_database_with_gdal(const std::string& address, const VectorReadOptions& options);
void run_with_gdal(const std::string& address, const std::string& sql);

[[nodiscard]] std::vector<float> elevations_with_gdal(const std::filesystem::path& path, std::span<const MapPoint> places);

}  // namespace dateline::geo::detail
