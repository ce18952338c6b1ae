#pragma once

#include <string>
#include <vector>

#include "claims/citation_words.hpp"
#include "claims/event_view.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// The words behind one badge: status line, best quote with speaker, outlet and date, and who disagrees.
[[nodiscard]] render::Note make_note(const claims::EventView& view, const claims::LedgerIndex& index, const std::string& heading,
                                     std::size_t quote_words);

/// "A  Example Wire, 18 Oct 2024 — Title": one line a story, in the order of the ledger.
[[nodiscard]] std::vector<std::string> source_list(const claims::LedgerIndex& index);

using claims::outlet_name;
using claims::response_lines;
using claims::speaker_of;

}  // namespace dateline::pipeline::detail
