#include "render/page_layout.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

// Pixels per unit of the extent's height that a box offers to an extent of this aspect.
double scale_in(const PageBox& box, double aspect) { return std::min(box.width() / aspect, box.height()); }

constexpr double least_panel_height = 120;   // px: lower ones cannot carry a label and a scale bar

struct MapArea {
  std::vector<PageBox> panels;
  std::optional<PageBox> locator;
  PageBox key;
};

double key_height(const LayoutRequest& r, double width) {
  if (r.key_entries == 0) return 0;
  const double columns = std::max(1.0, std::floor(width / r.key_entry_width));
  return key_title_height + std::ceil(static_cast<double>(r.key_entries) / columns) * r.key_entry_height;
}

// A column right of the main panel: further panels, then the locator, then the key at its foot.
MapArea with_side_strip(const LayoutRequest& r, const PageBox& area) {
  MapArea result;
  const std::size_t further = r.panel_aspects.size() - 1;
  const double widest = r.notes && r.notes_columns == 0 ? notes_column_width : 340;   // px
  const double width = std::clamp(area.width() * (further > 0 ? 0.33 : 0.28), std::max(170.0, std::min(r.key_entry_width, 250.0)), widest);
  const PageBox strip{area.right - width, area.top, area.right, area.bottom};
  result.panels.push_back({area.left, area.top, strip.left - gutter, area.bottom - caption_height});
  const double keys = key_height(r, width);
  result.key = {strip.left, strip.bottom - keys, strip.right, strip.bottom};
  if (further == 0 && !r.locator) result.key = {strip.left, strip.top, strip.right, strip.top + keys};
  double room = strip.height() - keys - (keys > 0 ? gutter : 0);
  const double locator_height = r.locator ? std::min({width * (further > 0 ? 0.62 : 0.8), 240.0, room * (further > 0 ? 0.38 : 1.0)}) : 0;
  if (r.locator) {
    const double bottom = result.key.top - (keys > 0 ? gutter : 0);
    // Without further panels the locator stands on top, level with the main panel.
    result.locator = further > 0 ? PageBox{strip.left, bottom - locator_height, strip.right, bottom}
                                 : PageBox{strip.left, strip.top, strip.right, strip.top + locator_height};
    if (further == 0) result.key = {strip.left, result.locator->bottom + gutter, strip.right, result.locator->bottom + gutter + keys};
    room -= locator_height + gutter;
  }
  double top = strip.top;
  for (std::size_t i = 0; i < further; ++i) {
    const double share = (room - gutter * static_cast<double>(further - 1)) / static_cast<double>(further);
    // As tall as the strip allows: the surroundings say where a far panel lies.
    const double height = std::clamp(width * 1.5, 90.0, std::max(share - caption_height, 90.0));
    result.panels.push_back({strip.left, top, strip.right, top + height});
    top += height + caption_height + gutter;
  }
  return result;
}

// A row below the main panel.
MapArea with_bottom_strip(const LayoutRequest& r, const PageBox& area) {
  MapArea result;
  const std::size_t further = r.panel_aspects.size() - 1;
  const double most_key_columns = std::floor(std::max(area.width() * 0.6, r.key_entry_width) / r.key_entry_width);
  const bool key_alone = further == 0 && !r.locator;
  const double tallest_key = key_alone ? 3 * r.key_entry_height : 170;   // px, without its title
  const double key_columns = std::clamp(std::ceil(static_cast<double>(r.key_entries) * r.key_entry_height / tallest_key), 1.0, key_alone ? std::max(1.0, std::floor(area.width() / r.key_entry_width)) : most_key_columns);
  const double keys = key_height(r, key_columns * r.key_entry_width);
  const double least = further > 0 ? 190 : r.locator ? 130 : 0;
  const double height = key_alone ? keys : std::clamp(area.height() * (further > 0 ? 0.27 : 0.18), std::max(least, keys), std::max(250.0, keys));
  const PageBox strip{area.left, area.bottom - height, area.right, area.bottom};
  result.panels.push_back({area.left, area.top, area.right, strip.top - caption_height - gutter});
  double left = strip.left;
  const double key_width = r.key_entries > 0 ? key_columns * r.key_entry_width : 0;
  const double locator_width = r.locator ? std::min(height * 1.15, strip.width() * 0.28) : 0;
  const double room = strip.width() - key_width - locator_width - gutter * 2;
  for (std::size_t i = 0; i < further; ++i) {
    const double share = (room - gutter * static_cast<double>(further - 1)) / static_cast<double>(further);
    const double width = std::clamp((height - caption_height) * std::clamp(r.panel_aspects[i + 1], 1.6, 2.2), 110.0, std::max(share, 110.0));
    result.panels.push_back({left, strip.top, left + width, strip.bottom - caption_height});
    left += width + gutter;
  }
  if (r.locator) {
    result.locator = PageBox{left, strip.top, left + locator_width, strip.bottom};
    left += locator_width + gutter;
  }
  result.key = {left, strip.top, strip.right, strip.bottom};
  return result;
}

