#pragma once

#include <gdal_priv.h>

#include <optional>
#include <string>

#include "geo/basemap.hpp"

namespace dateline::plugin {

/// Names a ledger by its file: "DATELINE:/folder/war.ledger.json".
inline constexpr const char* driver_prefix = "DATELINE:";

/// Whether the first kilobyte is that of a ledger: an object whose first keys name the format.
[[nodiscard]] bool looks_like_ledger(const GDALOpenInfo& info);

/// The file's bytes through GDAL's virtual file systems. Throws InputError if it cannot be read, or beyond limits::max_ledger_bytes.
[[nodiscard]] std::string read_ledger(const GDALOpenInfo& info);

/// The base map of an installed or built Dateline; absent if there is none: regions are then drawn as boxes.
[[nodiscard]] std::optional<geo::BaseMap> open_base_map(const std::string& worldview);

}  // namespace dateline::plugin
