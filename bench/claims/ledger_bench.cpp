#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "base/civil_date.hpp"
#include "claims/assemble.hpp"
#include "claims/check.hpp"
#include "claims/ledger_json.hpp"

using namespace dateline;
using namespace dateline::claims;

namespace {

/// A ledger of a long war: 200 towns in 20 countries, 40 sources, two years, most deeds told by some three stories.
Ledger make_ledger(std::size_t claims) {
  std::mt19937 random(1);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  Ledger ledger;
  const std::size_t stories = claims / 10 + 1;
  for (std::size_t i = 0; i < stories; ++i) {
    ArticleRecord article;
    article.id = "sha256:" + std::to_string(100000 + i);
    article.file = "story-" + std::to_string(i) + ".txt";
    article.sha256 = std::string(64, 'a');
    ledger.articles.push_back(article);
  }
  for (std::size_t i = 0; i < 40; ++i) ledger.sources.push_back({"source:" + std::to_string(i), "Source " + std::to_string(i), SourceKind::Government, "", {}});
  for (std::size_t i = 0; i < 200; ++i) {
    PlaceRecord place;
    place.id = "town:" + std::to_string(i);
    place.name = "Town " + std::to_string(i);
    place.kind = "city";
    place.country = "C" + std::to_string(i % 20);
    place.lon = static_cast<double>(i) / 2;
    place.radius_m = 5000;
    ledger.places.push_back(place);
  }
  for (std::size_t i = 0; i < claims; ++i) {
    const std::size_t deed = below(claims / 3 + 1);
    std::mt19937 fate(static_cast<unsigned>(deed));
    Claim claim;
    claim.id = "claim:" + std::to_string(i);
    claim.article = ledger.articles[below(stories)].id;
    claim.quote.exact = "Some words that were said about deed number " + std::to_string(deed) + ", which are about as long as a clause of news.";
    claim.quote.start = 100;
    claim.quote.end = 100 + claim.quote.exact.size();
    claim.kind = fate() % 3 == 0 ? ClaimKind::Basing : ClaimKind::Movement;
    claim.force = Force{{"troops", 10, 16}, "C" + std::to_string(fate() % 20), "troops", "", 0};
    const double number = 100.0 * static_cast<double>(1 + fate() % 50);
    if (below(4) != 0) claim.quantity = QuantityOf{{"some", 4, 8}, number, number, "exact", "persons", false, Distribution::Total};
    PlaceRef ref;
    ref.span = {"town", 20, 24};
    ref.place = "town:" + std::to_string(fate() % 200);
    (claim.kind == ClaimKind::Basing ? claim.at : claim.destination).push_back(ref);
    const auto day = *CivilDate::make(2030, 1, 1);
    const std::string date = day.plus_days(static_cast<int>(fate() % 730)).to_string();
    if (below(4) != 0) claim.when = When{{"on a day", 30, 38}, date, "day", "date"};
    claim.reported_on = date;
    claim.attribution.push_back({"source:" + std::to_string(fate() % 40), {"they", 0, 4}, "said", Relation::Said, SpeechMode::Indirect, ""});
    ledger.claims.push_back(std::move(claim));
  }
  return ledger;
}

void group_claims(benchmark::State& state) {
  Ledger ledger = make_ledger(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) group(ledger);
  state.counters["events"] = static_cast<double>(ledger.events.size());
  state.counters["conflicts"] = static_cast<double>(ledger.conflicts.size());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(group_claims)->Arg(5000)->Arg(50000)->Unit(benchmark::kMillisecond);

void write_ledger(benchmark::State& state) {
  Ledger ledger = make_ledger(static_cast<std::size_t>(state.range(0)));
  group(ledger);
  std::size_t bytes = 0;
  for (auto _ : state) bytes = to_json(ledger).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
BENCHMARK(write_ledger)->Arg(50000)->Unit(benchmark::kMillisecond);

void read_ledger(benchmark::State& state) {
  Ledger ledger = make_ledger(static_cast<std::size_t>(state.range(0)));
  group(ledger);
  const std::string json = to_json(ledger);
  for (auto _ : state) benchmark::DoNotOptimize(ledger_from_json(json, "bench.ledger.json"));
  state.SetBytesProcessed(static_cast<std::int64_t>(json.size()) * state.iterations());
}
BENCHMARK(read_ledger)->Arg(50000)->Unit(benchmark::kMillisecond);

void check_ledger(benchmark::State& state) {
  const Ledger ledger = make_ledger(static_cast<std::size_t>(state.range(0)));
  const std::string json = to_json(ledger);
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(ledger, "bench.ledger.json", json, [](const ArticleRecord&) { return std::nullopt; }));
  }
}
BENCHMARK(check_ledger)->Arg(50000)->Unit(benchmark::kMillisecond);

}  // namespace
