#pragma once

#include <filesystem>
#include <vector>

#include "geo/vector_reader.hpp"
#include "geo/vector_writer.hpp"

namespace dateline::geo::detail {

void write_with_gdal(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format);
[[nodiscard]] std::vector<VectorLayer> read_with_gdal(const std::filesystem::path& path, const VectorReadOptions& options);

}  // namespace dateline::geo::detail
