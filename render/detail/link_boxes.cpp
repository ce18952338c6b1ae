#include "render/detail/link_boxes.hpp"

#include <cmath>
#include <numbers>

#include "render/detail/display_geometry.hpp"

namespace dateline::render::detail {

namespace {

PageBox text_box(const TextItem& item, const PangoEngine& engine) {
  const PangoLayoutHandle layout = engine.make_layout(item.text, item.style);
  const double scale = engine.scale_of(item.style);
  PangoRectangle logical{};
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), nullptr, &logical);
  const double width = scale * static_cast<double>(logical.width) / PANGO_SCALE;
  const double top = scale * static_cast<double>(logical.y) / PANGO_SCALE, bottom = top + scale * static_cast<double>(logical.height) / PANGO_SCALE;
  const double left = item.anchor == TextAnchor::Start ? 0 : item.anchor == TextAnchor::Middle ? -width / 2 : -width;
  const double angle = item.rotation_degrees * std::numbers::pi / 180;
  Path corners;
  for (const PagePoint p : {PagePoint{left, top}, {left + width, top}, {left + width, bottom}, {left, bottom}}) {
    corners.emplace_back(LineTo{{item.at.x + p.x * std::cos(angle) - p.y * std::sin(angle),
                                 item.at.y + p.x * std::sin(angle) + p.y * std::cos(angle)}});
  }
  return bounds(corners).value_or(PageBox{});
}

}  // namespace

std::vector<PageBox> link_boxes(const DisplayList& items, std::size_t index, const PangoEngine& engine) {
  std::vector<PageBox> boxes, line_boxes;
  int depth = 0;
  for (std::size_t i = index; i < items.size(); ++i) {
    if (std::holds_alternative<BeginGroup>(items[i])) ++depth;
    if (std::holds_alternative<EndGroup>(items[i]) && --depth == 0) break;
    if (const auto* text = std::get_if<TextItem>(&items[i]); text != nullptr && is_drawable(text->at)) {
      boxes.push_back(text_box(*text, engine));
    } else if (const auto* path = std::get_if<PathItem>(&items[i]); path != nullptr && is_drawable(path->path)) {
      const auto box = bounds(path->path);
      if (box) (path->fill ? boxes : line_boxes).push_back(*box);
    }
  }
  return boxes.empty() ? line_boxes : boxes;
}

}  // namespace dateline::render::detail
