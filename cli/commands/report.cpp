#include <filesystem>
#include <ostream>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/report.hpp"

namespace dateline::cli {

namespace {

namespace fs = std::filesystem;

class ReportCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    output_.declare(table, "Report to write; its ending chooses the format: .md, .html, .tex or .qmd", OutputOptions::Need::Required);
    table.flag("--no-map", no_map_, "Words only");
    table.text("--map", "FILE", map_, "Name this picture, which is there already, instead of drawing one");
    table.text("--style", "THEME", options_.style, "Theme of the map (light, dark, print, colour-blind) or a style file");
    table.text("--boundaries,--worldview", "VIEW", options_.scene.worldview, "Whose view of disputed borders: neutral (the UN's), de-facto, or a country such as in or us");
    table.text("--title", "TEXT", options_.scene.title, "Title; made from the events if not given");
    table.flag("--transfers", transfers_, "Draw deliveries of weapons and ammunition too");
  }

  ExitCode run(Session& session) override {
    if (no_map_ && !map_.empty()) throw UsageError("--map and --no-map exclude each other", "choose one");
    const auto format = pipeline::report_format(output_.path);
    const std::string picture = picture_path(format);
    check_output(output_.path);
    if (!picture.empty()) check_output(picture);
    if (transfers_) options_.scene.transfers = pipeline::Transfers::Draw;

    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    const auto report = pipeline::make_report(data, ledger, options_.scene);
    pipeline::ReportFigure figure;
    if (!map_.empty()) name_picture(format, figure);
    if (map_.empty() && !no_map_ && report.has_map) draw(session, data, ledger, format, picture, figure);
    if (!no_map_ && !report.has_map) session.say("no event has a place that can be drawn; the report has no map");
    write_file_atomically(output_.path, pipeline::write_report(report, format, figure), output_.mode());
    session.say("wrote " + output_.path);
    return ExitCode::Ok;
  }

 private:
  /// Where the map goes; empty if it goes nowhere or into the page.
  [[nodiscard]] std::string picture_path(pipeline::ReportFormat format) const {
    if (no_map_ || !map_.empty() || format == pipeline::ReportFormat::Html) return "";
    const char* ending = pipeline::figure_format(format) == pipeline::PictureFormat::Pdf ? "-map.pdf" : "-map.svg";
    return fs::path(output_.path).replace_extension().string() + ending;
  }

  /// The picture of --map: named, or taken into a page.
  void name_picture(pipeline::ReportFormat format, pipeline::ReportFigure& figure) const {
    figure.file = map_;
    if (format != pipeline::ReportFormat::Html) return;
    const auto picture = pipeline::picture_format(map_);
    if (picture != pipeline::PictureFormat::Svg && picture != pipeline::PictureFormat::Png) throw UsageError("a page cannot show '" + map_ + "'", "give an SVG or a PNG");
    figure.picture = read_file(map_, limits::max_ledger_bytes);
    figure.media_type = picture == pipeline::PictureFormat::Png ? "image/png" : "image/svg+xml";
  }

  void check_output(const std::string& file) const {
    refuse_overwriting_inputs(file, stories_.inputs);
    check_writable(file, output_.mode());
  }

  void draw(Session& session, pipeline::Data& data, const claims::Ledger& ledger, pipeline::ReportFormat format, const std::string& file, pipeline::ReportFigure& figure) const {
    auto picture = pipeline::draw_map(data, ledger, pipeline::figure_format(format), options_);
    session.report(picture.diagnostics);
    if (file.empty()) {
      figure.picture = std::move(picture.bytes);
      figure.media_type = "image/svg+xml";
      return;
    }
    write_file_atomically(file, picture.bytes, output_.mode());
    session.say("wrote " + file);
    figure.file = fs::path(file).filename().string();
  }

  StoryOptions stories_;
  OutputOptions output_;
  pipeline::PictureOptions options_;
  std::string map_;
  bool no_map_ = false;
  bool transfers_ = false;
};

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace dateline::cli
