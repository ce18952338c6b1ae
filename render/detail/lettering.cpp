#include "render/detail/lettering.hpp"

#include <cmath>
#include <numbers>

#include "render/detail/display_geometry.hpp"

namespace dateline::render::detail {

namespace {

/// One line of text, laid out where its item stands: the context's matrix is the layout's while this lives.
class PlacedLine {
 public:
  PlacedLine(cairo_t* context, const PangoEngine& engine, const TextItem& item)
      : context_(context), saved_(context), scale_(engine.scale_of(item.style)), layout_(engine.make_layout(item.text, item.style)),
        line_(pango_layout_get_line_readonly(layout_.get(), 0)) {
    PangoRectangle logical{};
    pango_layout_line_get_extents(line_, nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE;
    start_ = item.anchor == TextAnchor::Start ? 0 : item.anchor == TextAnchor::Middle ? -width / 2 : -width;
    cairo_translate(context_, item.at.x, item.at.y);
    if (item.rotation_degrees != 0) cairo_rotate(context_, item.rotation_degrees * std::numbers::pi / 180);
    cairo_scale(context_, scale_, scale_);
  }

  /// The outlines become the context's path.
  void trace() const {
    move_to_start();
    pango_cairo_layout_line_path(context_, line_);
  }
  void show() const {
    move_to_start();
    pango_cairo_show_layout_line(context_, line_);
  }

 private:
  void move_to_start() const {
    cairo_new_path(context_);
    cairo_move_to(context_, start_, 0);
  }

  cairo_t* context_;
  SavedState saved_;
  double scale_, start_ = 0;
  PangoLayoutHandle layout_;
  PangoLayoutLine* line_;
};

struct PathDestroy {
  void operator()(cairo_path_t* path) const noexcept { cairo_path_destroy(path); }
};

/// The context's path in the units of its present matrix.
Path copy_path(cairo_t* context) {
  const std::unique_ptr<cairo_path_t, PathDestroy> copy(cairo_copy_path(context));
  Path path;
  for (int i = 0; i < copy->num_data; i += copy->data[i].header.length) {
    const cairo_path_data_t* data = &copy->data[i];
    const auto point = [&](int k) { return PagePoint{data[k].point.x, data[k].point.y}; };
    switch (data->header.type) {
      case CAIRO_PATH_MOVE_TO: path.emplace_back(MoveTo{point(1)}); break;
      case CAIRO_PATH_LINE_TO: path.emplace_back(LineTo{point(1)}); break;
      case CAIRO_PATH_CURVE_TO: path.emplace_back(CurveTo{point(1), point(2), point(3)}); break;
      case CAIRO_PATH_CLOSE_PATH: path.emplace_back(ClosePath{}); break;
    }
  }
  // Text ends where the next would start: a stray point that fills nothing.
  while (!path.empty() && std::holds_alternative<MoveTo>(path.back())) path.pop_back();
  return path;
}

bool shows_something(const TextItem& item) { return is_drawable(item.at) && std::isfinite(item.style.size) && item.style.size > 0; }

}  // namespace

void FontLettering::paint(cairo_t* context, const TextItem& item, std::size_t) const {
  if (const auto halo = halo_stroke(item.style)) {
    PlacedLine(context, engine_, item).trace();
    stroke(context, copy_path(context), *halo);
  }
  cairo_set_source_rgba(context, item.style.color.r, item.style.color.g, item.style.color.b, item.style.color.a);
  PlacedLine(context, engine_, item).show();
}

OutlineLettering::OutlineLettering(const PangoEngine& engine, const DisplayList& items, double scale) : outlines_(items.size()) {
  // Boundless: Cairo leaves out glyphs that lie beyond a surface.
  const SurfaceHandle surface(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr));
  const ContextHandle context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto* text = std::get_if<TextItem>(&items[i]);
    if (text == nullptr || !shows_something(*text)) continue;
    PlacedLine(context.get(), engine, *text).trace();
    outlines_[i] = copy_path(context.get());
  }
  check_cairo(context.get(), "setting the letters");
}

void OutlineLettering::paint(cairo_t* context, const TextItem& item, std::size_t index) const {
  const Path& path = letters(index);
  if (path.empty()) return;
  if (const auto halo = halo_stroke(item.style)) stroke(context, path, *halo);
  fill(context, path, item.style.color, FillRule::NonZero);
}

}  // namespace dateline::render::detail
