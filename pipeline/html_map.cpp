#include "pipeline/html_map.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "base/markup.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/embedded_tables.hpp"
#include "pipeline/detail/html_notes.hpp"
#include "pipeline/detail/two_themes.hpp"
#include "pipeline/html_page.hpp"
#include "render/write.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline {

namespace {

/// The narrow drawing: the width of a common telephone less the page's margins, CSS px.
constexpr double kNarrowWidth = 336, kNarrowHeight = 560;

/// What the page says in words is not drawn; credits and the view of borders stay with the picture.
render::Scene picture_scene(const render::Scene& scene) {
  render::Scene bare = scene;
  bare.title.clear();
  bare.subtitle.clear();
  bare.as_of.clear();
  bare.notes.clear();
  bare.sources.clear();
  bare.unverified_line.clear();
  bare.precision_line.clear();
  for (auto& mark : bare.marks) mark.href = "#note-" + std::to_string(mark.number);
  return bare;
}

class HtmlMap {
 public:
  HtmlMap(Data& data, const claims::Ledger& ledger, const PictureOptions& options)
      : data_(data), options_(options), index_(ledger), scene_(make_scene(data, ledger, options.scene)), views_(claims::view_events(index_)),
        bare_() {
    scene_.scene.credits += relief_credit(options.draw);
    bare_ = picture_scene(scene_.scene);
  }

  Picture run() {
    const std::string wide = drawing(options_.draw.width, options_.draw.height, "", "wide-map");
    const std::string narrow = drawing(kNarrowWidth, kNarrowHeight, "n-", "narrow-map");
    collect_notes();
    HtmlPage page;
    page.title = scene_.scene.title;
    page.description = scene_.scene.alt_text;
    page.document_id = scene_.scene.document_id;
    page.style = std::string(detail::notes_style()) + std::string(detail::map_page_style());
    if (!dark_rules_.empty()) page.style += "@media screen and (prefers-color-scheme:dark){\n" + dark_rules_ + "}\n";
    page.script = detail::map_page_script();
    page.body = header() + "<main>\n" + map_section(wide, narrow) + notes_section() + "</main>\n" + footer();
    picture_.bytes = write_html_page(page);
    picture_.left_out = std::move(scene_.left_out);
    picture_.marks = scene_.scene.marks.size();
    return std::move(picture_);
  }

 private:
  /// The map as an SVG element; with the dark theme's colours beside the light one's.
  std::string drawing(double width, double height, const std::string& id_prefix, const std::string& css_class) {
    const render::SvgOptions use{render::SvgOptions::Use::InHtml, id_prefix};
    const auto draw = [&](const std::string& style) {
      auto drawing = render::draw(bare_, data_.base_map(options_.scene.worldview), styles::load_style(style, data_.folder()), with_size(width, height));
      auto& page = drawing.pages.front();
      page.title = scene_.scene.title;
      if (anchors_.empty()) find_anchors(page);
      if (id_prefix.empty() && picture_.panels.empty()) {
        picture_.diagnostics = std::move(drawing.diagnostics);
        picture_.panels = std::move(drawing.panels);
      }
      return render::write_svg(page, use);
    };
    std::string svg = draw(options_.style);
    if (options_.style == "light") {
      const auto both = detail::merge_themes(svg, draw("dark"), id_prefix.empty() ? "w" : "n");
      svg = both.svg;
      dark_rules_ += both.css;
    }
    return svg.insert(4, " class=\"" + css_class + "\"");   // behind "<svg"
  }

  /// Where the drawing shows each event first: "event-2", or "event-2-panel-2" if only a further panel has it.
  void find_anchors(const render::Page& page) {
    for (const auto& item : page.items) {
      const auto* group = std::get_if<render::BeginGroup>(&item);
      if (group == nullptr || !group->id.starts_with("event-")) continue;
      anchors_.try_emplace(group->id.substr(6, group->id.find('-', 6) - 6), group->id);
    }
  }

  void collect_notes() {
    for (const auto& note : scene_.scene.notes) {
      const auto view = std::find_if(views_.begin(), views_.end(), [&](const claims::EventView& v) { return v.event->number == note.number; });
      if (view == views_.end()) continue;
      const auto anchor = anchors_.find(std::to_string(note.number));
      notes_.push_back({note, *view, anchor == anchors_.end() ? "" : anchor->second});
    }
  }

