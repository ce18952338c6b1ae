#pragma once

#include "claims/detail/names.hpp"
#include "claims/ledger.hpp"

/// The ledger format, once: every record lists its fields in the order of docs/formats/ledger.md. The writer, the reader and the
/// test of the JSON Schema are three "archives" that walk the same lists, so that they cannot disagree.
///
/// An archive offers: text, words, size, integer, number, open_number, truth, word (an enumeration), record (an object), optional_record,
/// records (a list of objects), box. `Always` fields must be present; `IfSet` fields are left out when empty.
namespace dateline::claims::detail {

enum class Presence { Always, IfSet };
using enum Presence;

/// The lists of the ledger, in their order.
inline constexpr std::array kLists{"articles", "sources", "places", "claims", "events", "conflicts", "pins"};

/// JSON's nesting of Force::echelon_unit and echelon_count.
struct Echelon {
  std::string unit;
  int n = 0;
};

template <typename Archive>
void describe(Archive& a, TextSpan& span) {
  a.text("text", span.text, Always);
  a.size("start", span.start);
  a.size("end", span.end);
}

template <typename Archive>
void describe(Archive& a, Quote& quote) {
  a.text("exact", quote.exact, Always);
  a.text("prefix", quote.prefix, IfSet);
  a.text("suffix", quote.suffix, IfSet);
  a.size("start", quote.start);
  a.size("end", quote.end);
}

template <typename Archive>
void describe(Archive& a, Cue& cue) {
  describe(a, cue.span);
  a.text("rule", cue.rule, IfSet);
}

template <typename Archive>
void describe(Archive& a, Actor& actor) {
  describe(a, actor.span);
  a.text("entity", actor.entity, IfSet);
}

template <typename Archive>
void describe(Archive& a, Echelon& echelon) {
  a.text("unit", echelon.unit, Always);
  a.integer("n", echelon.n, IfSet);
}

template <typename Archive>
void describe(Archive& a, Force& force) {
  describe(a, force.span);
  a.text("entity", force.entity, IfSet);
  a.text("type", force.type, IfSet);
  Echelon echelon{force.echelon_unit, force.echelon_count};
  a.record("echelon", echelon, echelon.unit.empty() ? IfSet : Always);
  force.echelon_unit = echelon.unit;
  force.echelon_count = echelon.n;
}

template <typename Archive>
void describe(Archive& a, QuantityOf& quantity) {
  describe(a, quantity.span);
  a.number("low", quantity.low);
  a.open_number("high", quantity.high);
  a.text("qualifier", quantity.qualifier, IfSet);
  a.text("unit", quantity.unit, IfSet);
  a.truth("additional", quantity.additional);
  a.word("distribution", quantity.distribution, kDistributions);
}

template <typename Archive>
void describe(Archive& a, PlaceRef& ref) {
  describe(a, ref.span);
  a.text("place", ref.place, IfSet);
  a.word("precision", ref.precision, kPrecisions);
  a.word("mention", ref.mention, kPlaceMentions);
  a.text("qualifier", ref.qualifier, IfSet);
}

template <typename Archive>
void describe(Archive& a, When& when) {
  describe(a, when.span);
  a.text("edtf", when.edtf, IfSet);
  a.text("precision", when.precision, IfSet);
  a.text("rule", when.rule, IfSet);
}

template <typename Archive>
void describe(Archive& a, Attribution& attribution) {
  a.text("source", attribution.source, Always);
  describe(a, attribution.span);
  a.text("cue", attribution.cue, IfSet);
  a.word("relation", attribution.relation, kRelations);
  a.word("mode", attribution.mode, kSpeechModes);
  a.text("when", attribution.when, IfSet);
}

template <typename Archive>
void describe(Archive& a, Response& response) {
  a.text("source", response.source, Always);
  a.word("stance", response.stance, kStances);
  a.text("when", response.when, IfSet);
  a.word("about", response.about, kResponseAbouts);
  a.record("quote", response.quote, Always);
}

template <typename Archive>
void describe(Archive& a, Credibility& credibility) {
  a.text("source", credibility.source, Always);
  a.integer("information", credibility.information, Always);
  a.text("by", credibility.by, Always);
}

template <typename Archive>
void describe(Archive& a, Review& review) {
  a.word("state", review.state, kReviewStates);
  a.text("by", review.by, IfSet);
  a.text("at", review.at, IfSet);
  a.text("note", review.note, IfSet);
  a.text("was", review.was, IfSet);
}

template <typename Archive>
void describe(Archive& a, ArticleRecord& article) {
  a.text("id", article.id, Always);
  a.text("file", article.file, Always);
  a.text("sha256", article.sha256, Always);
  a.text("title", article.title, IfSet);
  a.text("publisher", article.publisher, IfSet);
  a.text("author", article.author, IfSet);
  a.text("url", article.url, IfSet);
  a.text("archive_url", article.archive_url, IfSet);
  a.text("language", article.language, IfSet);
  a.text("published", article.published, IfSet);
  a.text("published_basis", article.published_basis, IfSet);
  a.words("flags", article.flags);
}

template <typename Archive>
void describe(Archive& a, SourceRecord& source) {
  a.text("id", source.id, Always);
  a.text("name", source.name, Always);
  a.word("kind", source.kind, kSourceKinds);
  a.text("country", source.country, IfSet);
  a.words("aliases", source.aliases);
}

template <typename Archive>
void describe(Archive& a, AlternativeRecord& alternative) {
  a.text("id", alternative.id, Always);
  a.text("name", alternative.name, IfSet);
  a.number("score", alternative.score);
  a.words("reasons", alternative.reasons);
}

template <typename Archive>
void describe(Archive& a, PlaceRecord& place) {
  a.text("id", place.id, Always);
  a.text("name", place.name, Always);
  a.text("kind", place.kind, Always);
  a.number("lon", place.lon);
  a.number("lat", place.lat);
  a.box("bbox", place.box);
  a.number("radius_m", place.radius_m);
  a.text("country", place.country, IfSet);
  a.text("country_name", place.country_name, IfSet);
  a.text("admin1", place.admin1, IfSet);
  a.records("alternatives", place.alternatives);
}

template <typename Archive>
void describe(Archive& a, Claim& claim) {
  a.text("id", claim.id, Always);
  a.text("article", claim.article, Always);
  a.record("quote", claim.quote, Always);
  a.word("kind", claim.kind, kClaimKinds);
  a.word("status", claim.status, kClaimStatuses);
  a.records("cues", claim.cues);
  a.optional_record("actor", claim.actor);
  a.optional_record("carrier", claim.carrier);
  a.optional_record("force", claim.force);
  a.optional_record("quantity", claim.quantity);
  a.records("origin", claim.origin);
  a.records("destination", claim.destination);
  a.records("via", claim.via);
  a.records("at", claim.at);
  a.optional_record("when", claim.when);
  a.text("reported_on", claim.reported_on, IfSet);
  a.text("activity", claim.activity, IfSet);
  a.text("means", claim.means, IfSet);
  a.text("materiel", claim.materiel, IfSet);
  a.records("attribution", claim.attribution);
  a.records("responses", claim.responses);
  a.words("flags", claim.flags);
  a.words("rules", claim.rules);
  a.optional_record("credibility", claim.credibility);
  a.record("review", claim.review, Always);
}

template <typename Archive>
void describe(Archive& a, Event& event) {
  a.text("id", event.id, Always);
  a.integer("number", event.number, Always);
  a.word("kind", event.kind, kClaimKinds);
  a.word("status", event.status, kClaimStatuses);
  a.words("claims", event.claims);
  a.words("origins", event.origins);
  a.words("outlets", event.outlets);
  a.words("differs", event.differs);
}

template <typename Archive>
void describe(Archive& a, Conflict& conflict) {
  a.word("kind", conflict.kind, kConflictKinds);
  a.words("claims", conflict.claims);
  a.text("text", conflict.text, Always);
}

template <typename Archive>
void describe(Archive& a, Pin& pin) {
  a.text("surface", pin.surface, Always);
  a.text("article", pin.article, IfSet);
  a.text("place", pin.place, Always);
}

inline constexpr const char* kVersionField = "dateline_ledger";
inline constexpr const char* kVersion = "1";
inline constexpr const char* kSchemaField = "$schema";
inline constexpr const char* kSchemaName = "urn:dateline:ledger:1";

}  // namespace dateline::claims::detail
