#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dateline::claims::detail {

/// Lets a table of strings be asked with a string_view without making a string. Only looked up, never iterated:
/// the order of a hash table must not reach an output.
struct WordHash {
  using is_transparent = void;
  /// Eight bytes at a time, inline: words are short, and a call for each costs more than the mixing.
  std::size_t operator()(std::string_view word) const noexcept {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // 2^64 divided by the golden ratio
    std::uint64_t hash = word.size() * odd;
    while (!word.empty()) {
      std::uint64_t part = 0;
      const auto bytes = word.size() < sizeof part ? word.size() : sizeof part;
      std::memcpy(&part, word.data(), bytes);
      hash = (hash ^ part) * odd;
      hash ^= hash >> 29U;
      word.remove_prefix(bytes);
    }
    return static_cast<std::size_t>(hash);
  }
};

/// A table of words that is asked far more often for words which it does not hold. It is kept sparse: every member of a chain that is walked in
/// vain costs a comparison and a hash.
template <typename Value>
class WordMap : public std::unordered_map<std::string, Value, WordHash, std::equal_to<>> {
 public:
  WordMap() { this->max_load_factor(0.3F); }
  WordMap(std::initializer_list<std::pair<const std::string, Value>> rows) : WordMap() { this->insert(rows); }
};

/// Says for most words at once that a table does not hold them: by first byte and length. Most words of a story are in none.
class WordFilter {
 public:
  void add(std::string_view word) noexcept {
    if (!word.empty()) lengths_[static_cast<unsigned char>(word.front())] |= bit(word);
  }
  [[nodiscard]] bool may_hold(std::string_view word) const noexcept {
    return !word.empty() && (lengths_[static_cast<unsigned char>(word.front())] & bit(word)) != 0;
  }

 private:
  [[nodiscard]] static std::uint32_t bit(std::string_view word) noexcept { return 1U << (word.size() < 31 ? word.size() : 31U); }
  std::array<std::uint32_t, 256> lengths_{};
};

}  // namespace dateline::claims::detail
