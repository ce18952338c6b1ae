#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "geo/gzip.hpp"
#include "geo/tile_archive.hpp"
#include "geo/tile_spool.hpp"
#include "pipeline/detail/tile_output.hpp"
#include "pipeline/tile_job.hpp"

namespace dateline::pipeline {

namespace {

using geo::TileArchive;
using geo::TileMetadata;

struct Input {
  std::string name;
  std::unique_ptr<TileArchive> archive;
  [[nodiscard]] const TileMetadata& metadata() const noexcept { return archive->metadata(); }
};

[[noreturn]] void fail(const std::string& file, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_file(file);
  throw error;
}

std::string list_of(const std::vector<int>& numbers) {
  std::string text;
  constexpr std::size_t kShown = 12;
  for (std::size_t i = 0; i < std::min(numbers.size(), kShown); ++i) text += (i == 0 ? "" : ", ") + std::to_string(numbers[i]);
  return numbers.size() > kShown ? text + ", ..." : text;
}

/// Every shard of one job, each once.
TileMetadata metadata_of_shards(const std::vector<Input>& inputs) {
  const auto& first = inputs.front().metadata();
  std::map<int, std::string> found;
  for (const auto& input : inputs) {
    const auto& m = input.metadata();
    if (!m.shard) fail(input.name, "is no shard, and " + inputs.front().name + " is one", "merge the shards of one job first");
    if (m.job != first.job || m.shard->count != first.shard->count) fail(input.name, "is a shard of another job than " + inputs.front().name, "make all shards with the same inputs, options and program");
    const auto [other, is_new] = found.emplace(m.shard->index, input.name);
    if (!is_new) fail(input.name, "is shard " + std::to_string(m.shard->index) + ", and so is " + other->second, "name each shard once");
  }
  std::vector<int> missing;
  for (int i = 1; i <= first.shard->count; ++i) {
    if (!found.contains(i)) missing.push_back(i);
  }
  if (!missing.empty()) {
    throw InputError(std::to_string(missing.size()) + " of " + std::to_string(first.shard->count) + " shards are missing: " + list_of(missing),
                     "run `dateline tiles` with --shard " + std::to_string(missing.front()) + "/" + std::to_string(first.shard->count) + ", then merge again");
  }
  auto whole = first;
  whole.shard.reset();
  return whole;
}

void add_layers(TileMetadata& whole, const TileMetadata& more) {
  for (const auto& layer : more.vector_layers) {
    const auto known = std::find_if(whole.vector_layers.begin(), whole.vector_layers.end(), [&](const auto& other) { return other.id == layer.id; });
    if (known == whole.vector_layers.end()) {
      whole.vector_layers.push_back(layer);
      continue;
    }
    known->min_zoom = std::min(known->min_zoom, layer.min_zoom);
    known->max_zoom = std::max(known->max_zoom, layer.max_zoom);
    for (const auto& field : layer.fields) {
      if (std::find(known->fields.begin(), known->fields.end(), field) == known->fields.end()) known->fields.push_back(field);
    }
  }
}

/// Archives that were made apart: what the first says, for the extent and zooms of all.
TileMetadata metadata_of_archives(const std::vector<Input>& inputs) {
  auto whole = inputs.front().metadata();
  whole.job.clear();
  for (const auto& input : inputs) {
    const auto& m = input.metadata();
    if (m.shard) fail(input.name, "is a shard, and " + inputs.front().name + " is none", "merge the shards of one job first");
    if (m.format != whole.format) fail(input.name, "has tiles of another format than " + inputs.front().name, "merge tiles of one format");
    if (m.tile_size != whole.tile_size) fail(input.name, "has tiles of another size than " + inputs.front().name, "merge tiles of one size");
    whole.bounds = geo::unite(whole.bounds, m.bounds);
    whole.min_zoom = std::min(whole.min_zoom, m.min_zoom);
    whole.max_zoom = std::max(whole.max_zoom, m.max_zoom);
    if (m.document != whole.document) whole.document.clear();
    add_layers(whole, m);
  }
  return whole;
}

/// Copies the tiles of all archives into the work file, many a step.
void collect(const std::vector<Input>& inputs, const TileMetadata& metadata, geo::TileSpool& spool, Progress& progress) {
  constexpr std::size_t kTilesAStep = 512;
  std::uint64_t total = 0, done = 0, step = 0;
  for (const auto& input : inputs) total += input.archive->size();
  progress.begin("reading tiles", total);
  std::vector<geo::TileSpool::Tile> waiting;
  const auto flush = [&] {
    if (!waiting.empty()) spool.add(step++, waiting);
    waiting.clear();
  };
  for (const auto& input : inputs) {
    try {
      input.archive->for_each([&](geo::TileId id, std::string_view bytes) {
        // Folders keep vector tiles plain; packed again they are what they were.
        const bool plain = metadata.format == "mvt" && !geo::is_gzip(bytes);
        if (!bytes.empty()) waiting.push_back({id, std::make_shared<const std::string>(plain ? geo::gzip(bytes) : std::string(bytes))});
        if (waiting.size() >= kTilesAStep) flush();
        progress.advance(++done);
      });
    } catch (InputError& error) {
      error.set_file(input.name);
      throw;
    }
  }
  flush();
  progress.end();
}

void refuse_doubled(const geo::TileSet& tiles) {
  const auto& entries = tiles.entries();
  const auto twice = std::adjacent_find(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.number == b.number; });
  if (twice == entries.end()) return;
  const auto id = geo::from_hilbert_index(twice->number);
  throw InputError("the tile " + std::to_string(id.zoom) + "/" + std::to_string(id.x) + "/" + std::to_string(id.y) + " is in more than one of the archives",
                   "merge archives of different zooms or boxes");
}

}  // namespace

TileJobResult merge_tiles(const std::vector<std::string>& inputs, const TileJobOptions& options, Progress& progress) {
  std::vector<Input> opened;
  for (const auto& name : inputs) opened.push_back({name, TileArchive::open(name)});
  const auto metadata = opened.front().metadata().shard ? metadata_of_shards(opened) : metadata_of_archives(opened);
  TileJobResult result;
  const detail::TileOutput output(options, metadata);
  if (output.is_complete()) {
    result.tiles = output.complete_tiles();
    result.complete_already = true;
    return result;
  }
  // Copying is quick: what a merge that died has done is not worth keeping. The work of a run that drew tiles is.
  constexpr const char* kKey = "merge";
  static_cast<void>(output.open_spool(kKey));
  auto anew = options;
  anew.restart = true;
  auto spool = detail::TileOutput(anew, metadata).open_spool(kKey);
  collect(opened, metadata, spool, progress);
  refuse_doubled(spool.tiles());
  output.write(spool, metadata, result, progress);
  return result;
}

}  // namespace dateline::pipeline
