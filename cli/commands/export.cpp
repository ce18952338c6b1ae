#include <ostream>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/export.hpp"

namespace dateline::cli {

namespace {

class ExportCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    output_.declare(table, "File to write (.geojson, .gpkg, .kml, .kmz, .csv, .fgb, .sql), or a database (postgresql://...)");
    table.text("--layer", "NAME", options_.layer, "Formats of one table: marks, sites, movements, movement_arrows, areas, claims, sources, citations or conflicts");
    table.choice("--coarsen", "LEVEL", coarsen_, {"none", "city", "admin", "country"}, "Tell no place more sharply than this");
    table.flag("--transfers", options_.transfers, "Include deliveries of weapons and ammunition");
    table.flag("--all", options_.everything, "Include also what is told as history or only denied");
    table.text("--boundaries,--worldview", "VIEW", options_.worldview, "Whose view of disputed borders: neutral (the UN's), de-facto, or a country such as in or us");
    table.text("--style", "THEME", options_.style, "Theme of the QGIS styles (light, dark, print, colour-blind) or a style file");
    table.flag("--no-base-map", no_base_map_, "GeoPackage: leave out our base map and the project");
    table.flag("--no-sidecars", no_sidecars_, "Write no styles and no project beside the file");
    table.flag("--sql", sql_, "Print the PostGIS script; with -o write it there whatever the ending");
    table.text("--schema", "NAME", options_.schema, "PostGIS: schema that holds the tables");
  }

  ExitCode run(Session& session) override {
    options_.coarsen = level();
    options_.base_map = !no_base_map_;
    options_.sidecars = !no_sidecars_;
    if (output_.path.empty() && !sql_) throw UsageError("there is no output", "name a file with -o, for example -o map.gpkg, or give --sql");
    const bool to_stdout = sql_ && (output_.path.empty() || output_.path == "-");
    const auto files = sql_ ? std::vector<std::string>{output_.path} : pipeline::export_files(output_.path, options_);
    for (const auto& file : files) {
      if (to_stdout) break;
      refuse_overwriting_inputs(file, stories_.inputs);
      check_writable(file, output_.mode());
    }
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    if (sql_) return write_sql(session, data, ledger, to_stdout);
    const auto done = pipeline::export_ledger(data, ledger, output_.path, options_, output_.mode());
    std::string rows;
    for (const auto& [layer, count] : done.rows) rows += (rows.empty() ? "" : ", ") + counted(count, layer.substr(0, layer.size() - 1), layer);
    session.say(rows);
    for (const auto& file : done.files) session.say("wrote " + file);
    if (done.files.empty()) session.say("wrote into the schema " + options_.schema);
    return ExitCode::Ok;
  }

 private:
  pipeline::Coarseness level() const {
    using pipeline::Coarseness;
    return coarsen_ == "city" ? Coarseness::City : coarsen_ == "admin" ? Coarseness::Admin : coarsen_ == "country" ? Coarseness::Country : Coarseness::None;
  }

  ExitCode write_sql(Session& session, pipeline::Data& data, const claims::Ledger& ledger, bool to_stdout) const {
    const auto script = pipeline::export_text(data, ledger, pipeline::ExportFormat::Sql, options_);
    if (to_stdout) {
      session.out() << script;
      session.finish_output();
    } else {
      write_file_atomically(output_.path, script, output_.mode());
      session.say("wrote " + output_.path);
    }
    return ExitCode::Ok;
  }

  StoryOptions stories_;
  OutputOptions output_;
  pipeline::ExportOptions options_;
  std::string coarsen_ = "none";
  bool no_base_map_ = false;
  bool no_sidecars_ = false;
  bool sql_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace dateline::cli
