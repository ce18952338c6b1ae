#include "pipeline/detail/scene_notes.hpp"

#include "claims/words.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>


namespace dateline::pipeline::detail {

namespace {

render::NoteQuote make_quote(const claims::Claim& claim, const claims::LedgerIndex& index, std::size_t quote_words) {
  render::NoteQuote quote;
  quote.quote = claims::first_words(claim.quote.exact, quote_words);
  quote.speaker = speaker_of(claim, index);
  if (const auto* article = index.article(claim.article)) {
    quote.outlet = outlet_name(*article, index);
    quote.date = claims::format_edtf(article->published);
    quote.href = article->url;
  }
  return quote;
}

std::string status_line(const claims::EventView& view) {
  const auto& event = *view.event;
  std::vector<std::string> parts = {claims::status_words(event.status)};
  if (!view.when.empty()) parts.push_back(claims::format_edtf(view.when));
  parts.push_back(event.origins.empty() ? "origin not named, " + claims::count_of(event.outlets.size(), "outlet", "outlets")
                                        : claims::count_of(event.origins.size(), "origin", "origins") + ", " +
                                              claims::count_of(event.outlets.size(), "outlet", "outlets"));
  if (!view.has_place()) parts.emplace_back(view.origins.empty() ? "no place named, so not on the map" : "no place to go to named, so not on the map");
  return claims::join(parts, " · ");
}

}  // namespace

render::Note make_note(const claims::EventView& view, const claims::LedgerIndex& index, const std::string& heading, std::size_t quote_words) {
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

std::vector<std::string> source_list(const claims::LedgerIndex& index) {
  std::vector<std::string> lines;
  for (const auto& article : index.ledger().articles) {
    std::vector<std::string> parts;
    if (!article.publisher.empty()) parts.push_back(article.publisher);
    if (!article.title.empty()) parts.push_back("“" + article.title + "”");
    if (parts.empty()) parts.push_back(std::filesystem::path(article.file).filename().string());
    parts.push_back(article.published.empty() ? "undated" : claims::format_edtf(article.published));
    lines.push_back(index.article_letter(article.id) + "  " + claims::join(parts, ", "));
  }
  return lines;
}

}  // namespace dateline::pipeline::detail
