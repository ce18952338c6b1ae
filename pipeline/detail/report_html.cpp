#include "base/base64.hpp"
#include "base/markup.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/report_writers.hpp"
#include "pipeline/html_page.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Contrast of text and links is above 7:1 in both schemes; print has no colours to lose.
constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --soft: #4a4a4a; --line: #c9c9c9; --link: #0b4a8f; --badge: #1b1b1b; --on-badge: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #16181b; --soft: #b9bdc3; --line: #4a4e55; --link: #9cc7ff; --badge: #ececec; --on-badge: #16181b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; font: 1rem/1.5 "Open Sans", "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.75rem; border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
figure { margin: 1rem 0; }
figure img { width: 100%; height: auto; border: 1px solid var(--line); background: #ffffff; }
figcaption, .status, footer, .fine { color: var(--soft); font-size: 0.9rem; }
ol.notes, ul.sources { list-style: none; padding: 0; }
ol.notes > li { display: grid; grid-template-columns: 2.5rem 1fr; gap: 0 0.5rem; margin: 0 0 1.5rem; }
.badge { display: inline-block; min-width: 1.8rem; height: 1.8rem; line-height: 1.8rem; padding: 0 0.4rem; text-align: center; border-radius: 0.9rem; background: var(--badge); color: var(--on-badge); font-weight: 700; }
blockquote { margin: 0.5rem 0; padding: 0 0 0 0.75rem; border-left: 3px solid var(--line); }
blockquote p { margin: 0; }
.response { font-weight: 700; margin: 0.5rem 0 0; }
p { overflow-wrap: anywhere; }
li:target { outline: 3px solid var(--link); outline-offset: 4px; }
@media print { body { max-width: none; font-size: 10pt; } ol.notes > li { break-inside: avoid; } a { color: inherit; } }
)";

std::string quote_text(const ReportQuote& quote) {
  std::string out = "<blockquote><p>“" + escape_xml(quote.text) + "”</p><footer>— ";
  if (!quote.speaker.empty()) out += escape_xml(quote.speaker) + "; ";
  std::vector<std::string> where = {"<a href=\"#source-" + quote.letter + "\">source " + quote.letter + "</a>"};
  if (!quote.outlet.empty()) where.push_back(html_link(quote.url, quote.outlet));
  if (!quote.date.empty()) where.push_back(escape_xml(quote.date));
  return out + claims::join(where, ", ") + "</footer></blockquote>\n";
}

std::string note_text(const ReportNote& note) {
  const std::string number = std::to_string(note.number);
  std::string out = "<li id=\"note-" + number + "\"><span class=\"badge\">" + number + "</span><div>\n<h3>" + escape_xml(note.heading) + "</h3>\n<p class=\"status\">" + escape_xml(note.status) + (note.not_on_map.empty() ? "" : " · not on the map: " + escape_xml(note.not_on_map)) + "</p>\n";
  for (const auto& quote : note.quotes) out += quote_text(quote);
  for (const auto& response : note.responses) out += "<p class=\"response\">" + escape_xml(response) + "</p>\n";
  if (!note.differs.empty()) out += "<p class=\"fine\">" + escape_xml(note.differs) + "</p>\n";
  return out + "</div></li>\n";
}

std::string note_links(const std::vector<int>& numbers) {
  std::vector<std::string> links;
  for (const int number : numbers) links.push_back("<a href=\"#note-" + std::to_string(number) + "\">" + std::to_string(number) + "</a>");
  return links.empty() ? "" : (links.size() == 1 ? "note " : "notes ") + claims::join_and(links);
}

std::string figure_text(const Report& report, const ReportFigure& figure) {
  if (figure.picture.empty()) return "";
  const std::string address = "data:" + figure.media_type + ";base64," + to_base64(figure.picture);
  std::string out = "<figure>\n<img alt=\"" + escape_xml(report.alt_text) + "\" src=\"" + address + "\">\n<figcaption>" + escape_xml(report.as_of + ". " + report.unverified) + "</figcaption>\n</figure>\n";
  out += "<details>\n<summary>The map in words</summary>\n";
  for (const auto& paragraph : report.long_description) out += "<p>" + escape_xml(paragraph) + "</p>\n";
  return out + "</details>\n";
}

std::string source_text(const Citation& source) {
  std::string out = "<li id=\"source-" + source.letter + "\"><strong>" + source.letter + "</strong> " + html_link(source.article->url, source_words(*source.article));
  if (!safe_link(source.article->archive_url).empty()) out += " (" + html_link(source.article->archive_url, "archived copy of " + source.letter) + ")";
  if (!source.numbers.empty()) out += "; " + note_links(source.numbers);
  return out + "; <span class=\"fine\">SHA-256 " + source.article->sha256.substr(0, 12) + "</span></li>\n";
}

}  // namespace

std::string report_html(const Report& report, const ReportFigure& figure) {
  std::string out = "<main>\n<h1>" + escape_xml(report.title) + "</h1>\n";
  if (!report.subtitle.empty()) out += "<p>" + escape_xml(report.subtitle) + "</p>\n";
  if (!report.unverified.empty()) out += "<p><strong>" + escape_xml(report.unverified) + "</strong></p>\n";
  out += figure_text(report, figure);
  out += "<h2>Notes</h2>\n<ol class=\"notes\">\n";
  for (const auto& note : report.notes) out += note_text(note);
  out += "</ol>\n";
  if (!report.conflicts.empty()) {
    out += "<h2>Where the sources disagree</h2>\n<ul>\n";
    for (const auto& conflict : report.conflicts) out += "<li>" + escape_xml(conflict.text) + (conflict.numbers.empty() ? "" : " (" + note_links(conflict.numbers) + ")") + "</li>\n";
    out += "</ul>\n";
  }
  out += "<h2>Sources</h2>\n<ul class=\"sources\">\n";
  for (const auto& source : report.sources) out += source_text(source);
  out += "</ul>\n</main>\n<footer>\n";
  for (const auto& line : {report.precision, report.policy, report.credits}) {
    if (!line.empty()) out += "<p>" + escape_xml(line) + "</p>\n";
  }
  if (!report.document_id.empty()) out += "<p>Document " + report.document_id + "</p>\n";
  HtmlPage page;
  page.title = report.title;
  page.description = report.alt_text;
  page.document_id = report.document_id;
  page.style = kStyle;
  page.body = out + "</footer>\n";
  return write_html_page(page);
}

}  // namespace dateline::pipeline::detail