// The locator gives way where it would squeeze the further panels.
MapArea with_side_strip_if_room(LayoutRequest r, const PageBox& area) {
  constexpr double comfortable = 170;
  MapArea side = with_side_strip(r, area);
  for (std::size_t i = 1; r.locator && i < side.panels.size(); ++i) {
    if (side.panels[i].height() >= comfortable) continue;
    r.locator = false;
    return with_side_strip(r, area);
  }
  return side;
}

MapArea map_area(const LayoutRequest& r, const PageBox& area) {
  if (r.panel_aspects.size() == 1 && !r.locator && r.key_entries == 0) {
    return {{{area.left, area.top, area.right, area.bottom - caption_height}}, std::nullopt, {}};
  }
  MapArea side = with_side_strip_if_room(r, area), bottom = with_bottom_strip(r, area);
  // A strip beside a narrow page would leave no map, and one beside a low page no room for the further panels.
  if (area.width() < 620) return bottom;
  if (r.notes && r.notes_columns == 0) return side;   // the notes need its height
  if (r.notes && !r.notes_in_strip && r.panel_aspects.size() == 1 && !r.locator) return bottom;   // beside the map the key would stand alone
  for (std::size_t i = 1; i < side.panels.size(); ++i) {
    if (side.panels[i].height() < least_panel_height) return bottom;
  }
  return scale_in(side.panels.front(), r.panel_aspects.front()) >= scale_in(bottom.panels.front(), r.panel_aspects.front()) ? side : bottom;
}

std::vector<PageBox> columns(const PageBox& area, double ideal_width) {
  const int count = std::clamp(static_cast<int>(std::round(area.width() / ideal_width)), 1, 4);
  const double width = (area.width() - (count - 1) * gutter * 1.5) / count;
  std::vector<PageBox> result;
  for (int i = 0; i < count; ++i) {
    const double left = area.left + i * (width + gutter * 1.5);
    result.push_back({left, area.top, left + width, area.bottom});
  }
  return result;
}

// Everything below one another in the page's width: maps, key, notes. No locator: it would cost a screenful.
void stack(PageLayout& page, const LayoutRequest& r, const PageBox& inner) {
  double y = page.header.bottom + 10;
  for (std::size_t i = 0; i < r.panel_aspects.size(); ++i) {
    const double most = i == 0 ? 1.25 : 0.8, least = i == 0 ? 0.8 : 0.6;
    const double height = inner.width() * std::clamp(1 / r.panel_aspects[i], least, most);
    page.panels.push_back({inner.left, y, inner.right, y + height});
    y += height + caption_height + 10;
  }
  if (r.key_entries > 0) {
    page.key = {inner.left, y, inner.right, y + key_height(r, inner.width())};
    y = page.key.bottom + gutter;
  }
  if (r.notes) {
    page.notes = {{inner.left, y, inner.right, y + r.notes_height}};
    y += r.notes_height + gutter;
  }
  page.height = std::max(r.height, y + r.footer_height + page.margin);
  page.footer = {inner.left, page.height - page.margin - r.footer_height, inner.right, page.height - page.margin};
}

}  // namespace

