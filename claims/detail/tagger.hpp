#pragma once

#include <vector>

#include "claims/detail/masked_text.hpp"

namespace dateline::claims::detail {

/// Decides what each word is from the lexicon and its neighbours: "plans" the verb and "plans" the noun, "that" in its four
/// roles, "to" before a verb, participles before a noun. One pass from left to right.
void tag(std::vector<Item>& items, const Lexicon& lexicon);

}  // namespace dateline::claims::detail
