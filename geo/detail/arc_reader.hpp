#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/detail/basemap_file.hpp"

namespace dateline::geo::detail {

/// One arc of a committed arc file (docs/formats/basemap.md, part 2).
struct SourceArc {
  std::uint32_t left = none;
  std::uint32_t right = none;
  std::uint32_t attribute = 0;
  std::vector<StoredPoint> points;  ///< longitudes within -180..180 degrees
};

/// Throws InputError that names `file` for a foreign or truncated stream.
[[nodiscard]] std::vector<SourceArc> read_arcs(std::string_view bytes, const std::string& file);

}  // namespace dateline::geo::detail
