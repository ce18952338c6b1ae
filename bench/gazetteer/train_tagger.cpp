#include "bench/gazetteer/train_tagger.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace dateline::bench {
namespace {

namespace detail = gazetteer::detail;
using detail::Label;
using detail::label_count;
using Row = std::array<double, label_count>;

constexpr int epochs = 5;
constexpr std::uint32_t min_count = 1;
/// Orders of the examples to average over: one perceptron depends on its order by half a point, their mean hardly does.
constexpr std::array<std::uint32_t, 4> seeds{20240229, 7, 1848, 65537};

/// Weights that know their own average.
struct AveragedRow {
  Row now{};
  Row total{};
  std::array<std::uint64_t, label_count> since{};

  void add(std::size_t label, double amount, std::uint64_t step) {
    total[label] += now[label] * static_cast<double>(step - since[label]);
    since[label] = step;
    now[label] += amount;
  }
  [[nodiscard]] double average(std::size_t label, std::uint64_t step) const {
    return (total[label] + now[label] * static_cast<double>(step - since[label])) / static_cast<double>(std::max<std::uint64_t>(step, 1));
  }
};

class Perceptron {
 public:
  explicit Perceptron(const std::vector<TrainingStretch>& stretches) : stretches_(stretches) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const TrainingStretch& s : stretches) {
      for (const auto& word : s.features) {
        for (const std::uint32_t hash : word) ++counts[hash];
      }
    }
    for (const auto& [hash, count] : counts) {
      if (count < min_count) continue;
      index_[hash] = static_cast<std::uint32_t>(hashes_.size());
      hashes_.push_back(hash);
    }
    mean_.resize(hashes_.size());
    for (const TrainingStretch& s : stretches) {
      std::vector<std::vector<std::uint32_t>>& words = known_.emplace_back();
      for (const auto& word : s.features) {
        std::vector<std::uint32_t>& row = words.emplace_back();
        for (const std::uint32_t hash : word) {
          if (const auto it = index_.find(hash); it != index_.end()) row.push_back(it->second);
        }
      }
    }
  }

  std::string train() {
    std::vector<std::size_t> order(stretches_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (const std::uint32_t seed : seeds) train_once(order, seed);
    return write();
  }

 private:
  void train_once(std::vector<std::size_t> order, std::uint32_t seed) {
    weights_.assign(hashes_.size(), AveragedRow{});
    transitions_ = {};
    step_ = 0;
    std::mt19937 random(seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      // Fisher-Yates by hand: std::shuffle differs between standard libraries.
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const std::size_t s : order) learn(s);
    }
    for (std::size_t l = 0; l < label_count; ++l) {
      for (std::size_t f = 0; f < weights_.size(); ++f) mean_[f][l] += weights_[f].average(l, step_) / static_cast<double>(seeds.size());
      for (std::size_t a = 0; a < label_count; ++a) mean_transitions_[a][l] += transitions_[a].average(l, step_) / static_cast<double>(seeds.size());
    }
  }

  void learn(std::size_t s) {
    const TrainingStretch& stretch = stretches_[s];
    ++step_;
    std::vector<detail::Tagger::Scores> emissions;
    for (const auto& word : known_[s]) {
      Row sum{};
      for (const std::uint32_t f : word) {
        for (std::size_t l = 0; l < label_count; ++l) sum[l] += weights_[f].now[l];
      }
      detail::Tagger::Scores& scores = emissions.emplace_back();
      for (std::size_t l = 0; l < label_count; ++l) scores[l] = static_cast<float>(sum[l]);
    }
    std::array<detail::Tagger::Scores, label_count> transitions{};
    for (std::size_t a = 0; a < label_count; ++a) {
      for (std::size_t b = 0; b < label_count; ++b) transitions[a][b] = static_cast<float>(transitions_[a].now[b]);
    }
    const std::vector<detail::Verdict> verdicts(emissions.size(), detail::Verdict::Free);
    std::vector<Label> found(emissions.size());
    detail::decode(emissions, verdicts, transitions, found);
    std::size_t gold_before = 0;
    std::size_t found_before = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto gold = static_cast<std::size_t>(stretch.labels[i]);
      const auto guess = static_cast<std::size_t>(found[i]);
      if (gold != guess) {
        for (const std::uint32_t f : known_[s][i]) {
          weights_[f].add(gold, 1, step_);
          weights_[f].add(guess, -1, step_);
        }
      }
      if (gold != guess || gold_before != found_before) {
        transitions_[gold_before].add(gold, 1, step_);
        transitions_[found_before].add(guess, -1, step_);
      }
      gold_before = gold;
      found_before = guess;
    }
  }

  [[nodiscard]] std::string write() const {
    double largest = 0;
    for (const Row& row : mean_) {
      for (const double weight : row) largest = std::max(largest, std::abs(weight));
    }
    // The few largest weights may saturate: resolution for the many small ones is worth more.
    const double scale = largest / 2 / 127;
    std::vector<detail::Tagger::Entry> entries;
    for (std::size_t f = 0; f < mean_.size(); ++f) {
      detail::Tagger::Entry entry;
      entry.hash = hashes_[f];
      bool any = false;
      for (std::size_t l = 0; l < label_count; ++l) {
        const double value = std::round(mean_[f][l] / scale);
        entry.weights[l] = static_cast<std::int8_t>(std::clamp(value, -127.0, 127.0));
        any = any || entry.weights[l] != 0;
      }
      if (any) entries.push_back(entry);
    }
    std::array<detail::Tagger::Scores, label_count> transitions{};
    for (std::size_t a = 0; a < label_count; ++a) {
      for (std::size_t b = 0; b < label_count; ++b) transitions[a][b] = static_cast<float>(mean_transitions_[a][b]);
    }
    return detail::write_tagger(entries, transitions, static_cast<float>(scale));
  }

  const std::vector<TrainingStretch>& stretches_;
  std::map<std::uint32_t, std::uint32_t> index_;
  std::vector<std::uint32_t> hashes_;
  std::vector<AveragedRow> weights_;
  std::vector<Row> mean_;                    ///< over the seeds
  std::array<Row, label_count> mean_transitions_{};
  std::array<AveragedRow, label_count> transitions_{};
  std::vector<std::vector<std::vector<std::uint32_t>>> known_;
  std::uint64_t step_ = 0;
};

}  // namespace

