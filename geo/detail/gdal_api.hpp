#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/vector_layer.hpp"
#include "geo/vector_reader.hpp"

/// Linking GDAL costs every start of the program some 40 ms. So what needs it lives in a library of its own, opened when
/// it is first needed. Both sides are built together; the table of functions is all they share.
namespace dateline::geo::detail {

/// What the library exports. The functions throw Dateline's errors: both sides share one C++ runtime.
struct GdalApi {
  int version;
  void (*write_flatgeobuf)(const VectorLayer& layer, const std::filesystem::path& path);
  std::vector<VectorLayer> (*read)(const std::filesystem::path& path, const VectorReadOptions& options);
  std::vector<VectorLayer> (*read_database)(const std::string& address, const VectorReadOptions& options);
  void (*run_in_database)(const std::string& address, const std::string& sql);
  std::vector<float> (*elevations)(const std::filesystem::path& path, std::span<const MapPoint> places);
};

inline constexpr int gdal_api_version = 5;
inline constexpr const char* gdal_api_symbol = "dateline_gdal_api";

/// Opens the library once. Throws PluginError that names the places tried.
[[nodiscard]] const GdalApi& gdal_api();

}  // namespace dateline::geo::detail