std::vector<PageBox> panel_grid(const PageBox& area, std::size_t count, double aspect) {
  std::vector<PageBox> best;
  double largest = 0;
  const double height = area.height() + caption_height;   // the area's own caption is below it
  for (std::size_t columns = 1; columns <= count; ++columns) {
    const std::size_t rows = (count + columns - 1) / columns;
    const double wide = (area.width() - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double high = (height - gutter * static_cast<double>(rows - 1)) / static_cast<double>(rows) - caption_height;
    const double scale = std::min(wide / aspect, high);
    if (!best.empty() && scale <= largest) continue;
    largest = scale;
    best.clear();
    for (std::size_t i = 0; i < count; ++i) {
      const double left = area.left + static_cast<double>(i % columns) * (wide + gutter);
      const double top = area.top + static_cast<double>(i / columns) * (high + caption_height + gutter);
      best.push_back({left, top, left + wide, top + high});
    }
  }
  return best;
}

std::vector<PageBox> text_columns(const PageBox& area) { return columns(area, 440); }

PageLayout lay_out(const LayoutRequest& r) {
  PageLayout page;
  page.margin = std::clamp(std::min(r.width, r.height) * 0.026, 12.0, 28.0);
  const PageBox inner{page.margin, page.margin, r.width - page.margin, r.height - page.margin};
  page.header = {inner.left, inner.top, inner.right, inner.top + r.header_height};
  page.footer = {inner.left, inner.bottom - r.footer_height, inner.right, inner.bottom};
  page.height = r.height;
  if (r.width < narrow_page && !r.panel_aspects.empty()) {
    stack(page, r, inner);
    return page;
  }
  const PageBox body{inner.left, page.header.bottom + 12, inner.right, page.footer.top - 12};
  if (r.panel_aspects.empty()) {
    page.notes = text_columns(body);
    return page;
  }
  PageBox area = body;
  if (r.notes && r.width >= 1.12 * r.height && r.notes_columns == 0) {
    // Few notes: the room beneath the key holds them, below.
  } else if (r.notes && r.width >= 1.12 * r.height) {
    const double all = r.notes_columns > 1 ? std::clamp(r.width * 0.39, 480.0, 700.0) : std::clamp(r.width * 0.262, 250.0, 420.0);
    const PageBox beside{body.right - all, body.top, body.right, body.bottom};
    page.notes = r.notes_columns > 1 ? columns(beside, all / 2) : std::vector{beside};
    area.right = body.right - all - gutter * 1.5;
  } else if (r.notes) {
    const auto set = columns(body, notes_column_width);
    const double narrower = std::max(1.0, notes_column_width / set.front().width());
    const auto needed = [&](double height) { return height * narrower / static_cast<double>(set.size()) * 1.1 + gutter; };
    const double full = needed(r.notes_height), brief = needed(r.brief_notes_height);
    const double share = full <= 0.4 * body.height() ? full : std::min(std::max(brief, 0.3 * body.height()), 0.46 * body.height());
    area.bottom = body.bottom - std::max(share, 0.18 * body.height());
    page.notes = columns({body.left, area.bottom + gutter, body.right, body.bottom}, notes_column_width);
  }
  MapArea maps = map_area(r, area);
  page.panels = std::move(maps.panels);
  page.locator = maps.locator;
  if (r.key_entries > 0) page.key = maps.key;
  if (r.notes_in_strip && r.key_entries > 0 && r.width >= 1.12 * r.height) {
    const PageBox below{page.key.left, page.key.bottom + gutter * 1.5, page.key.right, area.bottom};
    // Less could not hold two notes, and a strip below the map has its key at the foot.
    if (below.height() > 200 && below.width() > 210) page.notes.insert(page.notes.begin(), below);
  }
  return page;
}

}  // namespace dateline::render
