#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline::claims::detail {

inline bool in(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// "KP" -> "kp".
inline std::string lower_country(const std::string& code) {
  std::string lower = code;
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return lower;
}

/// The id of a source of a country: "defence-ministry-kp".
inline std::string with_country(std::string id, const std::string& country) { return country.empty() ? id : id + "-" + lower_country(country); }

inline constexpr std::size_t longest_source_name = 6;   ///< words of an alias or institution

}  // namespace dateline::claims::detail
