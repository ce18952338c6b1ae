#include "render/detail/cairo_paint.hpp"

#include <cmath>

#include "render/detail/display_geometry.hpp"
#include "render/detail/image_pixels.hpp"

namespace dateline::render::detail {

namespace {

constexpr double miter_limit = 4;  // SVG's default

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
  cairo_set_miter_limit(context, miter_limit);
  cairo_set_dash(context, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
}

bool has_width(double width) { return std::isfinite(width) && width > 0; }

class Painter {
 public:
  Painter(cairo_t* context, const Lettering& lettering, const PaintOptions& options)
      : context_(context), lettering_(lettering), options_(options),
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
    if (!is_drawable(item.path) || !is_visible(item)) return;
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
    // Letters reach little beyond their line's box, whichever way it is turned.
    const double reach = 2 * item.style.size + (item.rotation_degrees != 0 ? item.width : 0);
    if (!meets(item.at.y - reach, item.at.y + reach)) return;
    lettering_.paint(context_, item, index_);
    cairo_new_path(context_);
  }

  void paint_item(const BeginGroup& group) {
    ++groups_;
    if (options_.observer != nullptr) options_.observer->begin_group(index_, group);
  }
  void paint_item(const EndGroup&) {
    if (groups_ == 0) return;
    --groups_;
    if (options_.observer != nullptr) options_.observer->end_group();
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

  bool meets(double top, double bottom) const { return bottom >= options_.top && top <= options_.bottom; }
  bool is_visible(const PathItem& item) const {
    const auto box = bounds(item.path);
    const double reach = item.stroke ? miter_limit * item.stroke->width : 1;
    return box && meets(box->top - reach, box->bottom + reach);
  }

  cairo_t* context_;
  const Lettering& lettering_;
  const PaintOptions& options_;
  std::size_t index_ = 0;
  bool is_image_;
  std::vector<const Path*> clips_;  // outlines of grouped clips, null for others
  int groups_ = 0;
};

}  // namespace

void paint(cairo_t* context, const Lettering& lettering, const DisplayList& items, const PaintOptions& options) {
  Painter(context, lettering, options).paint(items);
}

void fill(cairo_t* context, const Path& path, const styles::Color& color, FillRule rule) {
  trace(context, path);
  set_color(context, color);
  cairo_set_fill_rule(context, to_cairo(rule));
  cairo_fill(context);
}

void stroke(cairo_t* context, const Path& path, const Stroke& stroke) {
  trace(context, path);
  set_stroke(context, stroke);
  cairo_stroke(context);
}

std::optional<Stroke> halo_stroke(const TextStyle& style) {
  if (!style.halo || !has_width(style.halo_width)) return std::nullopt;
  return Stroke{*style.halo, 2 * style.halo_width, {}, Stroke::Cap::Round, Stroke::Join::Round};
}

}  // namespace dateline::render::detail
