#pragma once

#include <optional>
#include <string>

#include "cli/option_table.hpp"
#include "pipeline/tile_job.hpp"

namespace dateline::cli {

/// What a pyramid of tiles shows: options of every command that makes tiles.
struct TileOptions {
  std::string zoom = "0-8";
  std::string bbox;
  std::string format = "png";
  int scale = 1;
  bool databases = false;
  bool transfers = false;
  bool everything = false;
  pipeline::PyramidOptions pyramid;

  void declare(OptionTable& table);
  /// Throws UsageError for what is no range of zooms or no box.
  [[nodiscard]] pipeline::PyramidOptions to_pyramid_options() const;
};

/// "3/8" -> shard 3 of 8. Throws UsageError.
[[nodiscard]] std::optional<geo::TileShard> parse_shard(const std::string& text);

}  // namespace dateline::cli
