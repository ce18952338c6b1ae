#include <charconv>
#include <set>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/picture.hpp"

namespace dateline::cli {

namespace {

/// "1600x1000" in CSS pixels.
std::pair<double, double> parse_size(const std::string& text) {
  int width = 0;
  int height = 0;
  const auto* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  const bool cross = first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
  const auto second = cross ? std::from_chars(first.ptr + 1, end, height) : first;
  constexpr int kSmallestSide = 320;  // a phone; below that no note fits
  if (!cross || second.ec != std::errc{} || second.ptr != end || width < kSmallestSide || height < kSmallestSide ||
      width > limits::max_page_side || height > limits::max_page_side) {
    throw UsageError("'" + text + "' is not a size", "write --size WIDTHxHEIGHT in pixels, each " + std::to_string(kSmallestSide) + " to " +
                                                         std::to_string(limits::max_page_side) + ", for example 1600x1000");
  }
  return {width, height};
}

class MapCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input; or one ledger");
    output_.declare(table, "Picture to write; its ending chooses the format: .png, .svg, .pdf or .html", OutputOptions::Need::Required);
    table.text("--ledger", "FILE", ledger_, "Also write the ledger, the citable record behind the map");
    table.text("--style", "THEME", options_.style, "Theme (light, dark, print, colour-blind) or a style file");
    table.text("--size", "WxH", size_, "Size of the picture in CSS pixels (1/96 inch); 1600x1000, in HTML 960x760, if not given");
    table.number("--scale", "N", options_.scale, 0.25, 8, "PNG only: device pixels for each CSS pixel");
    table.text("--crs", "CRS", options_.draw.crs, "Projection of every panel (EPSG:3857, +proj=...); chosen by extent if not given");
    table.text("--worldview", "VIEW", options_.scene.worldview, "View of disputed borders (un, de_facto, ...)");
    table.text("--title", "TEXT", options_.scene.title, "Title; made from the events if not given");
    table.flag("--transfers", transfers_, "Draw deliveries of weapons and ammunition too");
    table.choice("--notes", "MODE", notes_, {"fit", "grow"}, "Notes that do not fit: fit cuts and says so (PDF turns the page), grow makes the page taller");
  }

  ExitCode run(Session& session) override {
    const auto format = pipeline::picture_format(output_.path);
    // On a page the notes stand beside the drawing.
    if (size_.empty()) size_ = format == pipeline::PictureFormat::Html ? "960x760" : "1600x1000";
    std::tie(options_.draw.width, options_.draw.height) = parse_size(size_);
    if (notes_ == "grow") options_.draw.overflow = render::DrawOptions::Overflow::Grow;
    if (transfers_) options_.scene.transfers = pipeline::Transfers::Draw;
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
  void check_outputs() const {
    for (const auto& file : {output_.path, ledger_}) {
      if (file.empty()) continue;
      refuse_overwriting_inputs(file, stories_.inputs);
      check_writable(file, output_.mode());
    }
    if (output_.path == ledger_) throw UsageError("the picture and the ledger cannot be the same file", "name two files");
  }

  void summarise(Session& session, const claims::Ledger& ledger, const pipeline::Picture& picture) const {
    session.report(picture.diagnostics);
    session.say(std::to_string(ledger.articles.size()) + " stories, " + std::to_string(ledger.claims.size()) + " claims, " +
                std::to_string(ledger.events.size()) + " events, " + std::to_string(picture.marks) + " on the map");
    for (const auto& panel : picture.panels) session.say("panel: " + panel);
    for (const auto& line : picture.left_out) session.say("left out: " + line);
    if (!ledger.conflicts.empty()) {
      session.say(std::to_string(ledger.conflicts.size()) + " conflicts between sources; `dateline conflicts` lists them");
    }
    session.say("wrote " + output_.path);
    if (!ledger_.empty()) session.say("next: dateline explain " + ledger_ + " 1");
  }

  StoryOptions stories_;
  OutputOptions output_;
  pipeline::PictureOptions options_;
  std::string ledger_;
  std::string size_;
  std::string notes_ = "fit";
  bool transfers_ = false;
};

}  // namespace

std::unique_ptr<Command> make_map_command() { return std::make_unique<MapCommand>(); }

}  // namespace dateline::cli
