#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/detail/http_response.hpp"
#include "pipeline/tile_source.hpp"

namespace dateline::pipeline::detail {

/// Of "png", "mvt", ...
[[nodiscard]] const char* content_type_of(std::string_view format) noexcept;
/// Whether addresses of tiles of this format may end so: vector tiles may also be asked for as "pbf".
[[nodiscard]] bool is_ending_of(std::string_view ending, std::string_view format) noexcept;

/// A tile ready to be sent, any number of times.
struct HttpTile {
  std::shared_ptr<const std::string> bytes;   ///< null: there is no such tile
  bool gzipped = false;                       ///< they are gzip's around the tile
  const char* content_type = "";
  std::string etag;
  ResponseHandle response;                    ///< null if there is no such tile
  std::size_t cost = 0;                       ///< bytes of memory, about
};

/// The headers that every answer with or about a tile carries. `cors` is the value of Access-Control-Allow-Origin, empty for none.
[[nodiscard]] HeaderList tile_headers(const std::string& cors);

/// Vector tiles and letters are compressed if they are not yet. A tile of a stranger's archive is not looked into: it is data, and is sent as such.
[[nodiscard]] std::shared_ptr<const HttpTile> make_http_tile(const SourceTile& tile, const std::string& format, const std::string& cors);

/// One tile of one set in one size as a number. Zooms up to geo::max_tile_zoom, up to 16 sets, scales 1 and 2.
[[nodiscard]] constexpr std::uint64_t tile_key(std::size_t set, geo::TileId id, int scale) noexcept {
  return (static_cast<std::uint64_t>(set) << 54U) | (static_cast<std::uint64_t>(scale - 1) << 53U) | (static_cast<std::uint64_t>(id.zoom) << 48U) |
         (static_cast<std::uint64_t>(id.x) << 24U) | id.y;
}
inline constexpr std::size_t most_tile_sets = 16;

}  // namespace dateline::pipeline::detail
