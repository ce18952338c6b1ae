#pragma once

#include <optional>
#include <vector>

#include "render/page_geometry.hpp"

/// Where the parts of the page go: boxes only.
namespace dateline::render {

struct LayoutRequest {
  double width = 1600, height = 1000;
  double header_height = 80, footer_height = 40;
  std::vector<double> panel_aspects;   ///< width / height of each panel's extent, main panel first
  bool locator = true;
  std::size_t key_entries = 0;
  double key_entry_width = 190;        ///< the widest entry
  double key_entry_height = 19;
  bool notes = true;
  int notes_columns = 1;               ///< of a landscape page, 1 or 2; 0: only the room beneath the key, with notes_in_strip
  double notes_height = 0;             ///< all notes in one column of notes_column_width: portrait pages make room for them
  double brief_notes_height = 0;       ///< the same in their briefest form, for pages with no room for more
  bool notes_in_strip = false;         ///< notes begin in the room that is left beneath the key
};

struct PageLayout {
  double height = 0;                   ///< of the page; more than asked for only on narrow pages
  double margin = 24;
  PageBox header, footer;
  std::vector<PageBox> panels;         ///< frames; a caption of caption_height lies below each
  std::optional<PageBox> locator;
  PageBox key;
  std::vector<PageBox> notes;          ///< columns, in reading order
};

inline constexpr double caption_height = 17;
/// Space between neighbours.
inline constexpr double gutter = 16;
inline constexpr double key_title_height = 20;

/// Pages narrower than this (px; telephones) have everything below one another and are as tall as they need.
inline constexpr double narrow_page = 600;

/// What notes_height is measured at.
inline constexpr double notes_column_width = 400;

/// Landscape pages carry the notes at the right, portrait ones below. Secondary panels, the locator and the key stand in a
/// strip beside or below the main panel, whichever leaves the main panel the larger scale.
[[nodiscard]] PageLayout lay_out(const LayoutRequest& request);

/// `area` cut into `count` frames of one size for maps of this aspect, row by row, each with room for its caption.
[[nodiscard]] std::vector<PageBox> panel_grid(const PageBox& area, std::size_t count, double aspect);

/// `area` in columns of a width that reads well.
[[nodiscard]] std::vector<PageBox> text_columns(const PageBox& area);

}  // namespace dateline::render
