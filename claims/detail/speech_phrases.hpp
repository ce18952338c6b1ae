#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "claims/detail/speech_tables.hpp"
#include "claims/detail/token_window.hpp"

namespace dateline::claims::detail {

/// The words that name who speaks: tokens [begin, end), and each source in a list ("Russia and North Korea") apart.
struct SourcePhrase {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  [[nodiscard]] bool empty() const noexcept { return end <= begin; }
};

/// The noun phrase in front of the verb at `cue`: back over adverbs, auxiliaries, dates and an apposition between commas.
[[nodiscard]] SourcePhrase phrase_before(const SpeechTables& tables, const TokenWindow& tokens, std::size_t cue);
/// The noun phrase that starts at `i`: behind "according to" and in "said X".
[[nodiscard]] SourcePhrase phrase_after(const SpeechTables& tables, const TokenWindow& tokens, std::size_t i);

/// "has", "also", "repeatedly": words between a subject and its verb.
[[nodiscard]] bool is_before_verb(const SpeechTables& tables, std::string_view word);
[[nodiscard]] bool is_quote_mark(const TokenWindow& tokens, std::size_t i);

}  // namespace dateline::claims::detail
