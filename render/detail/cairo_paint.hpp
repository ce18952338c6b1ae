#pragma once

#include <cstddef>

#include "render/detail/cairo_handles.hpp"
#include "render/detail/pango_engine.hpp"
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

/// Paints the items in order with the context's present matrix: one unit is a CSS pixel. Leaves the context's state
/// as it was, also when clips are not balanced. Does not check the status; the caller does, once.
void paint(cairo_t* context, const PangoEngine& engine, const DisplayList& items, GroupObserver* observer = nullptr);

}  // namespace dateline::render::detail
