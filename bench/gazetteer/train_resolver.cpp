#include "bench/gazetteer/train_resolver.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "geo/lonlat.hpp"

namespace dateline::bench {
namespace {

namespace detail = gazetteer::detail;
using detail::clue_count;
using Weights = std::array<float, clue_count>;

constexpr double hit_km = 161;
constexpr int epochs = 40;
constexpr int context_rounds = 5;
constexpr double learning_rate = 0.15;
constexpr double decay = 2e-6;

struct Row {
  detail::Clues clues{};
  double right = 0;  ///< share of the marked occurrences that this candidate is near
};
struct Question {
  std::vector<Row> rows;
  double weight = 1;
};

double share_right(const gazetteer::PlaceSummary& place, const std::vector<std::pair<double, double>>& points) {
  const geo::LonLat here = geo::LonLat::checked(geo::Lon(static_cast<double>(place.lon)), geo::Lat(static_cast<double>(place.lat)));
  double right = 0;
  for (const auto& [lon, lat] : points) {
    const geo::LonLat there = geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat));
    if (geo::great_circle_distance(here, there).value() <= hit_km * 1000) right += 1;
  }
  return right / static_cast<double>(points.size());
}

/// The names that can be learned from: some candidates are right and some are not.
std::vector<Question> questions_of(const std::vector<ResolverExample>& examples) {
  std::vector<Question> questions;
  for (const ResolverExample& example : examples) {
    for (std::size_t g = 0; g < example.problem.groups.size(); ++g) {
      const detail::NameGroup& group = example.problem.groups[g];
      if (example.points[g].empty() || group.candidates.size() < 2) continue;
      Question question;
      double some = 0;
      bool all = true;
      for (const detail::RankedCandidate& c : group.candidates) {
        Row row{c.clues, share_right(c.place, example.points[g])};
        some = std::max(some, row.right);
        all = all && row.right > 0;
        question.rows.push_back(row);
      }
      question.weight = std::sqrt(static_cast<double>(example.points[g].size()));
      if (some > 0 && !all) questions.push_back(std::move(question));
    }
  }
  return questions;
}

double score(const std::array<double, clue_count>& weights, const detail::Clues& clues) {
  double sum = 0;
  for (std::size_t i = 0; i < clue_count; ++i) sum += weights[i] * static_cast<double>(clues[i]);
  return sum;
}

/// Where training begins: what is known about clues that a corpus may hardly show (local papers name few seas).
Weights first_weights() {
  Weights weights{};
  const auto set = [&](detail::Clue clue, float value) { weights[static_cast<std::size_t>(clue)] = value; };
  set(detail::Clue::Population, 8);
  for (const detail::Clue clue : {detail::Clue::Region, detail::Clue::Continent, detail::Clue::BlocKind, detail::Clue::MetonymKind}) set(clue, 8);
  for (const detail::Clue clue : {detail::Clue::Water, detail::Clue::Relief}) set(clue, 5);
  for (const detail::Clue clue : {detail::Clue::DemonymName, detail::Clue::AdjectiveName, detail::Clue::AbbreviationName}) set(clue, 4);
  set(detail::Clue::AlternateName, -1);
  set(detail::Clue::Home, 1);
  set(detail::Clue::LargestByFar, 1);
  set(detail::Clue::CapitalActs, 3);
  set(detail::Clue::Own, 8);  // in no corpus: the user has said so
  set(detail::Clue::DivisionHint, 8);
  set(detail::Clue::CountyHint, 3);
  set(detail::Clue::SettlementHint, 2);
  return weights;
}

/// What a text says outright may not count against a candidate because a corpus happens to show it rarely.
Weights least_weights() {
  Weights weights{};
  weights.fill(-1e9F);
  weights[static_cast<std::size_t>(detail::Clue::DivisionHint)] = 8;
  weights[static_cast<std::size_t>(detail::Clue::CountyHint)] = 3;
  weights[static_cast<std::size_t>(detail::Clue::SettlementHint)] = 2;
  weights[static_cast<std::size_t>(detail::Clue::Home)] = 1;
  weights[static_cast<std::size_t>(detail::Clue::CountryNamed)] = 0;
  weights[static_cast<std::size_t>(detail::Clue::CapitalActs)] = 2;
  for (const detail::Clue clue : {detail::Clue::LargeCity, detail::Clue::HugeCity, detail::Clue::LargestByFar}) weights[static_cast<std::size_t>(clue)] = 0;
  return weights;
}

/// AdaGrad on the log-likelihood that one of the right candidates is chosen; questions in order.
Weights fit(const std::vector<Question>& questions, const Weights& start) {
  const Weights least = least_weights();
  std::array<double, clue_count> weights{};
  for (std::size_t i = 0; i < clue_count; ++i) weights[i] = static_cast<double>(start[i]);
  std::array<double, clue_count> squares{};
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (const Question& question : questions) {
      std::vector<double> belief;
      double best = -1e300;
      for (const Row& row : question.rows) {
        belief.push_back(score(weights, row.clues));
        best = std::max(best, belief.back());
      }
      double total = 0;
      double total_right = 0;
      for (std::size_t c = 0; c < belief.size(); ++c) {
        belief[c] = std::exp(belief[c] - best);
        total += belief[c];
        total_right += belief[c] * question.rows[c].right;
      }
      if (total_right <= 0) continue;
      std::array<double, clue_count> gradient{};
      for (std::size_t c = 0; c < belief.size(); ++c) {
        const double pull = belief[c] * question.rows[c].right / total_right - belief[c] / total;
        for (std::size_t i = 0; i < clue_count; ++i) gradient[i] += question.weight * pull * static_cast<double>(question.rows[c].clues[i]);
      }
      for (std::size_t i = 0; i < clue_count; ++i) {
        if (gradient[i] == 0) continue;
        squares[i] += gradient[i] * gradient[i];
        weights[i] += learning_rate * gradient[i] / std::sqrt(squares[i] + 1e-6) - decay * weights[i];
        weights[i] = std::max(weights[i], static_cast<double>(least[i]));
      }
    }
  }
  Weights out{};
  for (std::size_t i = 0; i < clue_count; ++i) out[i] = static_cast<float>(weights[i]);
  return out;
}

void report(const char* stage, const std::vector<Question>& questions, const Weights& weights) {
  std::array<double, clue_count> w{};
  for (std::size_t i = 0; i < clue_count; ++i) w[i] = static_cast<double>(weights[i]);
  double right = 0;
  for (const Question& question : questions) {
    const auto best = std::max_element(question.rows.begin(), question.rows.end(), [&](const Row& a, const Row& b) { return score(w, a.clues) < score(w, b.clues); });
    right += best->right;
  }
  std::fprintf(stderr, "  %s: %zu names, %.1f %% right\n", stage, questions.size(), 100 * right / static_cast<double>(std::max<std::size_t>(questions.size(), 1)));
}

}  // namespace

detail::ResolverWeights train_resolver(std::vector<ResolverExample> examples) {
  detail::ResolverWeights weights;
  std::vector<Question> questions = questions_of(examples);
  weights.alone = fit(questions, first_weights());
  report("alone", questions, weights.alone);
  weights.together = weights.alone;
  for (int round = 0; round < context_rounds; ++round) {
    for (ResolverExample& example : examples) {
      detail::rank(example.problem, weights);
      detail::update_context(example.problem);
    }
    questions = questions_of(examples);
    weights.together = fit(questions, weights.together);
    report("together", questions, weights.together);
  }
  return weights;
}

}  // namespace dateline::bench
