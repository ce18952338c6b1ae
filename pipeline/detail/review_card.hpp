#pragma once

#include "claims/event_view.hpp"

#include <cstddef>
#include <string>
#include <string_view>


namespace dateline::pipeline::detail {

struct CardNumber {
  std::size_t number = 0, of = 0;
};

/// One claim for a plain terminal. `story` is the text of its story, empty if it is not there; `note` says why.
[[nodiscard]] std::string review_card(const claims::LedgerIndex& index, const claims::Claim& claim, CardNumber number, std::string_view story, const std::string& note);

}  // namespace dateline::pipeline::detail
