#include "base/suggest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dateline {

namespace {

constexpr std::size_t longest_word = 40;  // a longer one is no slip of the hand, and the distance costs its square

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

// Two letters that changed places are two edits.
std::size_t most_edits(std::string_view word) { return std::max<std::size_t>(2, word.size() / 3); }

std::vector<std::string_view> views_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string_view>& known) {
  if (word.size() > longest_word) return {};
  std::size_t best = most_edits(word) + 1;
  std::string_view nearest;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best && distance < candidate.size()) {
      best = distance;
      nearest = candidate;
    }
  }
  return std::string(nearest);
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) { return nearest_word(word, views_of(known)); }

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  if (const std::string near = nearest_word(word, known); !near.empty()) return "did you mean \"" + near + "\"?";
  std::string list;
  for (const std::string_view candidate : known) list.append(list.empty() ? "" : ", ").append(candidate);
  return "expected one of " + list;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) { return did_you_mean(word, views_of(known)); }

}  // namespace dateline
