#pragma once

#include <string>
#include <string_view>

#include "geo/tile_metadata.hpp"

namespace dateline::geo::detail {

/// The JSON object that PMTiles and folders keep: name, description, attribution, version, type, vector_layers, and `dateline`, where everything
/// stands that only we need (docs/formats/tiles.md, 3). A folder's also has format, bounds, center, zooms.
enum class MetadataForm { PmTiles, Folder };
[[nodiscard]] std::string write_metadata(const TileMetadata& metadata, MetadataForm form);
/// Reads what it knows of such an object and leaves the rest of `metadata` as it is. Throws InputError for what is no JSON object.
void read_metadata(std::string_view json, TileMetadata& metadata);

/// MBTiles: the row `json` (vector_layers) and the row `dateline`.
[[nodiscard]] std::string write_vector_layers(const TileMetadata& metadata);
[[nodiscard]] std::string write_own_part(const TileMetadata& metadata);
void read_own_part(std::string_view json, TileMetadata& metadata);

/// West, south, east, north for formats that know no box over the date line, and a centre that lies in it.
[[nodiscard]] Box plain_bounds(const TileMetadata& metadata) noexcept;

}  // namespace dateline::geo::detail
