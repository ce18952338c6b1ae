#pragma once

#include <span>

#include "gazetteer/detail/document.hpp"
#include "gazetteer/detail/matches.hpp"
#include "gazetteer/detail/tagger.hpp"

namespace dateline::gazetteer::detail {

/// One sense a text: a name of the store that the tagger took at most of its occurrences is taken at the others too,
/// unless the rules forbid it. A headline or a list shows less of a name than the sentence that introduces it.
void make_consistent(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels);

/// "X and Y", "in X, Y and Z": a name of the store beside a town or region that was taken is taken too.
void extend_lists(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels);

/// A name of the store is whole or not there: where the tagger took only some words of "Mazar-i-Sharif", it gets the others.
void complete_names(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels);

}  // namespace dateline::gazetteer::detail
