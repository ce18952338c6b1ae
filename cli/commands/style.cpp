#include <ostream>

#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/style_file.hpp"

namespace dateline::cli {

namespace {

class StyleExportCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("--theme", "THEME", theme_, "Theme (light, dark, print, colour-blind) or a house style's file");
    table.text("--tiles", "URL", addresses_.tiles, "Address of the tiles' TileJSON");
    table.text("--glyphs", "URL", addresses_.glyphs, "Address of the glyphs, with {fontstack} and {range}");
    table.text("--fonts", "FOLDER", fonts_, "Also write the letters for MapLibre there, as FOLDER/{fontstack}/{range}.pbf");
    output_.declare(table, "Style to write (.json, or .qml for QGIS); standard output if not given");
  }

  ExitCode run(Session& session) override {
    if (!output_.path.empty()) {
      refuse_overwriting_inputs(output_.path, {theme_});
      check_writable(output_.path, output_.mode());
    }
    pipeline::Data data;
    if (!fonts_.empty()) session.say("wrote " + std::to_string(pipeline::write_style_fonts(data, theme_, fonts_, output_.mode())) + " ranges of letters to " + fonts_);
    const bool qgis = output_.path.ends_with(".qml");
    const auto style = qgis ? pipeline::export_qgis_style(data, theme_) : pipeline::export_style(data, theme_, addresses_);
    if (output_.path.empty()) {
      session.out() << style;
      session.finish_output();
      return ExitCode::Ok;
    }
    write_file_atomically(output_.path, style, output_.mode());
    session.say("wrote " + output_.path);
    return ExitCode::Ok;
  }

 private:
  std::string theme_ = "light";
  styles::StyleAddresses addresses_;
  std::string fonts_;
  OutputOptions output_;
};

class StyleCheckCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("STYLE", "STYLE", style_, "Style file, or a theme's name");
    table.require();
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    const auto report = pipeline::check_style(data, style_);
    session.out() << report.summary << "\n";
    for (const auto& line : report.advice) session.out() << "advice: " << line << "\n";
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  std::string style_;
};

}  // namespace

std::unique_ptr<Command> make_style_export_command() { return std::make_unique<StyleExportCommand>(); }
std::unique_ptr<Command> make_style_check_command() { return std::make_unique<StyleCheckCommand>(); }

}  // namespace dateline::cli
