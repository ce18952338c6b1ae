#include "claims/detail/did_you_mean.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::claims::detail {

namespace {

/// Levenshtein distance.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string suggest(std::string_view given, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongestWord = 40;  // longer ones are no slips of the hand, and cost time
  const std::string_view* best = nullptr;
  std::size_t best_edits = std::max<std::size_t>(1, given.size() / 3) + 1;
  for (const std::string_view& word : known) {
    const std::size_t edits = given.size() > kLongestWord ? best_edits : edits_between(given, word);
    if (edits < best_edits) {
      best = &word;
      best_edits = edits;
    }
  }
  if (best != nullptr) return "did you mean \"" + std::string(*best) + "\"?";
  std::string all = "known are ";
  for (std::size_t i = 0; i < known.size(); ++i) all += (i == 0 ? "" : ", ") + std::string(known[i]);
  return all;
}

}  // namespace dateline::claims::detail
