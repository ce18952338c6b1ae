#pragma once

#include <memory>

#include <cairo.h>

/// Owners of Cairo objects, and scoped state. Cairo never returns null: an object in error swallows every call, so the
/// status is asked for once, at the end, by check_cairo().
namespace dateline::render::detail {

struct SurfaceDestroy {
  void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct ContextDestroy {
  void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};
struct FontOptionsDestroy {
  void operator()(cairo_font_options_t* options) const noexcept { cairo_font_options_destroy(options); }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, SurfaceDestroy>;
using ContextHandle = std::unique_ptr<cairo_t, ContextDestroy>;
using FontOptionsHandle = std::unique_ptr<cairo_font_options_t, FontOptionsDestroy>;

/// cairo_save() now, cairo_restore() at the end of the scope.
class SavedState {
 public:
  explicit SavedState(cairo_t* context) noexcept : context_(context) { cairo_save(context_); }
  ~SavedState() { cairo_restore(context_); }
  SavedState(const SavedState&) = delete;
  SavedState& operator=(const SavedState&) = delete;

 private:
  cairo_t* context_;
};

/// Throws RenderError with Cairo's own words if the context or surface is in error. `doing`: "drawing the PNG".
void check_cairo(cairo_t* context, const char* doing);
void check_cairo(cairo_surface_t* surface, const char* doing);

}  // namespace dateline::render::detail
