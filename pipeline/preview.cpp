#include "pipeline/preview.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/markup.hpp"
#include "claims/event_view.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/embedded_tables.hpp"
#include "pipeline/detail/html_notes.hpp"
#include "pipeline/detail/http_preview_marks.hpp"

namespace dateline::pipeline {

namespace {

/// Scripts, styles and tiles from this server and from nowhere else; "data:" is an empty picture that Leaflet begins with.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string paragraph(const std::string& text, const char* css_class = "") {
  if (text.empty()) return "";
  return std::string("<p") + (*css_class == '\0' ? "" : std::string(" class=\"") + css_class + "\"") + ">" + escape_xml(text) + "</p>\n";
}

class PreviewPage {
 public:
  PreviewPage(Data& data, const claims::Ledger* ledger, const PreviewOptions& options) : ledger_(ledger), options_(options) {
    if (ledger_ == nullptr) return;
    index_.emplace(*ledger_);
    scene_ = make_scene(data, *ledger_, options.scene);
    views_ = claims::view_events(*index_);
  }

  std::string html() const {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escape_xml(title()) + "</title>\n" +
           (scene_.scene.alt_text.empty() ? "" : "<meta name=\"description\" content=\"" + escape_xml(scene_.scene.alt_text) + "\">\n") +
           "<link rel=\"icon\" type=\"image/svg+xml\" href=\"web/icon.svg\">\n<link rel=\"stylesheet\" href=\"web/leaflet.css\">\n"
           "<link rel=\"stylesheet\" href=\"web/preview.css\">\n<script src=\"web/leaflet.min.js\" defer></script>\n<script src=\"web/vector-tiles.js\" defer></script>\n"
           "<script src=\"web/preview.js\" defer></script>\n</head>\n<body" + (ledger_ == nullptr ? " class=\"bare\"" : "") + ">\n" +
           (ledger_ == nullptr ? "" : "<a class=\"skip\" href=\"#notes\">Skip to the notes</a>\n") +
           "<main>\n" + map_side() + "<div class=\"text-side\">\n" + header() + notes() + addresses() + "</div>\n</main>\n" + "</body>\n</html>\n";
  }

 private:
  std::string title() const { return ledger_ != nullptr ? scene_.scene.title : options_.title; }

  static std::string map_side() {
    return "<section class=\"map-side\" aria-label=\"Map\">\n<div id=\"map\"><noscript><p>The map needs JavaScript. Everything it shows is in the text.</p></noscript></div>\n"
           "<form class=\"time\" id=\"time\" hidden>\n<div class=\"bars\" id=\"bars\" aria-hidden=\"true\"></div>\n"
           "<label for=\"from\">From <output id=\"from-day\" for=\"from\"></output></label><input type=\"range\" id=\"from\" min=\"0\" step=\"1\">\n"
           "<label for=\"to\">To <output id=\"to-day\" for=\"to\"></output></label><input type=\"range\" id=\"to\" min=\"0\" step=\"1\">\n"
           "<p class=\"count\" id=\"count\" role=\"status\"></p><button type=\"button\" id=\"all\">All days</button>\n</form>\n</section>\n";
  }

  std::string header() const {
    const auto& scene = scene_.scene;
    return "<header>\n<h1>" + escape_xml(title()) + "</h1>\n" + paragraph(scene.subtitle) + paragraph(scene.as_of) + paragraph(scene.unverified_line, "unverified") + "</header>\n";
  }

  std::string notes() const {
    if (ledger_ == nullptr) return "";
    std::string out = "<section aria-labelledby=\"notes\">\n<h2 id=\"notes\" tabindex=\"-1\">What the sources say</h2>\n<ol class=\"notes\">\n";
    for (const auto& note : scene_.scene.notes) {
      const auto view = std::find_if(views_.begin(), views_.end(), [&](const claims::EventView& v) { return v.event->number == note.number; });
      if (view != views_.end()) out += detail::html_note({note, *view, ""}, *index_, options_.scene.quote_words);
    }
    out += "</ol>\n</section>\n<section aria-labelledby=\"stories\">\n<h2 id=\"stories\">Stories</h2>\n" + detail::html_sources(*index_);
    if (!scene_.left_out.empty()) {
      out += "<details><summary>In the ledger, not on the map (" + std::to_string(scene_.left_out.size()) + ")</summary>\n<ul class=\"plain\">";
      for (const auto& line : scene_.left_out) out += "<li>" + escape_xml(line) + "</li>";
      out += "</ul></details>\n";
    }
    return out + "</section>\n";
  }

  /// What other map programs take, and whose data it all is.
  std::string addresses() const {
    std::string rows;
    for (const auto* set : options_.sets) {
      const auto& metadata = set->source->info().metadata;
      const std::string tile = set->name + "/{z}/{x}/{y}." + metadata.format;
      rows += "<dt>" + escape_xml(metadata.name) + "</dt><dd><code>" + escape_xml(tile) + "</code>, zoom " + std::to_string(metadata.min_zoom) + "–" +
              std::to_string(metadata.max_zoom) + ", <a href=\"" + escape_xml(set->name) + ".json\">TileJSON of “" + escape_xml(set->name) + "”</a></dd>\n";
    }
    if (!options_.archive_path.empty()) rows += "<dt>Archive</dt><dd><a href=\"" + escape_xml(options_.archive_path.substr(1)) + "\">the whole file, or parts of it</a></dd>\n";
    const auto& scene = scene_.scene;
    return "<section class=\"addresses\" aria-labelledby=\"addresses\">\n<h2 id=\"addresses\">Tiles for other programs</h2>\n"
           "<p>QGIS, Leaflet, MapLibre and other map programs take these addresses below this page’s.</p>\n<dl>\n" + rows + "</dl>\n</section>\n<section class=\"small\" aria-label=\"Credits\">\n" +
           paragraph(scene.precision_line) + paragraph(scene.policy_line) + paragraph(ledger_ != nullptr ? scene.credits : options_.credits) +
           (scene.document_id.empty() ? "" : paragraph("Document " + scene.document_id + ". Quotes are cut to " + std::to_string(options_.scene.quote_words) + " words.")) + "</section>\n";
  }

  const claims::Ledger* ledger_;
  const PreviewOptions& options_;
  std::optional<claims::LedgerIndex> index_;
  SceneResult scene_;
  std::vector<claims::EventView> views_;
};

}  // namespace

std::vector<ServedDocument> preview_documents(Data& data, const claims::Ledger* ledger, const PreviewOptions& options) {
  const auto readers = ledger != nullptr ? ServedDocument::Readers::OwnPages : ServedDocument::Readers::Everyone;
  std::vector<ServedDocument> documents = {
      {"/", "text/html; charset=utf-8", PreviewPage(data, ledger, options).html(), readers, false, kPolicy},
      {"/data/marks.json", "application/json", detail::preview_marks(data, ledger, options), readers, false, ""},
  };
  const auto add = [&](const std::string& name, const std::string& type, std::string_view before = {}) {
    documents.push_back({"/web/" + name, type, std::string(before) + read_file(data.folder() / "web" / name, limits::max_config_bytes), ServedDocument::Readers::Everyone, false, ""});
  };
  add("preview.css", "text/css; charset=utf-8", detail::notes_style());
  add("preview.js", "text/javascript; charset=utf-8");
  add("vector-tiles.js", "text/javascript; charset=utf-8");
  add("leaflet.css", "text/css; charset=utf-8");
  add("leaflet.min.js", "text/javascript; charset=utf-8");
  add("icon.svg", "image/svg+xml");
  return documents;
}

}  // namespace dateline::pipeline
