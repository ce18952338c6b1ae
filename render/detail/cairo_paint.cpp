#include "render/detail/cairo_paint.hpp"

#include <cmath>
#include <numbers>

#include "render/detail/display_geometry.hpp"
#include "render/detail/image_pixels.hpp"

namespace dateline::render::detail {

namespace {

void set_color(cairo_t* context, const styles::Color& color) {
  cairo_set_source_rgba(context, color.r, color.g, color.b, color.a);
}

void trace(cairo_t* context, const Path& path) {
  cairo_new_path(context);
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      cairo_move_to(context, move->to.x, move->to.y);
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      cairo_line_to(context, line->to.x, line->to.y);
    } else if (const auto* curve = std::get_if<CurveTo>(&segment)) {
      cairo_curve_to(context, curve->control1.x, curve->control1.y, curve->control2.x, curve->control2.y, curve->to.x,
                     curve->to.y);
    } else {
      cairo_close_path(context);
    }
  }
}

cairo_fill_rule_t to_cairo(FillRule rule) {
  return rule == FillRule::EvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
}
cairo_line_cap_t to_cairo(Stroke::Cap cap) {
  return cap == Stroke::Cap::Butt ? CAIRO_LINE_CAP_BUTT : cap == Stroke::Cap::Round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE;
}
cairo_line_join_t to_cairo(Stroke::Join join) {
  return join == Stroke::Join::Miter ? CAIRO_LINE_JOIN_MITER : join == Stroke::Join::Round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL;
}

