#include "pipeline/tile_job.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "geo/tile_archive.hpp"
#include "geo/tile_spool.hpp"
#include "pipeline/detail/tile_output.hpp"
#include "pipeline/detail/tile_workers.hpp"

namespace dateline::pipeline {

namespace {

using geo::TileBlock;
using geo::TileSpool;

/// A block that has a tile within the bounds.
struct Step {
  TileBlock block;
  std::uint64_t tiles = 0;   ///< within the bounds
};

std::vector<Step> steps_of(const geo::TileMetadata& metadata, std::uint32_t block_size) {
  std::vector<Step> steps;
  for (int zoom = metadata.min_zoom; zoom <= metadata.max_zoom; ++zoom) {
    const auto range = geo::tile_range(metadata.bounds, zoom);
    for (const auto& block : geo::blocks_over(metadata.bounds, zoom, block_size)) {
      const auto ids = geo::tiles_of(block);
      steps.push_back({block, static_cast<std::uint64_t>(std::count_if(ids.begin(), ids.end(), [&](geo::TileId id) { return range.contains(id); }))});
    }
  }
  return steps;
}

/// Every n-th block: deep zooms, towns and oceans are shared evenly.
bool is_mine(std::uint64_t step, const std::optional<geo::TileShard>& shard) noexcept {
  return !shard || step % static_cast<std::uint64_t>(shard->count) == static_cast<std::uint64_t>(shard->index - 1);
}

std::string spool_key(const geo::TileMetadata& metadata) {
  std::string key = metadata.job;
  if (metadata.shard) key += " " + std::to_string(metadata.shard->index) + "/" + std::to_string(metadata.shard->count);
  return key;
}

void draw_missing(const Pyramid& pyramid, const std::vector<Step>& steps, const TileJobOptions& options, TileSpool& spool, Progress& progress) {
  std::vector<std::uint64_t> missing;
  std::uint64_t total = 0, done = 0;
  // The deepest zoom first: a thread that has to wait for its names begins with the zooms above, and the last blocks are quick ones.
  for (std::uint64_t i = steps.size(); i-- > 0;) {
    if (!is_mine(i, options.shard)) continue;
    total += steps[i].tiles;
    if (spool.has_step(i)) done += steps[i].tiles;
    else missing.push_back(i);
  }
  progress.begin("drawing tiles", total);
  progress.advance(done);
  const auto draw = [&](std::size_t at) {
    const auto& block = steps[missing[at]].block;
    const auto range = geo::tile_range(pyramid.metadata().bounds, block.zoom);
    std::vector<TileSpool::Tile> tiles;
    for (auto& tile : pyramid.make(block)) {
      if (tile.bytes && !tile.bytes->empty() && range.contains(tile.id)) tiles.push_back({tile.id, std::move(tile.bytes)});
    }
    return tiles;
  };
  detail::work_in_order_of_finishing<std::vector<TileSpool::Tile>>(missing.size(), options.threads, draw, [&](std::size_t at, const std::vector<TileSpool::Tile>& tiles) {
    spool.add(missing[at], tiles);
    progress.advance(done += steps[missing[at]].tiles);
  });
  progress.end();
}

}  // namespace

std::uint64_t count_tiles(const geo::TileMetadata& metadata) noexcept {
  std::uint64_t count = 0;
  for (int zoom = metadata.min_zoom; zoom <= metadata.max_zoom; ++zoom) count += geo::tile_range(metadata.bounds, zoom).count();
  return count;
}

TileJobResult make_tiles(const Pyramid& pyramid, const TileJobOptions& options, Progress& progress) {
  auto metadata = pyramid.metadata();
  metadata.shard = options.shard;
  if (const auto count = count_tiles(metadata); count > limits::max_tiles) {
    throw UsageError(std::to_string(count) + " tiles are more than one run makes (" + std::to_string(limits::max_tiles) + ")", "take fewer zooms, or a part of the world with --bbox");
  }
  detail::TileOutput output(options, metadata);
  if (output.is_complete()) {
    TileJobResult result;
    result.tiles = output.complete_tiles();
    result.complete_already = true;
    return result;
  }
  auto spool = output.open_spool(spool_key(metadata));
  TileJobResult result;
  result.resumed = spool.tile_count();
  draw_missing(pyramid, steps_of(metadata, pyramid.block_size()), options, spool, progress);
  output.write(spool, metadata, result, progress);
  return result;
}

}  // namespace dateline::pipeline
