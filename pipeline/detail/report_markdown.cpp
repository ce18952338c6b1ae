#include "claims/words.hpp"
#include "pipeline/detail/report_writers.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Text that Markdown, pandoc and Quarto show as it is; pandoc would turn straight quotation marks, and not always the right way.
std::string md(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~$@^\"";
  std::string out;
  for (const char c : text) {
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

/// A double-quoted scalar of YAML, and an attribute of a Quarto figure.
std::string yaml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::string link(const std::string& words, const std::string& url) { return url.empty() ? words : "[" + words + "](<" + url + ">)"; }

std::string quote_line(const ReportQuote& quote) {
  std::string out = "> “" + md(quote.text) + "”\n>\n> — ";
  if (!quote.speaker.empty()) out += md(quote.speaker) + "; ";
  std::vector<std::string> where = {link("source " + quote.letter, quote.url)};
  if (!quote.outlet.empty()) where.push_back(md(quote.outlet));
  if (!quote.date.empty()) where.push_back(md(quote.date));
  return out + claims::join(where, ", ") + "\n";
}

std::string note_text(const ReportNote& note) {
  std::string out = "### " + std::to_string(note.number) + " · " + md(note.heading) + "\n\n" + md(note.status) + ".\n";
  if (!note.not_on_map.empty()) out += "\nNot on the map: " + md(note.not_on_map) + ".\n";
  for (const auto& quote : note.quotes) out += "\n" + quote_line(quote);
  for (const auto& response : note.responses) out += "\n**" + md(response) + ".**\n";
  if (!note.differs.empty()) out += "\n" + md(note.differs) + "\n";
  return out;
}

std::string figure_text(const Report& report, const ReportFigure& figure, MarkdownKind kind) {
  if (figure.file.empty()) return "";
  const std::string caption = md(report.title + ". " + report.as_of + ". " + report.unverified);
  if (kind == MarkdownKind::Plain) return "\n![" + md(report.alt_text) + "](<" + figure.file + ">)\n\n*" + caption + "*\n";
  return "\n![" + caption + "](<" + figure.file + ">){#fig-map fig-alt=" + yaml_text(report.alt_text) + "}\n";
}

}  // namespace

std::string report_markdown(const Report& report, const ReportFigure& figure, MarkdownKind kind) {
  std::string out;
  if (kind == MarkdownKind::Quarto) {
    out += "---\ntitle: " + yaml_text(report.title) + "\n";
    if (!report.subtitle.empty()) out += "subtitle: " + yaml_text(report.subtitle) + "\n";
    out += "lang: en\nfrom: markdown-smart\nformat:\n  html:\n    embed-resources: true\n  pdf: default\n  docx: default\n---\n";
  } else {
    out += "# " + md(report.title) + "\n";
    if (!report.subtitle.empty()) out += "\n" + md(report.subtitle) + "\n";
  }
  if (!report.as_of.empty()) out += "\n" + md(report.as_of) + ".";
  if (!report.unverified.empty()) out += (report.as_of.empty() ? "\n**" : " **") + md(report.unverified) + "**";
  out += "\n" + figure_text(report, figure, kind);
  if (!report.long_description.empty()) {
    out += "\n## The map in words\n";
    for (const auto& paragraph : report.long_description) out += "\n" + md(paragraph) + "\n";
  }
  out += "\n## Notes\n";
  for (const auto& note : report.notes) out += "\n" + note_text(note);
  if (!report.conflicts.empty()) {
    out += "\n## Where the sources disagree\n\n";
    for (const auto& conflict : report.conflicts) out += "- " + md(conflict.text) + (conflict.numbers.empty() ? "" : " (" + number_list(conflict.numbers) + ")") + "\n";
  }
  out += "\n## Sources\n\n";
  for (const auto& source : report.sources) {
    out += "- **" + source.letter + "** " + link(md(source_words(*source.article)), web_link(source.article->url));
    if (const auto archived = web_link(source.article->archive_url); !archived.empty()) out += " (" + link("archived", archived) + ")";
    out += (source.numbers.empty() ? "" : ". " + number_list(source.numbers)) + ". SHA-256 " + source.article->sha256.substr(0, 12) + "\n";
  }
  out += "\n## About this map\n";
  for (const auto& line : {report.precision, report.policy, report.credits}) {
    if (!line.empty()) out += "\n" + md(line) + "\n";
  }
  if (!report.document_id.empty()) out += "\nDocument " + report.document_id + ".\n";
  return out;
}

}  // namespace dateline::pipeline::detail
