#pragma once

#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "render/scene.hpp"

/// The words of an HTML map as markup; everything from outside is escaped.
namespace dateline::pipeline::detail {

/// What one note is made of.
struct HtmlNote {
  const render::Note& note;
  const claims::EventView& view;
  std::string anchor;            ///< id of its mark in the drawing; empty if it has none
};
/// `<li class="note" id="note-1" ...>`: badge, heading, quotes, who disagrees, and all wordings behind a summary.
[[nodiscard]] std::string html_note(const HtmlNote& note, const claims::LedgerIndex& index, std::size_t quote_words);

/// Check boxes and dates for what occurs among the notes; hidden until the script runs.
[[nodiscard]] std::string html_controls(const std::vector<HtmlNote>& notes);

/// `<ol>` of the stories with their letters, titles, dates and addresses.
[[nodiscard]] std::string html_sources(const claims::LedgerIndex& index);

}  // namespace dateline::pipeline::detail
