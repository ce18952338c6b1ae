#include "features/detail/event_columns.hpp"

#include <algorithm>
#include <utility>

#include "claims/citation_words.hpp"
#include "claims/date_range.hpp"
#include "claims/force_words.hpp"
#include "claims/words.hpp"

namespace dateline::features::detail {

namespace {

using claims::EventView;
using claims::LedgerIndex;
using geo::FieldType;
using geo::FieldValue;

FieldValue date_value(const std::optional<CivilDate>& date) { return date ? FieldValue(*date) : FieldValue(); }

/// The precision that goes with the event's time: of the first claim that states it.
std::string date_precision(const EventView& view) {
  for (const auto* claim : view.claims) {
    if (claim->when && claim->when->edtf == view.when) return claim->when->precision;
  }
  return "";
}

/// The first day on which one of the event's stories was published.
std::string first_published(const EventView& view, const LedgerIndex& index) {
  std::string first;
  for (const auto* claim : view.claims) {
    const auto* article = index.article(claim->article);
    if (article != nullptr && !article->published.empty() && (first.empty() || article->published < first)) first = article->published;
  }
  return first;
}

std::string origin_names(const EventView& view, const LedgerIndex& index) {
  std::vector<std::string> names;
  for (const auto& id : view.event->origins) names.push_back(index.source_name(id));
  return claims::join(names, "; ");
}

std::string outlet_names(const EventView& view, const LedgerIndex& index) {
  std::vector<std::string> names;
  for (const auto& id : view.event->outlets) {
    if (const auto* article = index.article(id)) names.push_back(claims::outlet_name(*article, index));
  }
  return claims::join(names, "; ");
}

/// One word for the whole event: what all its claims share, else "partly".
std::string review_state(const EventView& view) {
  const auto first = view.claims.front()->review.state;
  const bool same = std::all_of(view.claims.begin(), view.claims.end(), [first](const auto* claim) { return claim->review.state == first; });
  return same ? claims::to_string(first) : "partly";
}

std::string claim_ids(const EventView& view) {
  std::vector<std::string> ids;
  for (const auto* claim : view.claims) ids.push_back(claim->id);
  return join_ids(ids);
}

}  // namespace

FieldValue text_or_null(std::string text) { return text.empty() ? FieldValue() : FieldValue(std::move(text)); }

FieldValue web_link(const std::string& address) {
  const bool web = address.starts_with("https://") || address.starts_with("http://");
  return web ? FieldValue(address) : FieldValue();
}

FieldValue date_or_null(const std::string& day) { return date_value(CivilDate::parse(day)); }

std::string join_ids(const std::vector<std::string>& ids) { return claims::join(ids, ";"); }

CountryNames::CountryNames(const claims::Ledger& ledger) {
  for (const auto& place : ledger.places) {
    if (place.country.empty()) continue;
    if (place.kind == "country") names_[place.country] = place.name;
    else if (!place.country_name.empty()) names_.emplace(place.country, place.country_name);
  }
}

std::string CountryNames::name(const std::string& iso2) const {
  const auto found = names_.find(iso2);
  return found == names_.end() ? iso2 : found->second;
}

const std::vector<geo::Field>& event_fields() {
  static const std::vector<geo::Field> fields = {
      {"number", FieldType::Integer}, {"event", FieldType::Text}, {"kind", FieldType::Text}, {"status", FieldType::Text},
      {"denied", FieldType::Boolean}, {"not_confirmed", FieldType::Boolean}, {"title", FieldType::Text},
      {"force", FieldType::Text}, {"force_country", FieldType::Text},
      {"quantity", FieldType::Text}, {"quantity_low", FieldType::Real}, {"quantity_high", FieldType::Real}, {"unit", FieldType::Text},
      {"date_from", FieldType::Date}, {"date_to", FieldType::Date}, {"date_precision", FieldType::Text}, {"date_text", FieldType::Text},
      {"edtf", FieldType::Text}, {"reported", FieldType::Date},
      {"origins", FieldType::Integer}, {"outlets", FieldType::Integer}, {"origin_names", FieldType::Text}, {"outlet_names", FieldType::Text},
      {"quote", FieldType::Text}, {"source", FieldType::Text}, {"outlet", FieldType::Text}, {"published", FieldType::Date}, {"link", FieldType::Text},
      {"responses", FieldType::Text}, {"review", FieldType::Text}, {"claims", FieldType::Text},
  };
  return fields;
}

std::vector<FieldValue> event_values(const EventView& view, const LedgerIndex& index, const CountryNames& countries) {
  const auto& event = *view.event;
  const auto& first = *view.claims.front();
  const auto* article = index.article(first.article);
  const auto dates = claims::date_range(view.when);
  const auto& quantity = view.quantity;
  std::vector<FieldValue> values = {
      std::int64_t{event.number}, event.id, std::string(claims::to_string(event.kind)), std::string(claims::to_string(event.status)),
      view.denied, view.not_confirmed, claims::heading_of(view, index, countries.name(view.actor_country)),
      text_or_null(claims::force_words(view)), text_or_null(view.actor_country),
      quantity ? FieldValue(claims::format_quantity(*quantity)) : FieldValue(), quantity ? FieldValue(quantity->low) : FieldValue(),
      quantity && quantity->high ? FieldValue(*quantity->high) : FieldValue(), text_or_null(quantity ? quantity->unit : ""),
      date_value(dates.first), date_value(dates.last), text_or_null(date_precision(view)), text_or_null(claims::format_edtf(view.when)),
      text_or_null(view.when), date_or_null(first_published(view, index)),
      static_cast<std::int64_t>(event.origins.size()), static_cast<std::int64_t>(event.outlets.size()),
      text_or_null(origin_names(view, index)), text_or_null(outlet_names(view, index)),
      first.quote.exact, text_or_null(claims::speaker_of(first, index)),
      article == nullptr ? FieldValue() : FieldValue(claims::outlet_name(*article, index)),
      article == nullptr ? FieldValue() : date_or_null(article->published), article == nullptr ? FieldValue() : web_link(article->url),
      text_or_null(claims::join(claims::response_lines(view, index), "; ")), review_state(view), claim_ids(view),
  };
  return values;
}

}  // namespace dateline::features::detail