  render::DrawOptions with_size(double width, double height) const {
    auto draw = options_.draw;
    draw.width = width;
    draw.height = height;
    return draw;
  }

  static std::string paragraph(const std::string& text) { return text.empty() ? "" : "<p>" + escape_xml(text) + "</p>\n"; }

  std::string header() const {
    const auto& scene = scene_.scene;
    return "<header>\n<a class=\"skip\" href=\"#notes\">Skip to the notes</a>\n<h1>" + escape_xml(scene.title) + "</h1>\n" + paragraph(scene.subtitle) + paragraph(scene.as_of) + "</header>\n";
  }

  std::string map_section(const std::string& wide, const std::string& narrow) const {
    return "<section class=\"map\" aria-labelledby=\"map-heading\">\n<h2 class=\"unseen\" id=\"map-heading\">Map</h2>\n"
           "<div class=\"stage\">\n<div class=\"frame\" id=\"frame\" role=\"group\" aria-label=\"Map; scrolls when zoomed\">\n" + wide + narrow + "</div>\n"
           "<div class=\"card\" id=\"card\" role=\"group\" aria-label=\"Note of the chosen mark\" hidden><div id=\"card-body\"></div>"
           "<button type=\"button\" class=\"close\" id=\"card-close\" aria-label=\"Close the note\">×</button></div>\n</div>\n" +
           detail::html_controls(notes_) + map_in_words() + "</section>\n";
  }

  /// The long description: everything the drawing shows, as sentences.
  std::string map_in_words() const {
    const auto& scene = scene_.scene;
    std::string out = "<details class=\"words\"><summary>The map in words</summary>\n<p>" +
                      claims::count_of(scene.marks.size(), "reported event has", "reported events have") + " a place on the map, in " +
                      claims::count_of(picture_.panels.size(), "part", "parts") + ": ";
    for (std::size_t i = 0; i < picture_.panels.size(); ++i) out += (i == 0 ? "" : "; ") + escape_xml(picture_.panels[i]);
    out += ".</p>\n<ul>\n";
    for (const auto& note : notes_) {
      if (note.anchor.empty()) continue;
      out += "<li>Number " + std::to_string(note.note.number) + ": " + escape_xml(note.note.heading) + ". " + escape_xml(note.note.status_line) + ".";
      for (const auto& response : note.note.responses) out += " " + escape_xml(response) + ".";
      out += "</li>\n";
    }
    return out + "</ul>\n</details>\n";
  }

  std::string notes_section() const {
    std::string out = "<section class=\"notes-section\" aria-labelledby=\"notes\">\n<h2 id=\"notes\" tabindex=\"-1\">What the sources say</h2>\n";
    if (!scene_.scene.unverified_line.empty()) out += "<p class=\"status\">" + escape_xml(scene_.scene.unverified_line) + "</p>\n";
    out += "<ol class=\"notes\">\n";
    for (const auto& note : notes_) out += detail::html_note(note, index_, options_.scene.quote_words);
    out += "</ol>\n<h2>Stories</h2>\n" + detail::html_sources(index_);
    if (!scene_.left_out.empty()) {
      out += "<details><summary>In the ledger, not on the map (" + std::to_string(scene_.left_out.size()) + ")</summary><ul class=\"conflicts\">";
      for (const auto& line : scene_.left_out) out += "<li>" + escape_xml(line) + "</li>";
      out += "</ul></details>\n";
    }
    return out + "</section>\n";
  }

  std::string footer() const {
    const auto& scene = scene_.scene;
    return "<footer>\n" + paragraph(scene.precision_line) + paragraph(scene.policy_line) + paragraph(scene.credits) +
           paragraph("Document " + scene.document_id + ". Made with Dateline from the stories named above; quotes are cut to " + std::to_string(options_.scene.quote_words) + " words.") + "</footer>\n";
  }

  Data& data_;
  const PictureOptions& options_;
  claims::LedgerIndex index_;
  SceneResult scene_;
  std::vector<claims::EventView> views_;
  render::Scene bare_;
  std::map<std::string, std::string> anchors_;   // number -> id in the drawing
  std::vector<detail::HtmlNote> notes_;
  std::string dark_rules_;
  Picture picture_;
};

}  // namespace

Picture draw_html_map(Data& data, const claims::Ledger& ledger, const PictureOptions& options) { return HtmlMap(data, ledger, options).run(); }

}  // namespace dateline::pipeline