void set_stroke(cairo_t* context, const Stroke& stroke) {
  set_color(context, stroke.color);
  cairo_set_line_width(context, stroke.width);
  cairo_set_line_cap(context, to_cairo(stroke.cap));
  cairo_set_line_join(context, to_cairo(stroke.join));
  cairo_set_miter_limit(context, 4);  // SVG's default
  cairo_set_dash(context, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
}

class Painter {
 public:
  Painter(cairo_t* context, const PangoEngine& engine, GroupObserver* observer)
      : context_(context), engine_(engine), observer_(observer),
        is_image_(cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_IMAGE) {}

  void paint(const DisplayList& items) {
    for (index_ = 0; index_ < items.size(); ++index_) {
      std::visit([this](const auto& item) { paint_item(item); }, items[index_]);
    }
    while (!clips_.empty()) paint_item(PopClip{});
    while (groups_ > 0) paint_item(EndGroup{});
  }

 private:
  void paint_item(const ImageItem& image) {
    if (!is_drawable(image)) return;
    // The surface owns its pixels: a PDF keeps it until the page is shown.
    const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
    cairo_surface_flush(surface.get());
    write_premultiplied(image, cairo_image_surface_get_data(surface.get()), cairo_image_surface_get_stride(surface.get()));
    cairo_surface_mark_dirty(surface.get());
    const SavedState saved(context_);
    cairo_translate(context_, image.box.left, image.box.top);
    cairo_scale(context_, image.box.width() / image.width, image.box.height() / image.height);
    cairo_set_source_surface(context_, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(context_), CAIRO_FILTER_BILINEAR);
    cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);   // no pale rim where the edge is interpolated
    cairo_rectangle(context_, 0, 0, image.width, image.height);
    cairo_fill(context_);
  }

  void paint_item(const PathItem& item) {
    if (!is_drawable(item.path)) return;
    trace(context_, item.path);
    if (item.fill) {
      set_color(context_, *item.fill);
      cairo_set_fill_rule(context_, to_cairo(item.fill_rule));
      cairo_fill_preserve(context_);
    }
    if (item.hatch) {
      paint_hatch(item);
      trace(context_, item.path);
    }
    if (item.stroke && has_width(item.stroke->width)) {
      set_stroke(context_, *item.stroke);
      cairo_stroke(context_);
    }
    cairo_new_path(context_);
  }

  void paint_hatch(const PathItem& item) {
    cairo_new_path(context_);
    for (const auto& [from, to] : hatch_segments(item.path, item.fill_rule, *item.hatch)) {
      cairo_move_to(context_, from.x, from.y);
      cairo_line_to(context_, to.x, to.y);
    }
    set_stroke(context_, Stroke{item.hatch->color, item.hatch->width, {}, Stroke::Cap::Butt, Stroke::Join::Miter});
    cairo_stroke(context_);
  }

  void paint_item(const TextItem& item) {
    if (!is_drawable(item.at) || !has_width(item.style.size)) return;
    const PangoLayoutHandle layout = engine_.make_layout(item.text, item.style);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
    PangoRectangle logical{};
    pango_layout_line_get_extents(line, nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE, scale = engine_.scale_of(item.style);
    const double shift = item.anchor == TextAnchor::Start ? 0 : item.anchor == TextAnchor::Middle ? width / 2 : width;

    const SavedState saved(context_);
    cairo_translate(context_, item.at.x, item.at.y);
    if (item.rotation_degrees != 0) cairo_rotate(context_, item.rotation_degrees * std::numbers::pi / 180);
    cairo_scale(context_, scale, scale);
    cairo_new_path(context_);
    cairo_move_to(context_, -shift, 0);
    // Cairo 1.16 sets glyphs of a picture on whole pixels, which makes small type uneven: there, letters are painted as
    // outlines. A PDF must keep them as text.
    const bool haloed = item.style.halo && has_width(item.style.halo_width);
    if (is_image_ || haloed) pango_cairo_layout_line_path(context_, line);
    if (haloed) {
      set_stroke(context_, Stroke{*item.style.halo, 2 * item.style.halo_width / scale, {}, Stroke::Cap::Round, Stroke::Join::Round});
      cairo_stroke_preserve(context_);
    }
    set_color(context_, item.style.color);
    if (is_image_) {
      cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
      cairo_fill(context_);
    } else {
      cairo_new_path(context_);
      cairo_move_to(context_, -shift, 0);
      pango_cairo_show_layout_line(context_, line);
    }
    cairo_new_path(context_);
  }

  void paint_item(const BeginGroup& group) {
    ++groups_;
    if (observer_ != nullptr) observer_->begin_group(index_, group);
  }
  void paint_item(const EndGroup&) {
    if (groups_ == 0) return;
    --groups_;
    if (observer_ != nullptr) observer_->end_group();
  }
  void paint_item(const PushClip& clip) {
    cairo_save(context_);
    const bool drawable = is_drawable(clip.path);
    const bool grouped = drawable && is_image_ && !is_rectangle(clip.path);
    if (grouped) {
      set_clip(box_path(*bounds(clip.path)));
      cairo_push_group(context_);
    } else {
      set_clip(drawable ? clip.path : Path{});
    }
    clips_.push_back(grouped ? &clip.path : nullptr);
  }
  void paint_item(const PopClip&) {
    if (clips_.empty()) return;
    // For pixels, a round clip cuts the finished group: Cairo would intersect every shape inside with it, which for the
    // coasts of a globe takes longer than the rest of the page.
    if (const Path* outline = clips_.back(); outline != nullptr) {
      cairo_pop_group_to_source(context_);
      trace(context_, *outline);
      cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill(context_);
    }
    clips_.pop_back();
    cairo_restore(context_);
  }

  void set_clip(const Path& path) {
    trace(context_, path);
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
    // A map's frame is a rectangle. With soft edges between pixels Cairo would draw every item through a mask, at
    // three times the cost; whole pixels are enough there.
    cairo_set_antialias(context_, is_rectangle(path) ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
    cairo_clip(context_);
    cairo_set_antialias(context_, CAIRO_ANTIALIAS_DEFAULT);
  }
  // A pixel more on each side: the soft edge of the outline itself needs it.
  static Path box_path(const PageBox& box) {
    const PageBox b = box.grown(1);
    return {MoveTo{{b.left, b.top}}, LineTo{{b.right, b.top}}, LineTo{{b.right, b.bottom}}, LineTo{{b.left, b.bottom}}, ClosePath{}};
  }

  static bool has_width(double width) { return std::isfinite(width) && width > 0; }

  cairo_t* context_;
  const PangoEngine& engine_;
  GroupObserver* observer_;
  std::size_t index_ = 0;
  bool is_image_;
  std::vector<const Path*> clips_;  // outlines of grouped clips, null for others
  int groups_ = 0;
};

}  // namespace

void paint(cairo_t* context, const PangoEngine& engine, const DisplayList& items, GroupObserver* observer) {
  Painter(context, engine, observer).paint(items);
}

}  // namespace dateline::render::detail
