#include "render/layout_choice.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "render/notes_column.hpp"

namespace dateline::render {
namespace {

constexpr double least_width_for_two_columns = 1'300;   // px: on a narrower page the map would be the smaller part

// A few notes need no column of their own, which would stand there empty.
std::optional<PageLayout> beneath_key(const Scene& scene, const DrawOptions& options, LayoutRequest request, const Theme& base, const Typesetter& type) {
  request.notes_columns = 0;
  request.notes_in_strip = true;
  PageLayout layout = lay_out(request);
  const bool landscape = options.width >= 1.12 * options.height && options.width >= narrow_page;
  if (!landscape || layout.notes.empty() || layout.panels.empty()) return std::nullopt;
  const Theme theme = with_note_size(base, request.locator ? roomy_note_size : comfortable_note_size + 0.5);   // the larger map is worth half a size
  if (set_notes(scene, 0, layout.notes, NoteForm::Full, 0, theme, type).next < scene.notes.size()) return std::nullopt;
  return layout;
}

}  // namespace

PageLayout choose_layout(const Scene& scene, const DrawOptions& options, LayoutRequest request, const Theme& theme, const Typesetter& type) {
  std::vector<PageLayout> choices;
  if (const auto layout = beneath_key(scene, options, request, theme, type)) return *layout;
  const bool wide = options.width >= least_width_for_two_columns && options.overflow != DrawOptions::Overflow::Grow;
  for (const auto& [columns, in_strip] : {std::pair{1, false}, {1, true}, {2, false}, {2, true}}) {
    if (columns == 2 && !wide) continue;
    request.notes_columns = columns;
    request.notes_in_strip = in_strip;
    choices.push_back(lay_out(request));
  }
  for (const double size : {comfortable_note_size, least_note_size}) {
    for (const PageLayout& layout : choices) {
      if (set_notes(scene, 0, layout.notes, NoteForm::Brief, 0, with_note_size(theme, size), type).next == scene.notes.size()) return layout;
    }
  }
  std::vector<std::size_t> shown;
  for (const PageLayout& layout : choices) shown.push_back(set_notes(scene, 0, layout.notes, NoteForm::Brief, 0, with_note_size(theme, least_note_size), type).next);
  if (options.overflow != DrawOptions::Overflow::Truncate) return choices.front();   // what is cut goes on elsewhere
  // Unless another page holds far more of the notes, the map keeps its room.
  const auto most = std::ranges::max_element(shown);
  return static_cast<double>(*most) > 1.3 * static_cast<double>(shown.front()) ? choices[static_cast<std::size_t>(most - shown.begin())] : choices.front();
}

}  // namespace dateline::render
