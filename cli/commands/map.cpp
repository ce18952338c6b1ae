#include <algorithm>
#include <optional>

#include "base/civil_date.hpp"
#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/page_size.hpp"
#include "pipeline/picture.hpp"

namespace dateline::cli {

namespace {

/// One end of a time, by its option.
std::optional<CivilDate> parse_day(const std::string& text, const std::string& option) {
  if (text.empty()) return std::nullopt;
  const auto day = CivilDate::parse(text);
  if (!day) throw UsageError("'" + text + "' is not a date", "write " + option + " as YYYY-MM-DD, for example 2024-10-18");
  return day;
}

class MapCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input; or one ledger");
    output_.declare(table, "Picture to write; its ending chooses the format: .png, .svg, .pdf or .html", OutputOptions::Need::Required);
    table.text("--ledger", "FILE", ledger_, "Also write the ledger, the citable record behind the map");
    table.text("--style", "THEME", options_.style, "Theme (light, dark, print, colour-blind) or a style file");
    table.text("--size", "SIZE", size_, "Size in CSS pixels (1/96 inch), or web, wide, square, portrait, phone, a4, a3, letter (-landscape); 1600x1000, in HTML 960x760, if not given");
    table.number("--scale", "N", options_.scale, 0.25, 8, "PNG only: device pixels for each CSS pixel");
    table.number("--dpi", "N", dpi_, 24, 768, "PNG only: device pixels for each inch of 96 CSS pixels, instead of --scale");
    table.choice("--letters", "HOW", letters_, {"text", "outlines"}, "SVG only: outlines for programs that lack the fonts; text can be searched and edited");
    table.text("--crs", "CRS", options_.draw.crs, "Projection of every panel (EPSG:3857, +proj=...); chosen by extent if not given");
    table.text("--boundaries,--worldview", "VIEW", options_.scene.worldview, "Whose view of disputed borders: neutral (the UN's), de-facto, or a country such as in or us; printed on the map");
    table.text("--names", "POLICY", options_.scene.names, "Contested names: both, un (the United Nations' forms), or a country such as jp; printed on the map");
    table.text("--title", "TEXT", options_.scene.title, "Title; made from the events if not given");
    table.flag("--transfers", transfers_, "Draw deliveries of weapons and ammunition too");
    table.text("--relief", "DEM", options_.draw.relief, "Raster of heights (GeoTIFF, ASCII grid, SRTM, DTED) for hill-shading, read through GDAL");
    table.text("--relief-credit", "TEXT", options_.draw.relief_credit, "Whose heights they are, for the fine print");
    table.choice("--symbols", "SET", symbols_, {"plain", "app6"}, "app6: a military symbol beside each badge, its icon and echelon only as quoted");
    table.list("--friend", "COUNTRY", options_.scene.symbols.friends, "ISO code of a country whose symbols get the friend's frame; may be repeated");
    table.list("--hostile", "COUNTRY", options_.scene.symbols.hostile, "The same for the hostile frame");
    table.list("--neutral", "COUNTRY", options_.scene.symbols.neutral, "The same for the neutral frame");
    table.text("--from", "DATE", from_, "Leave out what was over before this day (YYYY-MM-DD); undated reports count by the day of the story");
    table.text("--to", "DATE", to_, "Leave out what began after this day (YYYY-MM-DD)");
    table.choice("--multiples", "UNIT", multiples_, {"none", "day", "week"}, "One small map for each day or week, all of the same extent and scale");
    table.choice("--notes", "MODE", notes_, {"fit", "grow", "caption", "none"},
                 "fit cuts notes without room and says so (PDF turns the page), grow makes the page taller, caption leaves only a caption below the map, none the title and small print");
  }

