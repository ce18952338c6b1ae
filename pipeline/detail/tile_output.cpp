#include "pipeline/detail/tile_output.hpp"

#include <unistd.h>

#include <utility>

#include "base/error.hpp"
#include "geo/tile_archive.hpp"

namespace dateline::pipeline::detail {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& message, const std::string& hint) {
  OutputError error(message, hint);
  error.set_file(path.string());
  throw error;
}

/// "tiles/" and "tiles" are one folder, and the work file stands beside it.
fs::path without_slash(const fs::path& path) { return path.filename().empty() ? path.parent_path() : path; }

fs::path with_suffix(const fs::path& path, const char* suffix) { return path.string() + suffix; }

}  // namespace

TileOutput::TileOutput(const TileJobOptions& options, const geo::TileMetadata& metadata)
    : path_(without_slash(options.output)), work_(with_suffix(path_, ".work")), restart_(options.restart) {
  check_tile_output(path_);
  std::error_code ignored;
  const bool exists = fs::exists(path_, ignored) && !(fs::is_directory(path_, ignored) && fs::is_empty(path_, ignored));
  if (!exists || options.overwrite == Overwrite::Allow) return;
  // A run that died after its last rename leaves the archive whole: the same command again then has nothing to do.
  complete_ = !metadata.job.empty() && made_by(metadata);
  if (!complete_) fail(path_, "exists already", "use --overwrite to replace it, or choose another name with -o");
  if (auto spool = fs::exists(work_, ignored) ? geo::TileSpool::open(work_, "", geo::TileSpool::Begin::Anew) : std::nullopt) spool->remove();
  fs::remove_all(with_suffix(work_, "-new"), ignored);
}

bool TileOutput::made_by(const geo::TileMetadata& metadata) {
  try {
    const auto archive = geo::TileArchive::open(path_);
    complete_tiles_ = archive->size();
    return archive->metadata().job == metadata.job && archive->metadata().shard == metadata.shard;
  } catch (const Error&) {
    return false;
  }
}

geo::TileSpool TileOutput::open_spool(const std::string& key) const {
  auto spool = geo::TileSpool::open(work_, key, restart_ ? geo::TileSpool::Begin::Anew : geo::TileSpool::Begin::Resume);
  if (!spool) fail(path_, "another run is making these tiles", "wait for it, or give each run its own part with --shard and its own -o");
  return std::move(*spool);
}

void TileOutput::write(geo::TileSpool& spool, const geo::TileMetadata& metadata, TileJobResult& result, Progress& progress) const {
  const auto tiles = spool.tiles();
  geo::write_tile_archive(tiles, metadata, path_, with_suffix(work_, "-new"), progress);
  spool.remove();
  result.tiles = tiles.entries().size();
  result.contents = tiles.blob_count();
}

}  // namespace dateline::pipeline::detail

namespace dateline::pipeline {

void check_tile_output(const std::filesystem::path& output) {
  namespace fs = std::filesystem;
  using detail::fail;
  const fs::path path = detail::without_slash(output);
  const auto container = geo::tile_container(path);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) fail(path, "the folder " + folder.string() + " does not exist", "make it first, or choose another with -o");
  if (::access(folder.c_str(), W_OK) != 0) fail(path, "the folder " + folder.string() + " may not be written to", "change its permissions, or choose another with -o");
  const bool is_folder = fs::is_directory(path, ignored);
  if (container != geo::TileContainer::Folder && is_folder) fail(path, "is a folder", "name a file with -o");
  if (container != geo::TileContainer::Folder || !fs::exists(path, ignored)) return;
  if (!is_folder) fail(path, "is a file, and tiles without a known ending go into a folder", "name a file that ends in .mbtiles or .pmtiles, or another folder");
  // Replacing a folder deletes what is in it: only what is ours.
  if (!geo::is_replaceable_folder(path)) fail(path, "is a folder with other things in it", "name a folder of its own for the tiles; only one that `dateline tiles` wrote is replaced");
}

std::string archive_tile_json(const std::filesystem::path& archive, const std::string& url) { return geo::tile_json(geo::TileArchive::open(archive)->metadata(), url); }

}  // namespace dateline::pipeline
