#pragma once

#include <cstddef>
#include <optional>

#include "render/detail/cairo_handles.hpp"
#include "render/display_list.hpp"

namespace dateline::render::detail {

/// Told where groups begin and end while a list is painted (the PDF writer sets its links there).
class GroupObserver {
 public:
  virtual ~GroupObserver() = default;
  /// `index` is the item's place in the list.
  virtual void begin_group(std::size_t index, const BeginGroup& group) = 0;
  virtual void end_group() = 0;
};

/// How text comes to a page: as text with fonts, or as outlines.
class Lettering {
 public:
  virtual ~Lettering() = default;
  /// `index` is the item's place in the list. The context's matrix is the page's.
  virtual void paint(cairo_t* context, const TextItem& item, std::size_t index) const = 0;
};

/// What of the page is painted: items outside are left out early.
struct PaintOptions {
  double top = -1e9, bottom = 1e9;      ///< page units
  GroupObserver* observer = nullptr;
};

/// Paints the items in order with the context's present matrix: one unit is a CSS pixel. Leaves the context's state
/// as it was, also when clips are not balanced. Does not check the status; the caller does, once.
void paint(cairo_t* context, const Lettering& lettering, const DisplayList& items, const PaintOptions& options = {});

/// Traces the path and fills or strokes it; the path is gone afterwards.
void fill(cairo_t* context, const Path& path, const styles::Color& color, FillRule rule);
void stroke(cairo_t* context, const Path& path, const Stroke& stroke);
/// The pen that a halo of the style is drawn with, below its letters.
[[nodiscard]] std::optional<Stroke> halo_stroke(const TextStyle& style);

}  // namespace dateline::render::detail
