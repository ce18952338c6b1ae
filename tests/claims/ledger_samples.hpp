#pragma once

#include <random>
#include <string>

#include "base/utf8.hpp"
#include "claims/ledger.hpp"

/// Ledgers for tests: an invented war between invented and real places, and random ones that use every field.
namespace dateline::claims::samples {

inline TextSpan span(std::string text, std::size_t start) {
  const std::size_t length = count_code_points(text);
  return {std::move(text), start, start + length};
}

inline Quote quote(std::string exact, std::size_t start) {
  Quote q;
  q.start = start;
  q.end = start + count_code_points(exact);
  q.exact = std::move(exact);
  return q;
}

/// Draws values from a seeded generator.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool yes() { return below(2) == 0; }
  std::string word() {
    static const char* const kWords[] = {"alpha", "b\"c", "d\\e", "\xC3\xA9t\xC3\xA9", "\xF0\x9F\x98\x80", "line\nbreak", "tab\t", "a/b~c"};
    return kWords[below(8)];
  }
  std::string maybe() { return yes() ? word() : std::string(); }
  TextSpan text() { return span(word(), below(1000)); }
  template <typename Enumeration>
  Enumeration one_of(std::size_t count) { return static_cast<Enumeration>(below(count)); }

 private:
  std::mt19937 engine_;
};

inline PlaceRef random_ref(Random& r) {
  return {r.text(), r.yes() ? "place:" + std::to_string(r.below(3)) : std::string(), r.one_of<Precision>(5), r.one_of<PlaceMention>(4), r.maybe()};
}

inline Claim random_claim(Random& r, std::size_t number) {
  Claim c;
  c.id = "claim-" + std::to_string(number);
  c.article = "article:" + std::to_string(r.below(3));
  c.quote = quote(r.word(), r.below(500));
  c.quote.prefix = r.maybe();
  c.quote.suffix = r.maybe();
  c.kind = r.one_of<ClaimKind>(6);
  c.status = r.one_of<ClaimStatus>(6);
  if (r.yes()) c.cues.push_back({r.text(), r.maybe()});
  if (r.yes()) c.actor = Actor{r.text(), r.maybe()};
  if (r.yes()) c.carrier = r.text();
  if (r.yes()) c.force = Force{r.text(), r.maybe(), r.maybe(), "brigade", static_cast<int>(r.below(5))};
  if (r.yes()) c.quantity = QuantityOf{r.text(), static_cast<double>(r.below(20000)), r.yes() ? std::optional<double>(20000.5) : std::nullopt, r.maybe(), r.maybe(), r.yes(), r.one_of<Distribution>(2)};
  if (r.yes()) c.origin.push_back(random_ref(r));
  for (std::size_t i = r.below(4); i > 0; --i) c.destination.push_back(random_ref(r));
  if (r.yes()) c.via.push_back(random_ref(r));
  if (r.yes()) c.at.push_back(random_ref(r));
  if (r.yes()) c.when = When{r.text(), "2031-05-06/..", "open", r.maybe()};
  c.reported_on = r.maybe();
  c.activity = r.maybe();
  c.means = r.maybe();
  c.materiel = r.maybe();
  if (r.yes()) c.attribution.push_back({"source:1", r.text(), r.maybe(), r.one_of<Relation>(7), r.one_of<SpeechMode>(3), r.maybe()});
  if (r.yes()) c.responses.push_back({"source:2", r.one_of<Stance>(4), r.maybe(), r.one_of<ResponseAbout>(2), quote(r.word(), 7)});
  if (r.yes()) c.flags.push_back(r.word());
  if (r.yes()) c.rules.push_back(r.word());
  if (r.yes()) c.credibility = Credibility{"B", 2, "analyst"};
  c.review = {r.one_of<ReviewState>(4), r.maybe(), r.maybe(), r.maybe(), r.maybe()};
  return c;
}

/// A valid ledger that is different for each seed.
inline Ledger random_ledger(unsigned seed, std::size_t claims = 5) {
  Random r(seed);
  Ledger ledger;
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    ledger.articles.push_back({"article:" + n, "story.txt", std::string(64, 'a'), r.maybe(), r.maybe(), r.maybe(), r.maybe(), r.maybe(), r.maybe(), r.yes() ? "2031-05-06" : "", "none", {}});
    ledger.sources.push_back({"source:" + n, "Source " + n, r.one_of<SourceKind>(8), r.maybe(), {r.word()}});
    PlaceRecord place;
    place.id = "place:" + n;
    place.name = r.word();
    place.kind = "city";
    place.lon = -179.123456789 + static_cast<double>(r.below(100));
    place.lat = 0.1 * static_cast<double>(r.below(800));
    place.radius_m = 5000;
    place.country = r.maybe();
    if (r.yes()) place.box = geo::Box{170, -10.5, -170, 3};
    if (r.yes()) place.alternatives.push_back({"place:9", "Nine", 0.25, {"largest place of this name"}});
    ledger.places.push_back(place);
  }
  for (std::size_t i = 0; i < claims; ++i) ledger.claims.push_back(random_claim(r, i));
  if (claims > 0) {
    ledger.events.push_back({"event:1", 1, ClaimKind::Basing, ClaimStatus::Ongoing, {"claim-0"}, {"source:0"}, {"article:0"}, {"quantity"}});
    ledger.conflicts.push_back({ConflictKind::Place, {"claim-0"}, "They differ."});
  }
  ledger.pins.push_back({"Springfield", "article:1", "geonames:1"});
  return ledger;
}

}  // namespace dateline::claims::samples
