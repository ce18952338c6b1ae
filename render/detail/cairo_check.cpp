#include <string>

#include "base/error.hpp"
#include "render/detail/cairo_handles.hpp"

namespace dateline::render::detail {

namespace {

void check(cairo_status_t status, const char* doing) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw RenderError(std::string(doing) + " failed: " + cairo_status_to_string(status),
                    status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_INVALID_SIZE
                        ? "choose a smaller picture or a smaller scale"
                        : "");
}

}  // namespace

void check_cairo(cairo_t* context, const char* doing) { check(cairo_status(context), doing); }
void check_cairo(cairo_surface_t* surface, const char* doing) { check(cairo_surface_status(surface), doing); }

}  // namespace dateline::render::detail
