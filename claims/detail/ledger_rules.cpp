#include <algorithm>

#include "base/civil_date.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "claims/detail/ledger_reader.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::array<std::string_view, 6> kBases{"", "option", "metadata", "text", "inferred", "none"};

Path at(const Path& path, std::string_view name) { return {&path, name, 0, false}; }

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void check_offsets(const Path& path, std::size_t start, std::size_t end) {
  if (end >= start) return;
  fail(at(path, "end"), "\"end\" is before \"start\"", "offsets count code points of the article from 0; \"end\" is one past the last");
}

}  // namespace

std::string describe_value(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list of " + std::to_string(value.size());
  std::string shown = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  constexpr std::size_t kShown = 40;
  if (count_code_points(shown) > kShown) shown = shown.substr(0, CodePointIndex(shown).to_bytes(kShown)) + "...";
  return shown;
}

void check_rules(const Path& path, const TextSpan& span) { check_offsets(path, span.start, span.end); }

void check_rules(const Path& path, const Quote& quote) {
  check_offsets(path, quote.start, quote.end);
  const std::size_t length = count_code_points(quote.exact);
  if (length == quote.end - quote.start) return;
  fail(at(path, "exact"), "the quote has " + std::to_string(length) + " characters, its offsets span " + std::to_string(quote.end - quote.start),
       "quotes are never edited; set \"start\" and \"end\" to where the words stand");
}

void check_rules(const Path& path, const QuantityOf& quantity) {
  check_rules(path, quantity.span);
  if (quantity.low < 0) fail(at(path, "low"), "\"low\" is negative", "a quantity is 0 or more");
  if (quantity.high && *quantity.high < quantity.low) fail(at(path, "high"), "\"high\" is less than \"low\"", "write null for \"more than\"");
}

void check_rules(const Path& path, const Credibility& credibility) {
  if (credibility.source.size() != 1 || credibility.source[0] < 'A' || credibility.source[0] > 'F') {
    fail(at(path, "source"), "unknown grade \"" + credibility.source + "\"", "sources are graded A to F");
  }
  if (credibility.information < 1 || credibility.information > 6) {
    fail(at(path, "information"), "unknown grade " + std::to_string(credibility.information), "information is graded 1 to 6");
  }
}

void check_rules(const Path& path, const ArticleRecord& article) {
  if (article.sha256.size() != 64 || !is_hex(article.sha256)) {
    fail(at(path, "sha256"), "this is not a SHA-256", "64 digits 0-9 a-f, as `sha256sum` prints them");
  }
  if (!article.published.empty() && !CivilDate::parse(article.published)) {
    fail(at(path, "published"), "\"" + article.published + "\" is no day of the calendar", "write YYYY-MM-DD, or leave the field out");
  }
  if (std::find(kBases.begin(), kBases.end(), article.published_basis) == kBases.end()) {
    fail(at(path, "published_basis"), "unknown published_basis \"" + article.published_basis + "\"",
         did_you_mean(article.published_basis, std::vector<std::string_view>{kBases.begin() + 1, kBases.end()}));
  }
}

void check_rules(const Path& path, const PlaceRecord& place) {
  if (place.lon < -180 || place.lon > 180) fail(at(path, "lon"), "a longitude is from -180 to 180", "is it swapped with \"lat\"?");
  if (place.lat < -90 || place.lat > 90) fail(at(path, "lat"), "a latitude is from -90 to 90", "is it swapped with \"lon\"?");
  if (place.radius_m < 0) fail(at(path, "radius_m"), "\"radius_m\" is negative", "give metres, 0 or more");
  if (!place.box) return;
  const geo::Box& box = *place.box;
  const bool longitudes = std::abs(box.west) <= 180 && std::abs(box.east) <= 180;
  if (!longitudes || std::abs(box.south) > 90 || std::abs(box.north) > 90 || box.south > box.north) {
    fail(at(path, "bbox"), "this is no box on the Earth", "write [west, south, east, north] in degrees; west > east crosses the date line");
  }
}

void check_rules(const Path& path, const Event& event) {
  if (event.number < 1) fail(at(path, "number"), "events are numbered from 1", "run the grouping again");
  if (event.claims.empty()) fail(path, "the event has no claims", "remove it");
}

}  // namespace dateline::claims::detail
