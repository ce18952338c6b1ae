#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/tile_id.hpp"

/// Addresses as they stand in a request. Nothing here touches a file: a path is only ever looked up in tables of what there is.
namespace dateline::pipeline::detail {

/// The path of a request's target ("/a%20b?q" or "http://host/a%20b") with its escapes resolved and without the query.
/// Absent for a target that is no path, a damaged escape, and an escape that hides a slash, a control character or a NUL.
[[nodiscard]] std::optional<std::string> path_of_target(std::string_view target);

/// "/tiles/3/4/2@2x.png"
struct TileAddress {
  std::string_view set;      ///< looks into the path
  geo::TileId id;
  int scale = 1;
  std::string_view ending;   ///< "png", "mvt"; looks into the path
};
/// Absent for everything else, also for numbers with signs, leading zeros or too many digits, and for tiles that no zoom has.
[[nodiscard]] std::optional<TileAddress> parse_tile_path(std::string_view path) noexcept;

/// The set of tiles that letters are; its addresses are others.
inline constexpr const char* glyph_set = "glyphs";

/// "/glyphs/Open Sans Regular/256-511.pbf"
struct GlyphAddress {
  std::string_view stack;    ///< looks into the path
  std::uint32_t range = 0;   ///< the first code point, by the size of a range
};
/// Absent for everything else, also for ranges that MapLibre does not ask for.
[[nodiscard]] std::optional<GlyphAddress> parse_glyph_path(std::string_view path) noexcept;

}  // namespace dateline::pipeline::detail
