#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::claims::detail {

/// Lets a table of strings be asked with a string_view without making a string. Only looked up, never iterated:
/// the order of a hash table must not reach an output.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const noexcept { return std::hash<std::string_view>{}(word); }
};

template <typename Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

}  // namespace dateline::claims::detail
