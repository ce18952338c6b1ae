#pragma once

#include <vector>

#include "geo/tile_layer.hpp"
#include "styles/style.hpp"

namespace dateline::render {

/// What of a style's sources is read, and how.
struct SourceReading {
  int min_zoom = 0, max_zoom = geo::max_tile_zoom;   ///< zooms of tiles that will be drawn: sources for others are left alone
  int threads = 0;                                   ///< that read at the same time; 0: one a processor. Never changes the result
  /// A style may come from a stranger, and a database is reached over the network: it is asked only if the user allows it.
  enum class Databases { Refuse, Read } databases = Databases::Refuse;
};

/// The GIS files and tables that a style names ("dateline:ogr") and a layer of it uses, in the order of the sources' names.
/// Throws InputError that names the file, or the source of a database: an address may hold a password.
[[nodiscard]] std::vector<geo::TileLayer> read_style_sources(const styles::Style& style, const SourceReading& reading);

}  // namespace dateline::render
