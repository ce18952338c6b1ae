#include "pipeline/report.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/markup.hpp"
#include "claims/citation_words.hpp"
#include "claims/event_view.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/long_description.hpp"
#include "pipeline/detail/report_writers.hpp"
#include "pipeline/detail/scene_notes.hpp"
#include "pipeline/detail/scene_words.hpp"
#include "pipeline/tex_text.hpp"

namespace dateline::pipeline {

namespace {

ReportQuote make_quote(const claims::Claim& claim, const claims::LedgerIndex& index, std::size_t quote_words) {
  ReportQuote quote;
  quote.text = claims::first_words(claim.quote.exact, quote_words);
  quote.speaker = claims::speaker_of(claim, index);
  quote.letter = index.article_letter(claim.article);
  if (const auto* article = index.article(claim.article)) {
    quote.outlet = article->publisher;
    quote.date = claims::format_edtf(article->published);
    quote.url = detail::web_link(article->url);
  }
  return quote;
}

/// What the fields of the ledger are called in a sentence; others are called what they are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFieldWords{{{"at", "the place"},
                                                                                    {"origin", "where from"},
                                                                                    {"destination", "where to"},
                                                                                    {"quantity", "the number"},
                                                                                    {"additional", "whether these are more than those already counted"},
                                                                                    {"when", "the time"},
                                                                                    {"force", "the kind of troops"},
                                                                                    {"attribution", "who says so"},
                                                                                    {"materiel", "what is delivered"}}};

std::string differs_words(const std::vector<std::string>& fields) {
  std::vector<std::string> words;
  for (const auto& field : fields) {
    const auto known = std::find_if(kFieldWords.begin(), kFieldWords.end(), [&](const auto& entry) { return entry.first == field; });
    words.emplace_back(known == kFieldWords.end() ? std::string_view(field) : known->second);
  }
  return words.empty() ? "" : "The stories differ in " + claims::join_and(words) + ".";
}

ReportNote make_report_note(const claims::EventView& view, const claims::LedgerIndex& index, const std::string& heading, const SceneOptions& options) {
  const auto note = detail::make_note(view, index, heading, options.quote_words);
  ReportNote out;
  out.number = note.number;
  out.heading = note.heading;
  out.status = note.status_line;
  out.responses = note.responses;
  out.differs = differs_words(view.event->differs);
  std::set<std::string> told;
  for (const auto* claim : view.claims) {
    if (told.insert(claim->article).second) out.quotes.push_back(make_quote(*claim, index, options.quote_words));
  }
  return out;
}

/// The sentences about each event that stand in scene.left_out: "#7 heading: reason".
std::string reason_of(const std::vector<std::string>& left_out, const ReportNote& note) {
  const std::string start = "#" + std::to_string(note.number) + " " + note.heading + ": ";
  for (const auto& line : left_out) {
    if (line.starts_with(start)) return line.substr(start.size(), line.find(" (--") - start.size());
  }
  return "";
}

std::vector<ReportConflict> list_report_conflicts(const claims::Ledger& ledger) {
  std::map<std::string, int> numbers;
  for (const auto& event : ledger.events) {
    for (const auto& id : event.claims) numbers[id] = event.number;
  }
  std::vector<ReportConflict> conflicts;
  for (const auto& conflict : ledger.conflicts) {
    std::set<int> of;
    for (const auto& id : conflict.claims) {
      if (const auto found = numbers.find(id); found != numbers.end()) of.insert(found->second);
    }
    conflicts.push_back({{of.begin(), of.end()}, conflict.text});
  }
  return conflicts;
}

/// Takes what the map says about itself; absent marks leave the report without a map.
void add_scene(Report& report, Data& data, const claims::Ledger& ledger, const SceneOptions& options, std::vector<std::string>& left_out) {
  try {
    SceneResult result = make_scene(data, ledger, options);
    report.title = result.scene.title;
    report.subtitle = result.scene.subtitle;
    report.as_of = result.scene.as_of;
    report.unverified = result.scene.unverified_line;
    report.alt_text = result.scene.alt_text;
    report.long_description = detail::long_description(result.scene);
    report.precision = result.scene.precision_line;
    report.policy = result.scene.policy_line;
    report.credits = result.scene.credits;
    report.document_id = result.scene.document_id;
    report.has_map = true;
    left_out = std::move(result.left_out);
    std::set<int> drawn;
    for (const auto& mark : result.scene.marks) drawn.insert(mark.number);
    for (auto& note : report.notes) {
      if (drawn.contains(note.number)) continue;
      note.not_on_map = reason_of(left_out, note);
      if (note.not_on_map.empty()) note.not_on_map = "no place that can be drawn";
    }
  } catch (const NothingToDraw&) {
    report.title = options.title.empty() ? "Reported movements" : options.title;
    report.unverified = "Reports not independently verified.";
  }
}

}  // namespace

Report make_report(Data& data, const claims::Ledger& ledger, const SceneOptions& options) {
  const claims::LedgerIndex index(ledger);
  const detail::CountryNames countries(data.store());
  Report report;
  for (const auto& view : claims::view_events(index)) {
    report.notes.push_back(make_report_note(view, index, claims::heading_of(view, index, countries.name(view.actor_country)), options));
  }
  report.conflicts = list_report_conflicts(ledger);
  report.sources = list_citations(ledger);
  std::vector<std::string> left_out;
  add_scene(report, data, ledger, options, left_out);
  return report;
}

ReportFormat report_format(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (ending == ".md" || ending == ".markdown") return ReportFormat::Markdown;
  if (ending == ".html" || ending == ".htm") return ReportFormat::Html;
  if (ending == ".tex") return ReportFormat::Tex;
  if (ending == ".qmd") return ReportFormat::Quarto;
  throw UsageError("the ending of '" + path + "' names no format for reports", "use .md, .html, .tex or .qmd");
}

PictureFormat figure_format(ReportFormat format) noexcept { return format == ReportFormat::Tex ? PictureFormat::Pdf : PictureFormat::Svg; }

std::string write_report(const Report& report, ReportFormat format, const ReportFigure& figure) {
  switch (format) {
    case ReportFormat::Markdown: return detail::report_markdown(report, figure, detail::MarkdownKind::Plain);
    case ReportFormat::Quarto: return detail::report_markdown(report, figure, detail::MarkdownKind::Quarto);
    case ReportFormat::Tex: return detail::report_tex(report, figure);
    case ReportFormat::Html: break;
  }
  return detail::report_html(report, figure);
}

namespace detail {

std::string source_words(const claims::ArticleRecord& article) {
  std::vector<std::string> parts;
  if (!article.author.empty()) parts.push_back(article.author);
  if (!article.publisher.empty()) parts.push_back(article.publisher);
  if (!article.title.empty()) parts.push_back("“" + article.title + "”");
  if (article.publisher.empty() && article.title.empty()) parts.push_back(std::filesystem::path(article.file).filename().string());
  parts.push_back(article.published.empty() ? "undated" : claims::format_edtf(article.published));
  return claims::join(parts, ", ");
}

std::string web_link(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://") ? plain_url(safe_link(url)) : "";
}

std::string number_list(const std::vector<int>& numbers) {
  std::vector<std::string> words;
  for (const int number : numbers) words.push_back(std::to_string(number));
  return words.empty() ? "" : (words.size() == 1 ? "Note " : "Notes ") + claims::join_and(words);
}

}  // namespace detail

}  // namespace dateline::pipeline
