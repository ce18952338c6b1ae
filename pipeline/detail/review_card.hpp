#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claims/ledger.hpp"

namespace dateline::pipeline::detail {

struct CardNumber {
  std::size_t number = 0, of = 0;
};

/// One claim for a plain terminal. `story` is the text of its story, empty if it is not there; `note` says why.
[[nodiscard]] std::string review_card(const claims::Ledger& ledger, const claims::Claim& claim, CardNumber number, std::string_view story, const std::string& note);

/// Text of strangers without the characters that steer a terminal: controls become spaces, but for line breaks.
[[nodiscard]] std::string safe_for_terminal(std::string_view text);

}  // namespace dateline::pipeline::detail
