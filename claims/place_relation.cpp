#include "claims/place_relation.hpp"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace dateline::claims {

namespace {

constexpr std::size_t longest_relation = 80;   // bytes: "approximately 1,200 nautical miles north-northwest of the "

struct Unit {
  std::string_view name;
  double metres;
};
constexpr std::array units{Unit{"km", 1000}, Unit{"kms", 1000}, Unit{"kilometres", 1000}, Unit{"kilometers", 1000}, Unit{"kilometre", 1000}, Unit{"kilometer", 1000},
                           Unit{"miles", 1609.344}, Unit{"mile", 1609.344}, Unit{"mi", 1609.344}};
constexpr double nautical_mile = 1852;

constexpr std::array<std::pair<std::string_view, double>, 8> winds{{{"north", 0}, {"northeast", 45}, {"east", 90}, {"southeast", 135}, {"south", 180},
                                                                    {"southwest", 225}, {"west", 270}, {"northwest", 315}}};
constexpr std::array<std::string_view, 10> hedges{"about", "some", "around", "roughly", "nearly", "almost", "approximately", "over", "under", "just"};

struct Word {
  std::string lower;       ///< without hyphens, so that "north-east" is "northeast"
  std::size_t begin = 0;   ///< byte
  std::size_t end = 0;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space) {
      inside = false;
      continue;
    }
    if (!inside) words.push_back({{}, i, i});
    inside = true;
    words.back().end = i + 1;
    if (c != '-') words.back().lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return words;
}

std::optional<double> wind(const std::string& word) {
  for (const auto& [name, degrees] : winds) {
    if (word == name) return degrees;
  }
  return std::nullopt;
}

/// "1,500", "12.5"; nothing for what is no plain number.
std::optional<double> number(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',') digits += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || !(value > 0)) return std::nullopt;
  return value;
}

std::optional<double> unit_metres(std::string_view word) {
  for (const Unit& unit : units) {
    if (word == unit.name) return unit.metres;
  }
  return std::nullopt;
}

struct Distance {
  double metres = 0;
  std::size_t first = 0;   ///< index of its first word
};

/// The distance whose last word is words[last]: "90 km", "90km", "12 nautical miles".
std::optional<Distance> distance_before(const std::vector<Word>& words, std::size_t last) {
  const std::string& word = words[last].lower;
  const std::size_t letters = word.find_first_not_of("0123456789.,");
  if (letters != 0 && letters != std::string::npos) {
    const auto metres = unit_metres(std::string_view(word).substr(letters));
    const auto value = number(std::string_view(word).substr(0, letters));
    return metres && value ? std::optional(Distance{*value * *metres, last}) : std::nullopt;
  }
  auto metres = unit_metres(word);
  if (!metres || last == 0) return std::nullopt;
  std::size_t first = last - 1;
  if (words[first].lower == "nautical" && first > 0) metres = nautical_mile, --first;
  const auto value = number(words[first].lower);
  return value ? std::optional(Distance{*value * *metres, first}) : std::nullopt;
}

bool is_hedge(const std::string& word) {
  for (const std::string_view hedge : hedges) {
    if (word == hedge) return true;
  }
  return false;
}

}  // namespace

std::optional<PlaceRelation> relation_at_end(std::string_view text) {
  if (text.size() > longest_relation) text.remove_prefix(text.size() - longest_relation);
  std::vector<Word> words = words_of(text);
  if (!words.empty() && words.back().lower == "the") words.pop_back();
  if (words.size() < 2 || (words.back().lower != "of" && words.back().lower != "from")) return std::nullopt;
  const std::size_t direction = words.size() - 2;
  const auto bearing = wind(words[direction].lower);
  if (!bearing) return std::nullopt;
  PlaceRelation relation{{}, Degrees(*bearing), std::nullopt};
  std::size_t first = direction;
  if (direction > 0) {
    std::size_t last = direction - 1;
    for (const char* filler : {"the", "to"}) {   // "90 km to the north of"
      if (words[last].lower == filler && last > 0) --last;
    }
    if (const auto distance = distance_before(words, last)) {
      relation.distance = Meters(distance->metres);
      first = distance->first;
      while (first > 0 && is_hedge(words[first - 1].lower)) --first;
    }
  }
  relation.words = std::string(text.substr(words[first].begin, words.back().end - words[first].begin));
  return relation;
}

std::optional<PlaceRelation> relation_of(const EventView& view, std::string_view place_id) {
  for (const Claim* claim : view.claims) {
    for (const auto* list : {&claim->at, &claim->destination, &claim->origin}) {
      for (const PlaceRef& ref : *list) {
        if (ref.place == place_id) return relation_at_end(ref.qualifier);
      }
    }
  }
  return std::nullopt;
}

}  // namespace dateline::claims
