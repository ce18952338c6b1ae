#pragma once

#include <filesystem>
#include <string>

#include "base/progress.hpp"
#include "geo/tile_spool.hpp"
#include "pipeline/tile_job.hpp"

namespace dateline::pipeline::detail {

/// The archive that a job writes, with its work file OUTPUT.work and OUTPUT.work-new, which becomes the archive when it is whole.
class TileOutput {
 public:
  /// Throws OutputError if the archive exists and may not be replaced; UsageError for a name that is none of an archive.
  TileOutput(const TileJobOptions& options, const geo::TileMetadata& metadata);

  /// The archive is there, and this very job made it.
  [[nodiscard]] bool is_complete() const noexcept { return complete_; }
  [[nodiscard]] std::uint64_t complete_tiles() const noexcept { return complete_tiles_; }

  /// Throws OutputError if another process works on it, InputError for the work of another job.
  [[nodiscard]] geo::TileSpool open_spool(const std::string& key) const;
  /// Writes the archive and deletes the work file.
  void write(geo::TileSpool& spool, const geo::TileMetadata& metadata, TileJobResult& result, Progress& progress) const;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  [[nodiscard]] bool made_by(const geo::TileMetadata& metadata);
  void check_replaceable() const;

  std::filesystem::path path_, work_;
  bool restart_ = false;
  bool complete_ = false;
  std::uint64_t complete_tiles_ = 0;
};

}  // namespace dateline::pipeline::detail
