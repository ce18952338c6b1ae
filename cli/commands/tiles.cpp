#include <ostream>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "cli/tile_options.hpp"
#include "pipeline/tile_job.hpp"

namespace dateline::cli {

namespace {

/// The TileJSON beside the tiles, with the address under which they will be served.
struct TileJsonOptions {
  std::string path;
  std::string url;

  void declare(OptionTable& table) {
    table.text("--tilejson", "FILE", path, "Also write TileJSON 3.0 for web maps; needs --url");
    table.text("--url", "URL", url, "Address of the tiles on the web, with {z}, {x} and {y}, for the TileJSON");
  }
  void check(const std::vector<std::string>& inputs, const OutputOptions& output) const {
    if (path.empty() != url.empty()) throw UsageError("--tilejson and --url belong together", "give both: --tilejson tiles.json --url https://maps.example.org/{z}/{x}/{y}.png");
    if (path.empty()) return;
    for (const char* part : {"{z}", "{x}", "{y}"}) {
      if (url.find(part) == std::string::npos) throw UsageError("the address lacks " + std::string(part), "write it like https://maps.example.org/{z}/{x}/{y}.png");
    }
    if (path == output.path) throw UsageError("the tiles and the TileJSON cannot be the same file", "name two files");
    refuse_overwriting_inputs(path, inputs);
    check_writable(path, output.mode());
  }
  void write(Session& session, const OutputOptions& output) const {
    if (path.empty()) return;
    write_file_atomically(path, pipeline::archive_tile_json(output.path, url), output.mode());
    session.say("wrote " + path);
  }
};

void summarise(Session& session, const std::string& output, const pipeline::TileJobResult& result) {
  if (result.complete_already) {
    session.say(output + " is complete already: " + counted(result.tiles, "tile", "tiles") + " of this very job");
    return;
  }
  session.say(counted(result.tiles, "tile", "tiles") + ", " + grouped(result.contents) + " of them different" + (result.resumed > 0 ? "; " + grouped(result.resumed) + " had been made by a run that was interrupted" : ""));
  session.say("wrote " + output);
}

class TilesCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories; none with --basemap-only", StoryOptions::Inputs::Optional);
    output_.declare(table, "Tiles to write: a folder, or a file that ends in .mbtiles or .pmtiles", OutputOptions::Need::Required);
    table.flag("--basemap-only", basemap_only_, "Tiles of the base map, or of the GIS files that the style names, without any event");
    tiles_.declare(table);
    table.text("--shard", "N/COUNT", shard_, "Make only this part, for `dateline tiles merge`: COUNT runs share a pyramid");
    table.flag("--restart", job_.restart, "Throw away what an interrupted run has done, instead of going on with it");
    tile_json_.declare(table);
  }

  ExitCode run(Session& session) override {
    if (basemap_only_ != stories_.inputs.empty()) {
      throw UsageError(basemap_only_ ? "--basemap-only takes no stories" : "there is neither a ledger nor a story", "name inputs, or give --basemap-only for a map without events");
    }
    auto options = tiles_.to_pyramid_options();
    options.threads = stories_.threads;
    job_.output = output_.path;
    job_.overwrite = output_.mode();
    job_.threads = stories_.threads;
    job_.shard = parse_shard(shard_);
    refuse_overwriting_inputs(output_.path, stories_.inputs);
    tile_json_.check(stories_.inputs, output_);
    pipeline::check_tile_output(job_.output);

    pipeline::Data data;
    std::optional<claims::Ledger> ledger;
    if (basemap_only_) data.use_store(stories_.gazetteer);
    else ledger = ledger_from_inputs(data, stories_, session);
    const auto pyramid = pipeline::Pyramid::open(data, ledger ? &*ledger : nullptr, options);
    session.detail("layers read");
    const auto result = pipeline::make_tiles(*pyramid, job_, session.progress());
    session.detail("tiles written");
    summarise(session, output_.path, result);
    tile_json_.write(session, output_);
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  OutputOptions output_;
  TileOptions tiles_;
  TileJsonOptions tile_json_;
  pipeline::TileJobOptions job_;
  std::string shard_;
  bool basemap_only_ = false;
};

class TilesMergeCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.list("ARCHIVES", "ARCHIVES", inputs_, "Shards of one job, or archives without a tile in common: folders, .mbtiles, .pmtiles");
    table.require();
    output_.declare(table, "Tiles to write: a folder, or a file that ends in .mbtiles or .pmtiles", OutputOptions::Need::Required);
    tile_json_.declare(table);
  }

  ExitCode run(Session& session) override {
    pipeline::TileJobOptions job;
    job.output = output_.path;
    job.overwrite = output_.mode();
    refuse_overwriting_inputs(output_.path, inputs_);
    tile_json_.check(inputs_, output_);
    pipeline::check_tile_output(job.output);
    const auto result = pipeline::merge_tiles(inputs_, job, session.progress());
    summarise(session, output_.path, result);
    tile_json_.write(session, output_);
    return ExitCode::Ok;
  }

 private:
  std::vector<std::string> inputs_;
  OutputOptions output_;
  TileJsonOptions tile_json_;
};

}  // namespace

std::unique_ptr<Command> make_tiles_command() { return std::make_unique<TilesCommand>(); }
std::unique_ptr<Command> make_tiles_merge_command() { return std::make_unique<TilesMergeCommand>(); }

}  // namespace dateline::cli
