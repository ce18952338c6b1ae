#pragma once

#include <string_view>

/// Tables of claims/data that are compiled in (see cmake/DatelineEmbedTable.cmake).
namespace dateline::claims::detail {

[[nodiscard]] std::string_view time_words_table();
[[nodiscard]] std::string_view quantity_nouns_table();
[[nodiscard]] std::string_view number_words_table();
[[nodiscard]] std::string_view quantity_qualifiers_table();

}  // namespace dateline::claims::detail
