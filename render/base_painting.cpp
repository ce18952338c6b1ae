#include "render/base_painting.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

std::vector<PageRing> to_page(const geo::MapPolygon& polygon, const MapFrame& frame) {
  std::vector<PageRing> rings;
  for (const geo::MapLine& line : polygon.rings) {
    PageRing ring;
    ring.reserve(line.size());
    for (const geo::MapPoint p : line) ring.push_back(frame.to_page(p));
    if (ring.size() >= 3) rings.push_back(std::move(ring));
  }
  return rings;
}

void append(Path& path, const geo::MapLine& line, const MapFrame& frame) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == 0) path.emplace_back(MoveTo{frame.to_page(line[i])});
    else path.emplace_back(LineTo{frame.to_page(line[i])});
  }
}

const char* kind_name(geo::BorderKind kind) {
  switch (kind) {
    case geo::BorderKind::International: return "international";
    case geo::BorderKind::Disputed: return "disputed";
    case geo::BorderKind::FirstLevel: return "first-level";
  }
  return "";
}

Path& line_of(std::vector<BasePaths::Line>& lines, const std::string& kind) {
  const auto found = std::ranges::find(lines, kind, &BasePaths::Line::kind);
  if (found != lines.end()) return found->path;
  lines.push_back({kind, {}});
  return lines.back().path;
}

// Paths of a style layer: all of the source layer that its filter lets through.
Path select(const BasePaths& base, const styles::Layer& layer) {
  if (layer.source_layer == "land") return base.land_path;
  if (layer.source_layer == "lakes") return base.lakes_path;
  if (layer.source_layer == "coast") return base.coast_path;
  const bool borders = layer.source_layer == "borders";
  if (!borders && layer.source_layer != "rivers") return {};
  Path path;
  const auto wanted = layer.filter.find(borders ? "kind" : "rank");
  for (const BasePaths::Line& line : borders ? base.borders : base.rivers) {
    if (wanted != layer.filter.end() && std::ranges::find(wanted->second, line.kind) == wanted->second.end()) continue;
    path.insert(path.end(), line.path.begin(), line.path.end());
  }
  return path;
}

std::optional<styles::Color> color(const styles::Layer& layer, const char* name, const char* opacity, double zoom) {
  const auto found = layer.colors.find(name);
  if (found == layer.colors.end()) return std::nullopt;
  styles::Color c = found->second;
  if (const auto o = layer.numbers.find(opacity); o != layer.numbers.end()) c.a *= std::clamp(o->second.at(zoom), 0.0, 1.0);
  return c;
}

std::optional<PathItem> item_for(const BasePaths& base, const styles::Layer& layer, double zoom) {
  PathItem item;
  if (layer.type == styles::LayerType::Fill) {
    item.fill = color(layer, "fill-color", "fill-opacity", zoom);
    if (const auto outline = color(layer, "fill-outline-color", "fill-opacity", zoom)) item.stroke = Stroke{*outline, 1, {}, Stroke::Cap::Butt, Stroke::Join::Round};
  } else if (layer.type == styles::LayerType::Line) {
    const auto line_color = color(layer, "line-color", "line-opacity", zoom);
    if (!line_color) return std::nullopt;
    const auto width = layer.numbers.find("line-width");
    Stroke stroke{*line_color, width == layer.numbers.end() ? 1 : std::clamp(width->second.at(zoom), 0.0, 50.0), {}, Stroke::Cap::Butt, Stroke::Join::Round};
    for (const double dash : layer.line_dasharray) stroke.dashes.push_back(dash * stroke.width);
    if (const auto cap = layer.words.find("line-cap"); cap != layer.words.end() && cap->second == "round") stroke.cap = Stroke::Cap::Round;
    item.stroke = std::move(stroke);
  }
  if (!item.fill && !item.stroke) return std::nullopt;
  item.path = select(base, layer);
  if (item.path.empty()) return std::nullopt;
  return item;
}

}  // namespace

BasePaths read_base(const geo::BaseMap& base_map, const MapFrame& frame) {
  // A little more than the window, so that outlines do not run along the frame.
  auto window = frame.window();
  const double beyond = 6 * frame.metres_per_pixel();
  window = {{window.low.x - beyond, window.low.y - beyond}, {window.high.x + beyond, window.high.y + beyond}};
  const auto geometry = base_map.read(frame.projection(), {window, 0.3 * frame.metres_per_pixel(), frame.scale_denominator()});
  BasePaths base;
  for (const geo::MapPolygon& polygon : geometry.land) {
    base.land.push_back(to_page(polygon, frame));
    const Path path = rings_path(base.land.back());
    base.land_path.insert(base.land_path.end(), path.begin(), path.end());
  }
  for (const geo::MapPolygon& polygon : geometry.lakes) {
    const Path path = rings_path(to_page(polygon, frame));
    base.lakes_path.insert(base.lakes_path.end(), path.begin(), path.end());
  }
  for (const geo::MapLine& line : geometry.coast) append(base.coast_path, line, frame);
  for (const auto& border : geometry.borders) append(line_of(base.borders, kind_name(border.kind)), border.line, frame);
  for (const auto& river : geometry.rivers) append(line_of(base.rivers, std::to_string(river.rank)), river.line, frame);
  return base;
}

namespace {

void add_group(DisplayList& out, const std::string& id, const DisplayList& items) {
  if (items.empty()) return;
  out.emplace_back(BeginGroup{id, "layer", {}, {}, {}});
  out.insert(out.end(), items.begin(), items.end());
  out.emplace_back(EndGroup{});
}

}  // namespace

void paint_base(DisplayList& out, const BasePaths& base, const MapFrame& frame, const styles::Style& style, const DisplayList& above_land,
                const std::string& id_prefix) {
  const double zoom = frame.style_zoom();
  bool tinted = false;
  for (const styles::Layer& layer : style.layers) {
    if (zoom < layer.min_zoom || zoom >= layer.max_zoom) continue;
    if (layer.type == styles::LayerType::Background) {
      PathItem ground;
      ground.path = rectangle(frame.page());
      ground.fill = color(layer, "background-color", "background-opacity", zoom);
      if (ground.fill) out.emplace_back(std::move(ground));
      continue;
    }
    const bool is_land = layer.source_layer == "land";
    if (!is_land && !tinted) {
      add_group(out, id_prefix + "-tints", above_land);
      tinted = true;
    }
    auto item = item_for(base, layer, zoom);
    if (!item) continue;
    out.emplace_back(BeginGroup{id_prefix + "-" + layer.id, "layer", {}, {}, {}});
    out.emplace_back(std::move(*item));
    out.emplace_back(EndGroup{});
  }
}

}  // namespace dateline::render
