#include "features/detail/list_rows.hpp"

#include <map>
#include <string_view>
#include <unordered_map>

#include "claims/citation_words.hpp"
#include "claims/date_range.hpp"
#include "claims/voices.hpp"
#include "claims/words.hpp"
#include "features/detail/event_columns.hpp"

namespace dateline::features::detail {

namespace {

using claims::Claim;
using claims::LedgerIndex;
using claims::PlaceRef;
using geo::FieldType;
using geo::FieldValue;
using geo::VectorLayer;

constexpr auto kText = FieldType::Text;

VectorLayer make_table(const char* name, std::vector<geo::Field> fields) { return {name, geo::GeometryKind::None, std::move(fields), {}, "fid", ""}; }

void add_row(RowSink& sink, Table table, std::vector<FieldValue> values) { sink.add(table, {std::monostate{}, std::move(values)}); }

FieldValue number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// The number of the event that a claim belongs to.
class EventNumbers {
 public:
  explicit EventNumbers(const claims::Ledger& ledger) {
    for (const auto& event : ledger.events) {
      for (const auto& id : event.claims) numbers_[id] = event.number;
    }
  }
  [[nodiscard]] FieldValue of(const std::string& claim) const {
    const auto found = numbers_.find(claim);
    return found == numbers_.end() ? FieldValue() : FieldValue(std::int64_t{found->second});
  }

 private:
  std::unordered_map<std::string_view, int> numbers_;  // only asked, never walked
};

/// As in the table for spreadsheets: ids of places in order, "-" for one that is not placed.
FieldValue place_ids(const std::vector<PlaceRef>& places) {
  std::vector<std::string> ids;
  for (const auto& place : places) ids.push_back(place.place.empty() ? "-" : place.place);
  return text_or_null(join_ids(ids));
}

FieldValue place_names(const std::vector<PlaceRef>& places, const LedgerIndex& index) {
  std::vector<std::string> names;
  for (const auto& place : places) {
    const auto* record = index.place(place.place);
    names.push_back(record == nullptr ? place.span.text : record->name);
  }
  return text_or_null(claims::join(names, "; "));
}

FieldValue day(const std::optional<CivilDate>& date) { return date ? FieldValue(*date) : FieldValue(); }

std::vector<FieldValue> claim_row(const Claim& claim, const LedgerIndex& index, const EventNumbers& numbers) {
  const auto* article = index.article(claim.article);
  const auto dates = claim.when ? claims::date_range(claim.when->edtf) : claims::DateRange{};
  const auto& q = claim.quantity;
  return {
      claim.id, numbers.of(claim.id),
      // what may be edited and read back, as in the table for spreadsheets
      std::string(claims::to_string(claim.review.state)), text_or_null(claim.review.note), std::string(claims::to_string(claim.kind)),
      std::string(claims::to_string(claim.status)), q ? FieldValue(q->low) : FieldValue(), q && q->high ? FieldValue(*q->high) : FieldValue(),
      place_ids(claim.origin), place_ids(claim.destination), place_ids(claim.via), place_ids(claim.at),
      // what is there to be read
      place_names(claim.origin, index), place_names(claim.destination, index), place_names(claim.via, index), place_names(claim.at, index),
      claim.quote.exact, number(claim.quote.start), number(claim.quote.end),
      text_or_null(claim.actor ? claim.actor->span.text : ""), text_or_null(claim.carrier ? claim.carrier->text : ""),
      text_or_null(claim.force ? claim.force->span.text : ""), text_or_null(claim.force ? claim.force->type : ""),
      text_or_null(claim.force ? claim.force->entity : ""), q ? FieldValue(claims::format_quantity(*q)) : FieldValue(), text_or_null(q ? q->unit : ""),
      q ? FieldValue(q->additional) : FieldValue(), text_or_null(claim.when ? claim.when->span.text : ""), text_or_null(claim.when ? claim.when->edtf : ""),
      day(dates.first), day(dates.last), text_or_null(claim.when ? claim.when->precision : ""),
      text_or_null(claim.activity), text_or_null(claim.means), text_or_null(claim.materiel), text_or_null(claims::speaker_of(claim, index)),
      claim.article, article == nullptr ? FieldValue() : FieldValue(claims::outlet_name(*article, index)),
      article == nullptr ? FieldValue() : date_or_null(article->published), article == nullptr ? FieldValue() : web_link(article->url),
      text_or_null(join_ids(claim.flags)), text_or_null(claim.review.by), text_or_null(claim.review.at),
  };
}

}  // namespace

void define_lists(FeatureTables& tables) {
  tables.claims = make_table("claims", {
      {"id", kText}, {"number", FieldType::Integer},
      {"state", kText}, {"note", kText}, {"kind", kText}, {"status", kText}, {"low", FieldType::Real}, {"high", FieldType::Real},
      {"origin", kText}, {"destination", kText}, {"via", kText}, {"at", kText},
      {"origin_names", kText}, {"destination_names", kText}, {"via_names", kText}, {"at_names", kText},
      {"quote", kText}, {"quote_start", FieldType::Integer}, {"quote_end", FieldType::Integer},
      {"actor", kText}, {"carrier", kText}, {"force", kText}, {"force_type", kText}, {"force_country", kText},
      {"quantity", kText}, {"unit", kText}, {"additional", FieldType::Boolean}, {"when_text", kText}, {"edtf", kText},
      {"date_from", FieldType::Date}, {"date_to", FieldType::Date}, {"date_precision", kText},
      {"activity", kText}, {"means", kText}, {"materiel", kText}, {"source", kText},
      {"story", kText}, {"outlet", kText}, {"published", FieldType::Date}, {"link", kText},
      {"flags", kText}, {"reviewed_by", kText}, {"reviewed_at", kText}});
  tables.sources = make_table("sources", {{"id", kText}, {"name", kText}, {"kind", kText}, {"country", kText}, {"aliases", kText},
      {"claims", FieldType::Integer}, {"responses", FieldType::Integer}});
  tables.citations = make_table("citations", {{"id", kText}, {"number", FieldType::Integer}, {"claim", kText}, {"quote", kText},
      {"source", kText}, {"story", kText}, {"letter", kText}, {"outlet", kText}, {"title", kText}, {"author", kText},
      {"published", FieldType::Date}, {"language", kText}, {"link", kText}, {"archive_link", kText},
      {"quote_start", FieldType::Integer}, {"quote_end", FieldType::Integer}, {"story_sha256", kText}});
  tables.conflicts = make_table("conflicts", {{"id", kText}, {"kind", kText}, {"text", kText}, {"numbers", kText}, {"claims", kText}});
}

void add_claims(const LedgerIndex& index, RowSink& sink) {
  const EventNumbers numbers(index.ledger());
  for (const auto& claim : index.ledger().claims) add_row(sink, Table::Claims, claim_row(claim, index, numbers));
}

void add_sources(const LedgerIndex& index, RowSink& sink) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> counts;
  for (const auto& claim : index.ledger().claims) {
    if (const auto voices = claims::voices_of(claim); !voices.empty()) {
      for (const auto* link : voices.back()) ++counts[link->source].first;
    }
    for (const auto& response : claim.responses) ++counts[response.source].second;
  }
  for (const auto& source : index.ledger().sources) {
    const auto [said, answered] = counts[source.id];
    add_row(sink, Table::Sources, {source.id, source.name, std::string(claims::to_string(source.kind)), text_or_null(source.country),
                    text_or_null(claims::join(source.aliases, "; ")), number(said), number(answered)});
  }
}

