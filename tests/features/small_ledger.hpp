#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"

/// A ledger of one deed, made by hand.
namespace dateline::test {

inline claims::PlaceRecord make_place(const std::string& id, const std::string& name, const std::string& kind, double lon, double lat, const std::string& country) {
  claims::PlaceRecord place;
  place.id = id, place.name = name, place.kind = kind, place.lon = lon, place.lat = lat, place.country = country, place.radius_m = 9000;
  return place;
}

inline claims::PlaceRef ref_to(const claims::PlaceRecord& place) {
  return {{place.name, 0, 1}, place.id, claims::Precision::City, claims::PlaceMention::Toponym, ""};
}

/// One movement from `from` to each of `to`, told by one story with a link.
inline claims::Ledger make_movement(const claims::PlaceRecord& from, const std::vector<claims::PlaceRecord>& to) {
  claims::Ledger ledger;
  claims::ArticleRecord story;
  story.id = "s1", story.file = "s1.txt", story.sha256 = std::string(64, 'a'), story.publisher = "Morning Paper", story.published = "2031-05-03";
  story.url = "https://paper.example/1";
  ledger.articles = {story};
  ledger.sources = {{"source:ministry", "Ministry", claims::SourceKind::Government, "AA", {}}};
  ledger.places = to;
  ledger.places.push_back(from);
  claims::Claim claim;
  claim.id = "c1", claim.article = "s1";
  claim.quote.exact = "\"They\" went, it said;\nnobody else saw it", claim.quote.start = 10, claim.quote.end = 50;
  claim.origin = {ref_to(from)};
  for (const auto& place : to) claim.destination.push_back(ref_to(place));
  claim.when = claims::When{{"from 1 to 2 May", 0, 15}, "2031-05-01/2031-05-02", "day", "rule"};
  claim.attribution = {{"source:ministry", {"it", 0, 2}, "said", claims::Relation::Said, claims::SpeechMode::Indirect, ""}};
  claim.quantity.emplace();
  claim.quantity->low = 900, claim.quantity->high = 900, claim.quantity->unit = "persons";
  ledger.claims = {claim};
  claims::Event event;
  event.id = "event:1", event.number = 7, event.claims = {"c1"}, event.origins = {"source:ministry"}, event.outlets = {"s1"};
  ledger.events = {event};
  return ledger;
}

}  // namespace dateline::test
