#pragma once

#include <vector>

#include "render/symbols.hpp"

namespace dateline::render {

/// How much of each note is set. Fuller forms are tried first.
enum class NoteForm {
  Full,          ///< every quote
  FirstQuote,    ///< one quote a note
  Brief,         ///< one quote and its attribution in one paragraph of fine print
};

/// Notes set in columns.
struct NotesSetting {
  DisplayList items;
  std::vector<int> shown;          ///< numbers of the notes that are set, in order
  std::size_t next = 0;            ///< index of the first note that did not fit
  double bottom = 0;               ///< lowest edge of what was set
  NoteForm form = NoteForm::Full;
  double size = 0;                 ///< of running text, px; where fit_notes chose it
};

/// Sets notes from `first` on into `columns`, filling one after the other; a note is broken between columns only if it is taller
/// than one. `reserve` px stay free at the foot of the last column, for the "+ n more" line.
[[nodiscard]] NotesSetting set_notes(const Scene& scene, std::size_t first, const std::vector<PageBox>& columns, NoteForm form, double reserve,
                                     const Theme& theme, const Typesetter& type);
/// The theme with notes set at `body` px; headings and fine print go with it, never below 10 px.
[[nodiscard]] Theme with_note_size(const Theme& theme, double body);
/// Sizes of running text in notes, px: the smallest that a screen shows well, two for pages with more room, and one beyond which they would out-shout the map.
inline constexpr double least_note_size = 10, comfortable_note_size = 11, roomy_note_size = 12, most_note_size = 12.5;
/// The fullest form and the largest type in which all notes fit; else the briefest and smallest.
[[nodiscard]] NotesSetting fit_notes(const Scene& scene, const std::vector<PageBox>& columns, const Theme& theme, const Typesetter& type);
/// Height that all notes need in one column of this width.
[[nodiscard]] double notes_height(const Scene& scene, double width, NoteForm form, const Theme& theme, const Typesetter& type);

}  // namespace dateline::render
