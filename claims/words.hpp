#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/ledger.hpp"

/// How values of the ledger read in English: on the map, in notes, tables and alt text. One place, so that all agree.
namespace dateline::claims {

/// EDTF as people write it: "8–13 Oct 2024", "since Aug 2022", "18 Oct" for an unknown year. Text that is no EDTF comes back as it is.
[[nodiscard]] std::string format_edtf(std::string_view edtf);
/// 1500 -> "1,500"; 8000000 -> "8 million"; 1.28e6 -> "1.28 million".
[[nodiscard]] std::string format_number(double value);
/// "1,500", "about 1,500", "more than 8 million", "24–99" for dozens as "dozens".
[[nodiscard]] std::string format_quantity(const QuantityOf& quantity);
/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string join_and(const std::vector<std::string>& words);
[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view separator);
/// "1 outlet", "5 outlets".
[[nodiscard]] std::string count_of(std::size_t count, std::string_view singular, std::string_view plural);
/// The first `max_words` words, with an ellipsis if something was left out.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t max_words);
[[nodiscard]] std::string capitalised(std::string text);

/// "Reported", "Planned or expected", "Conditional", "Denied", "Earlier history".
[[nodiscard]] const char* status_words(ClaimStatus status) noexcept;
/// "movement", "withdrawal", "basing", ...: for tables and titles.
[[nodiscard]] const char* kind_words(ClaimKind kind) noexcept;
/// "denies", "cannot confirm", ...
[[nodiscard]] const char* stance_words(Stance stance) noexcept;

}  // namespace dateline::claims
