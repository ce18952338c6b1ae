#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "claims/assemble.hpp"
#include "features/feature_tables.hpp"

using namespace dateline;
using namespace dateline::claims;

namespace {

/// A long war: 200 towns, 40 sources, two of three claims a movement from town to town, most deeds told by some three stories.
Ledger make_ledger(std::size_t claims) {
  std::mt19937 random(1);
  Ledger ledger;
  for (std::size_t i = 0; i <= claims / 10; ++i) {
    ArticleRecord story;
    story.id = "sha256:" + std::to_string(100'000 + i), story.file = story.id, story.sha256 = std::string(64, 'a'), story.published = "2031-05-03";
    ledger.articles.push_back(story);
  }
  for (std::size_t i = 0; i < 40; ++i) ledger.sources.push_back({"source:" + std::to_string(i), "Source " + std::to_string(i), SourceKind::Government, "", {}});
  for (std::size_t i = 0; i < 200; ++i) {
    PlaceRecord place;
    place.id = "town:" + std::to_string(i), place.name = "Town " + std::to_string(i), place.kind = "city", place.radius_m = 5000;
    place.lon = static_cast<double>(random() % 12'000) / 100, place.lat = 30 + static_cast<double>(random() % 3'000) / 100;
    ledger.places.push_back(place);
  }
  for (std::size_t i = 0; i < claims; ++i) {
    std::mt19937 deed(static_cast<unsigned>(random() % (claims / 3 + 1)));
    Claim claim;
    claim.id = "claim:" + std::to_string(i), claim.article = ledger.articles[random() % ledger.articles.size()].id;
    claim.quote.exact = "Some words that were said about a deed, which are about as long as a clause of news.", claim.quote.end = claim.quote.exact.size();
    const auto town = [&] { return PlaceRef{{"town", 20, 24}, "town:" + std::to_string(deed() % 200), Precision::City, PlaceMention::Toponym, ""}; };
    claim.kind = deed() % 3 == 0 ? ClaimKind::Basing : ClaimKind::Movement;
    if (claim.kind == ClaimKind::Basing) claim.at = {town()};
    else claim.origin = {town()}, claim.destination = {town()};
    const std::string day = "2030-" + std::to_string(10 + deed() % 3) + "-" + std::to_string(10 + deed() % 20);
    claim.when = When{{"on a day", 30, 38}, day, "day", "date"};
    claim.attribution.push_back({"source:" + std::to_string(deed() % 40), {"they", 0, 4}, "said", Relation::Said, SpeechMode::Indirect, ""});
    ledger.claims.push_back(std::move(claim));
  }
  group(ledger);
  return ledger;
}

void make_feature_tables(benchmark::State& state) {
  const Ledger ledger = make_ledger(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(features::make_tables(ledger, {}));
  state.counters["events"] = static_cast<double>(ledger.events.size());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(make_feature_tables)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

}  // namespace
