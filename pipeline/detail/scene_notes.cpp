#include "pipeline/detail/scene_notes.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "pipeline/words.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Who says it, innermost last: "NATO, citing South Korea’s intelligence"; the outlet itself if nobody is named.
std::string speaker_of(const claims::Claim& claim, const LedgerIndex& index) {
  if (claim.attribution.empty()) return "";
  std::string out = index.source_name(claim.attribution.front().source);
  for (std::size_t i = 1; i < claim.attribution.size(); ++i) out += ", citing " + index.source_name(claim.attribution[i].source);
  return out;
}

render::NoteQuote make_quote(const claims::Claim& claim, const LedgerIndex& index, std::size_t quote_words) {
  render::NoteQuote quote;
  quote.quote = first_words(claim.quote.exact, quote_words);
  quote.speaker = speaker_of(claim, index);
  if (const auto* article = index.article(claim.article)) {
    quote.outlet = outlet_name(*article, index);
    quote.date = format_edtf(article->published);
    quote.href = article->url;
  }
  return quote;
}

std::string status_line(const EventView& view) {
  const auto& event = *view.event;
  std::vector<std::string> parts = {status_words(event.status)};
  if (!view.when.empty()) parts.push_back(format_edtf(view.when));
  parts.push_back(event.origins.empty() ? "origin not named, " + count_of(event.outlets.size(), "outlet", "outlets")
                                        : count_of(event.origins.size(), "origin", "origins") + ", " +
                                              count_of(event.outlets.size(), "outlet", "outlets"));
  return join(parts, " · ");
}

const char* response_words(const claims::Response& response) {
  const bool earlier = response.about == claims::ResponseAbout::Earlier;
  switch (response.stance) {
    case claims::Stance::Denies: return earlier ? "Denied earlier reports" : "Denied by";
    case claims::Stance::CannotConfirm: return earlier ? "Could not confirm earlier reports" : "Not confirmed by";
    case claims::Stance::Doubts: return earlier ? "Doubted earlier reports" : "Doubted by";
    case claims::Stance::Confirms: return earlier ? "Confirmed earlier reports" : "Said to be right by";
  }
  return "";
}

/// One line for each way of disagreeing: "Not confirmed by: Mark Rutte; NATO, 18 Oct 2024".
std::vector<std::string> response_lines(const EventView& view, const LedgerIndex& index) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto* response : view.responses) {
    const std::string how = response_words(*response);
    const std::string who = index.source_name(response->source) + (response->when.empty() ? "" : ", " + format_edtf(response->when));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == how; });
    if (line == lines.end()) lines.emplace_back(how, who);
    else line->second += "; " + who;
  }
  std::vector<std::string> out;
  for (const auto& [how, who] : lines) out.push_back(how + ": " + who);
  return out;
}

}  // namespace

std::string outlet_name(const claims::ArticleRecord& article, const LedgerIndex& index) {
  return article.publisher.empty() ? "story " + index.article_letter(article.id) : article.publisher;
}

render::Note make_note(const EventView& view, const LedgerIndex& index, const std::string& heading, std::size_t quote_words) {
  render::Note note;
  note.number = view.event->number;
  note.heading = heading;
  note.status_line = status_line(view);
  note.quotes.push_back(make_quote(*view.claims.front(), index, quote_words));
  // A second story's wording is worth the space only when it adds a number or a date that the first does not give.
  for (const auto* claim : view.claims) {
    const auto* first = view.claims.front();
    const bool adds = (claim->quantity && !first->quantity) || (claim->when && !first->when);
    if (claim->article != first->article && adds) {
      note.quotes.push_back(make_quote(*claim, index, quote_words));
      break;
    }
  }
  note.responses = response_lines(view, index);
  return note;
}

std::vector<std::string> source_list(const LedgerIndex& index) {
  std::vector<std::string> lines;
  for (const auto& article : index.ledger().articles) {
    std::vector<std::string> parts;
    if (!article.publisher.empty()) parts.push_back(article.publisher);
    if (!article.title.empty()) parts.push_back("“" + article.title + "”");
    if (parts.empty()) parts.push_back(std::filesystem::path(article.file).filename().string());
    parts.push_back(article.published.empty() ? "undated" : format_edtf(article.published));
    lines.push_back(index.article_letter(article.id) + "  " + join(parts, ", "));
  }
  return lines;
}

}  // namespace dateline::pipeline::detail
