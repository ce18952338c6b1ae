#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::article::detail {

/// What may follow an abbreviation, which decides whether its dot can also end the sentence.
enum class Abbreviation : std::uint8_t {
  Title,         ///< "Gen.", "St.": a name follows; never the end of a sentence
  Month,         ///< "Oct.", "Tues.": the dot belongs to it; a number may follow
  BeforeNumber,  ///< "No.", "Mar.": words in their own right, so an abbreviation only before a number
  Clock,         ///< "a.m."
  General,       ///< "Inc.", "Calif.", "U.S.": may end a sentence
};

/// Looks up a word without its dot; case matters ("No" is listed, "NO" is not).
[[nodiscard]] std::optional<Abbreviation> find_abbreviation(std::string_view word) noexcept;

/// Words that begin sentences but not names: "The", "He", "However". Exact, as capitalised.
[[nodiscard]] bool starts_sentences(std::string_view word) noexcept;

/// Verbs of speech that follow a quotation: `"Why?" Kim asked`. Lower case.
[[nodiscard]] bool is_speech_verb(std::string_view word) noexcept;

}  // namespace dateline::article::detail