std::string train_tagger(const std::vector<TrainingStretch>& stretches) { return Perceptron(stretches).train(); }

void add_stretches(const detail::Document& document, const detail::Matches& matches, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& gold,
                   std::vector<TrainingStretch>& out) {
  std::vector<Label> labels(document.words.size(), Label::Outside);
  for (const auto& [first, last] : gold) {
    for (std::uint32_t i = first; i < last && i < labels.size(); ++i) labels[i] = i == first ? Label::Begin : Label::Inside;
  }
  detail::FeatureSet features;
  std::size_t begin = 0;
  for (const std::uint32_t end : document.sentence_ends) {
    for (std::size_t i = begin; i < end;) {
      if (!detail::may_be_tagged(document, matches, i, begin, end)) {
        ++i;
        continue;
      }
      TrainingStretch& stretch = out.emplace_back();
      for (; i < end && detail::may_be_tagged(document, matches, i, begin, end); ++i) {
        detail::extract_features(document, matches, i, begin, end, features);
        stretch.features.emplace_back(features.view().begin(), features.view().end());
        // A gold name may begin in words that are never tagged; the rest of it cannot be found.
        const bool orphan = labels[i] == Label::Inside && stretch.labels.empty();
        stretch.labels.push_back(orphan ? Label::Begin : labels[i]);
      }
    }
    begin = end;
  }
}

}  // namespace dateline::bench
