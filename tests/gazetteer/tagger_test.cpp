#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "gazetteer/detail/tagger.hpp"

namespace dateline::gazetteer::detail {
namespace {

constexpr std::array<Tagger::Scores, label_count> no_transitions{};

FeatureSet features_of(std::initializer_list<std::uint32_t> hashes) {
  FeatureSet set;
  for (const std::uint32_t hash : hashes) set.add(hash);
  return set;
}

/// Every label sequence, tried in turn: slow and obvious.
float best_score(std::span<const Tagger::Scores> emissions, const std::array<Tagger::Scores, label_count>& transitions, std::size_t i, std::size_t before) {
  if (i == emissions.size()) return 0;
  float best = -1e9F;
  for (std::size_t l = 0; l < label_count; ++l) {
    if (before == 0 && l == 2) continue;
    best = std::max(best, emissions[i][l] + transitions[before][l] + best_score(emissions, transitions, i + 1, l));
  }
  return best;
}

}  // namespace

TEST_CASE("weights survive writing and reading", "[gazetteer][tagger]") {
  const std::vector<Tagger::Entry> entries{{7, {1, -2, 3}}, {7U << 24U, {-127, 0, 127}}};
  std::array<Tagger::Scores, label_count> transitions{};
  transitions[1][2] = 1.5F;
  const Tagger tagger = Tagger::parse(write_tagger(entries, transitions, 0.5F), "test");
  const Tagger::Scores scores = tagger.score(features_of({7, 7U << 24U, 99}));
  CHECK(scores[0] == Approx(-63));
  CHECK(scores[1] == Approx(-1));
  CHECK(scores[2] == Approx(65));
  CHECK(tagger.transitions()[1][2] == Approx(1.5));
}

TEST_CASE("a truncated or foreign weights file is refused", "[gazetteer][tagger]") {
  const std::vector<Tagger::Entry> entries{{1, {1, 1, 1}}, {2, {1, 1, 1}}};
  const std::string bytes = write_tagger(entries, no_transitions, 1);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_THROWS_AS(Tagger::parse(bytes.substr(0, size), "test"), InputError);
  CHECK_THROWS_AS(Tagger::parse("PNG and so on and so forth", "test"), InputError);
  std::string many = bytes;
  many[52] = '\xFF';  // the count of entries
  many[55] = '\x7F';
  CHECK_THROWS_AS(Tagger::parse(many, "test"), InputError);
}

TEST_CASE("the decoder finds the best of all sequences", "[gazetteer][tagger]") {
  std::uint32_t state = 12345;
  const auto next = [&] {
    state = state * 1664525U + 1013904223U;
    return static_cast<float>(static_cast<int>(state >> 16U) % 21 - 10);
  };
  for (int round = 0; round < 200; ++round) {
    INFO("round " << round);
    std::vector<Tagger::Scores> emissions(1 + static_cast<std::size_t>(round) % 6);
    std::array<Tagger::Scores, label_count> transitions{};
    for (Tagger::Scores& row : emissions) row = {next(), next(), next()};
    for (Tagger::Scores& row : transitions) row = {next(), next(), next()};
    const std::vector<Verdict> free(emissions.size(), Verdict::Free);
    std::vector<Label> labels(emissions.size());
    decode(emissions, free, transitions, labels);
    float score = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto label = static_cast<std::size_t>(labels[i]);
      CHECK_FALSE((before == 0 && labels[i] == Label::Inside));
      score += emissions[i][label] + transitions[before][label];
      before = label;
    }
    CHECK(score == Approx(best_score(emissions, transitions, 0, 0)));
  }
}

TEST_CASE("the decoder keeps to the verdicts of the rules", "[gazetteer][tagger]") {
  const std::vector<Tagger::Scores> emissions{{9, 0, 0}, {0, 9, 0}, {9, 0, 0}};
  const std::vector<Verdict> verdicts{Verdict::MustBegin, Verdict::MustContinue, Verdict::MustBeOutside};
  std::vector<Label> labels(3);
  decode(emissions, verdicts, no_transitions, labels);
  CHECK(labels == std::vector<Label>{Label::Begin, Label::Inside, Label::Outside});
}

}  // namespace dateline::gazetteer::detail