void add_citations(const LedgerIndex& index, RowSink& sink) {
  for (const auto& event : index.ledger().events) {
    for (const auto& id : event.claims) {
      const auto* claim = index.claim(id);
      const auto* story = claim == nullptr ? nullptr : index.article(claim->article);
      if (story == nullptr) continue;
      add_row(sink, Table::Citations, {event.id + "/" + id, std::int64_t{event.number}, id, claim->quote.exact, text_or_null(claims::speaker_of(*claim, index)),
                      story->id, index.article_letter(story->id), claims::outlet_name(*story, index), text_or_null(story->title), text_or_null(story->author),
                      date_or_null(story->published), text_or_null(story->language), web_link(story->url), web_link(story->archive_url),
                      number(claim->quote.start), number(claim->quote.end), text_or_null(story->sha256)});
    }
  }
}

void add_conflicts(const LedgerIndex& index, RowSink& sink) {
  const EventNumbers numbers(index.ledger());
  std::map<std::string, int> taken;
  for (const auto& conflict : index.ledger().conflicts) {
    std::map<std::int64_t, bool> met;
    for (const auto& id : conflict.claims) {
      if (const auto value = numbers.of(id); const auto* n = std::get_if<std::int64_t>(&value)) met[*n] = true;
    }
    std::vector<std::string> of_events;
    for (const auto& [n, unused] : met) of_events.push_back(std::to_string(n));
    // The claims say which conflict it is; a second one of the same kind between them gets a number of its own.
    std::string id = std::string(claims::to_string(conflict.kind)) + "/" + join_ids(conflict.claims);
    if (const int again = taken[id]++; again > 0) id += "/" + std::to_string(again + 1);
    add_row(sink, Table::Conflicts, {std::move(id), std::string(claims::to_string(conflict.kind)), conflict.text, text_or_null(claims::join(of_events, ", ")),
                    text_or_null(join_ids(conflict.claims))});
  }
}

}  // namespace dateline::features::detail
