#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text on terminals. Stories come from strangers, and terminals obey what is written to them.
namespace dateline::pipeline {

/// The text without the characters that steer a terminal or turn the direction of writing: they become spaces; line breaks stay.
[[nodiscard]] std::string safe_for_terminal(std::string_view text);

/// How many columns a terminal needs for the text: none for combining marks, two for East Asian wide characters.
[[nodiscard]] std::size_t columns_of(std::string_view text) noexcept;

/// The text cut to `columns`, with an ellipsis if something was left out.
[[nodiscard]] std::string cut_to_columns(std::string_view text, std::size_t columns);

/// Each line broken between words so that it fits into `columns`; what follows a break is indented by `indent`. 0 columns: as it is.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t columns, std::size_t indent);

}  // namespace dateline::pipeline