  ExitCode run(Session& session) override {
    const auto format = pipeline::picture_format(output_.path);
    // On a page the notes stand beside the drawing.
    if (size_.empty()) size_ = format == pipeline::PictureFormat::Html ? "960x760" : "1600x1000";
    const auto size = pipeline::parse_page_size(size_);
    options_.draw.width = size.width, options_.draw.height = size.height;
    options_.scene.time = {parse_day(from_, "--from"), parse_day(to_, "--to")};
    if (options_.scene.time.first && options_.scene.time.last && *options_.scene.time.last < *options_.scene.time.first) {
      throw UsageError("--to lies before --from", "swap the two dates");
    }
    if (multiples_ != "none") options_.scene.multiples = multiples_ == "day" ? pipeline::Multiples::Day : pipeline::Multiples::Week;
    if (dpi_ > 0) options_.scale = dpi_ / 96;
    if (notes_ == "none") options_.draw.notes = render::DrawOptions::Notes::None;
    if (notes_ == "caption") options_.draw.notes = render::DrawOptions::Notes::Caption;
    if (notes_ == "grow") options_.draw.overflow = render::DrawOptions::Overflow::Grow;
    if (letters_ == "outlines") options_.letters = render::SvgOptions::Letters::Outlines;
    if (transfers_) options_.scene.transfers = pipeline::Transfers::Draw;
    read_symbols();
    if (!options_.draw.relief_credit.empty() && options_.draw.relief.empty()) throw UsageError("--relief-credit credits a relief, and none is given", "add --relief DEM.tif");
    check_outputs();

    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    // The ledger is worth having even when there is nothing to draw.
    if (!ledger_.empty()) {
      pipeline::save_ledger(ledger, ledger_, output_.mode());
      session.say("wrote " + ledger_);
    }
    const auto picture = pipeline::draw_map(data, ledger, format, options_);
    session.detail("drawn");
    write_file_atomically(output_.path, picture.bytes, output_.mode());
    summarise(session, ledger, picture);
    return ExitCode::Ok;
  }

 private:
  void read_symbols() {
    auto& symbols = options_.scene.symbols;
    symbols.app6 = symbols_ == "app6";
    for (auto* countries : {&symbols.friends, &symbols.hostile, &symbols.neutral}) {
      for (auto& country : *countries) country = iso_code(country);
      if (!countries->empty() && !symbols.app6) throw UsageError("--friend, --hostile and --neutral choose frames of military symbols", "add --symbols app6");
    }
  }

  /// "ru" -> "RU".
  static std::string iso_code(std::string text) {
    for (char& c : text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (text.size() != 2 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      throw UsageError("'" + text + "' is no code of a country", "write two letters of ISO 3166, for example --hostile RU");
    }
    return text;
  }

  void check_outputs() const {
    for (const auto& file : {output_.path, ledger_}) {
      if (file.empty()) continue;
      refuse_overwriting_inputs(file, stories_.inputs);
      if (!options_.draw.relief.empty()) refuse_overwriting_inputs(file, {options_.draw.relief});
      check_writable(file, output_.mode());
    }
    if (output_.path == ledger_) throw UsageError("the picture and the ledger cannot be the same file", "name two files");
  }

  void summarise(Session& session, const claims::Ledger& ledger, const pipeline::Picture& picture) const {
    session.report(picture.diagnostics);
    session.say(counted(ledger.articles.size(), "story", "stories") + ", " + counted(ledger.claims.size(), "claim", "claims") + ", " +
                counted(ledger.events.size(), "event", "events") + ", " + std::to_string(picture.marks) + " on the map");
    for (const auto& panel : picture.panels) session.say("panel: " + panel);
    for (const auto& line : picture.left_out) session.say("left out: " + line);
    if (!ledger.conflicts.empty()) {
      session.say(counted(ledger.conflicts.size(), "conflict", "conflicts") + " between sources; see `dateline conflicts`");
    }
    session.say("wrote " + output_.path);
    if (!ledger_.empty()) session.say("next: dateline explain " + ledger_ + " 1");
  }

  StoryOptions stories_;
  OutputOptions output_;
  pipeline::PictureOptions options_;
  std::string ledger_;
  std::string size_;
  double dpi_ = 0;
  std::string from_;
  std::string to_;
  std::string multiples_ = "none";
  std::string notes_ = "fit";
  std::string symbols_ = "plain";
  std::string letters_ = "text";
  bool transfers_ = false;
};

}  // namespace

std::unique_ptr<Command> make_map_command() { return std::make_unique<MapCommand>(); }

}  // namespace dateline::cli
