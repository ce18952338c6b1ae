#include "render/tile_painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/detail/raster_glyphs.hpp"
#include "render/detail/raster_stroke.hpp"

namespace dateline::render {

using detail::Pixel;

/// The tile being painted, and where the world lies around it.
struct TilePainter::View {
  const TileScene& scene;
  std::int64_t x, y;            ///< px of the upper left corner
  geo::WorldBox box;            ///< of the tile
  /// Copies of the world that reach into the tile: what stands at the date line is seen from both sides.
  [[nodiscard]] std::vector<int> turns(double margin) const {
    std::vector<int> out{0};
    if (box.west - margin < 0) out.push_back(-1);
    if (box.east + margin > 1) out.push_back(1);
    return out;
  }
  /// The tile with `px` pixels around it, as seen from a copy of the world.
  [[nodiscard]] geo::WorldBox around(double px, int turn) const {
    const double margin = px / scene.world;
    return {box.west - margin - turn, box.north - margin, box.east + margin - turn, box.south + margin};
  }
  [[nodiscard]] Pixel pixel(geo::WorldPoint p, int turn) const noexcept { return {(p.x + turn) * scene.world, p.y * scene.world}; }
};

namespace {

using detail::StrokeShape;

styles::Color color_of(const styles::Layer& style, const char* name) {
  const auto found = style.colors.find(name);
  return found == style.colors.end() ? styles::Color{0, 0, 0, 1} : found->second;
}

StrokeShape stroke_of(const styles::Layer& style, double zoom, double scale) {
  StrokeShape shape;
  shape.width = style_number(style, "line-width", zoom, 1) * scale;
  const auto word = [&](const char* name) {
    const auto found = style.words.find(name);
    return found == style.words.end() ? std::string() : found->second;
  };
  const std::string cap = word("line-cap"), join = word("line-join");
  shape.cap = cap == "round" ? StrokeShape::Cap::Round : cap == "square" ? StrokeShape::Cap::Square : StrokeShape::Cap::Butt;
  shape.join = join == "round" ? StrokeShape::Join::Round : join == "bevel" ? StrokeShape::Join::Bevel : StrokeShape::Join::Miter;
  for (const double dash : style.line_dasharray) shape.dashes.push_back(dash * shape.width);
  return shape;
}

bool apart(const geo::WorldBox& a, const geo::WorldBox& b) noexcept { return !geo::intersects(a, b); }

/// How far a stroke reaches from its line, px.
double reach_of(const StrokeShape& shape) noexcept {
  return shape.width / 2 * (shape.join == StrokeShape::Join::Miter ? shape.miter_limit : 1.5) + 1;
}

/// One part of an area. Stretches that lie on one side of the tile count only by where they begin and end.
void fill_part(const std::vector<geo::WorldPoint>& ring, const TileGeometry::Part& part, const geo::WorldBox& near, double world, detail::CoverageBuffer& cells) {
  const auto fixed = [&](std::size_t i) {
    const geo::WorldPoint& p = ring[i < ring.size() ? i : 0];
    return detail::FixedPoint{detail::to_fixed(p.x * world), detail::to_fixed(p.y * world)};
  };
  detail::FixedPoint before = fixed(0);
  for (std::size_t s = 0; s < part.boxes.size(); ++s) {
    const std::size_t first = s * TileGeometry::stretch, last = std::min(first + TileGeometry::stretch, ring.size());
    for (std::size_t i = apart(part.boxes[s], near) ? last : first + 1; i <= last; ++i) {
      const detail::FixedPoint next = fixed(i);
      cells.add_edge(before, next);
      before = next;
    }
  }
}

/// Strokes one part of a feature where it is near the tile: runs of stretches, with the pattern of dashes where it belongs.
class PartStroker {
 public:
  PartStroker(const StrokeShape& shape, double world, detail::CoverageBuffer& cells) : shape_(shape), world_(world), cells_(cells) {}

  void stroke(const std::vector<geo::WorldPoint>& line, const TileGeometry::Part& part, bool closed, const geo::WorldBox& near, int turn) {
    const std::size_t count = part.boxes.size();
    const auto seen = [&](std::size_t s) { return geo::intersects(part.boxes[s % count], near); };
    std::size_t start = 0;
    if (closed) {
      // Begin behind a stretch that is out of sight, so that no run is cut where the ring happens to start.
      while (start < count && seen(start)) ++start;
      if (start == count) return whole_ring(line, turn);
    }
    run_.clear();
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t s = (start + k) % count;
      if (!seen(s)) {
        flush();
        continue;
      }
      const std::size_t first = s * TileGeometry::stretch, last = std::min(first + TileGeometry::stretch, line.size() - (closed ? 0 : 1));
      if (run_.empty()) begin(line[first], part.starts[s], turn);
      for (std::size_t i = first + 1; i <= last; ++i) step(line[i - 1], line[i < line.size() ? i : 0], closed, turn);
    }
    flush();
  }

 private:
  [[nodiscard]] Pixel pixel(geo::WorldPoint p, int turn) const noexcept { return {(p.x + turn) * world_, p.y * world_}; }

  void begin(geo::WorldPoint p, double length, int turn) {
    phase_ = length * world_;
    run_.push_back(pixel(p, turn));
  }
  void step(geo::WorldPoint a, geo::WorldPoint b, bool area, int turn) {
    if (area && geo::is_cut_edge(a, b)) {   // the square's edge is no coast
      flush();
      run_.push_back(pixel(b, turn));
      phase_ = 0;
      return;
    }
    run_.push_back(pixel(b, turn));
  }
  void whole_ring(const std::vector<geo::WorldPoint>& ring, int turn) {
    std::size_t cut = 0;
    while (cut < ring.size() && !geo::is_cut_edge(ring[cut], ring[(cut + 1) % ring.size()])) ++cut;
    run_.clear();
    if (cut < ring.size() || !shape_.dashes.empty()) {
      const std::size_t first = cut < ring.size() ? (cut + 1) % ring.size() : 0;
      begin(ring[first], 0, turn);
      for (std::size_t i = 0; i < ring.size(); ++i) step(ring[(first + i) % ring.size()], ring[(first + i + 1) % ring.size()], true, turn);
      return flush();
    }
    for (const geo::WorldPoint& p : ring) run_.push_back(pixel(p, turn));
    detail::stroke_line(run_, true, shape_, cells_);
    run_.clear();
  }
  void flush() {
    if (run_.size() > 1) {
      if (shape_.dashes.empty()) detail::stroke_line(run_, false, shape_, cells_);
      else detail::stroke_dashes(run_, phase_, shape_, cells_);
    }
    run_.clear();
  }

  const StrokeShape& shape_;
  double world_;
  detail::CoverageBuffer& cells_;
  std::vector<Pixel> run_;
  double phase_ = 0;
};

void stroke_feature(const TileGeometry& geometry, std::uint32_t at, PartStroker& stroker, const geo::WorldBox& near, int turn) {
  const geo::ZoomFeature& feature = geometry.layer.features()[at];
  const bool closed = feature.kind == geo::GeometryKind::Area;
  for (std::size_t i = 0; i < feature.parts.size(); ++i) stroker.stroke(feature.parts[i], geometry.part(at, i), closed, near, turn);
}

bool is_line(const geo::ZoomFeature& feature) noexcept {
  return feature.kind == geo::GeometryKind::Line || feature.kind == geo::GeometryKind::Lines || feature.kind == geo::GeometryKind::Area;
}

}  // namespace

void TilePainter::paint(const TileScene& scene, geo::TileId id) {
  const View view{scene, std::int64_t{id.x} * tile_, std::int64_t{id.y} * tile_, geo::world_bounds(id)};
  canvas_.start(0);
  cells_.move_to(view.x, view.y);
  for (const TileStep& step : scene.steps) {
    switch (step.style->type) {
      case styles::LayerType::Background: paint_background(step, scene); break;
      case styles::LayerType::Fill: paint_fill(step, view); break;
      case styles::LayerType::Line: paint_line(step, view); break;
      case styles::LayerType::Circle: paint_circles(step, view); break;
      case styles::LayerType::Symbol: paint_names(step, view); break;
    }
  }
}

void TilePainter::flush(detail::Argb color, int alpha) {
  if (cells_.empty()) return;
  if (cells_.is_uniform()) {
    if (cells_.is_full()) canvas_.paint_all(color, alpha);
    return cells_.clear();
  }
  canvas_.make_pixels();
  cells_.sweep([&](int y, int x, int length, int coverage) { canvas_.paint_span(y, x, length, coverage, color, alpha); });
}

void TilePainter::flush_hatched(const styles::Color& color, const styles::Hatch& hatch, const View& view) {
  if (cells_.empty()) return;
  // Lines where right * x + down * y is a multiple of the spacing; the spacing is stretched so that it goes into the world's
  // width and the pattern meets itself at the date line.
  const double angle = hatch.angle * std::numbers::pi / 180, scale = view.scene.scale;
  double right = std::sin(angle), down = std::cos(angle), spacing = hatch.spacing * scale;
  if (std::fabs(right) > 0.01) {
    const double across = spacing / std::fabs(right);
    spacing *= view.scene.world / std::max(1.0, std::round(view.scene.world / across)) / across;
  }
  const double half = hatch.width * scale / 2;
  const detail::Argb paint = detail::to_argb(color);
  const int ground = detail::alpha_of(color, hatch.ground), alpha = detail::alpha_of(color, hatch.opacity);
  canvas_.make_pixels();
  cells_.sweep([&](int y, int x, int length, int coverage) {
    canvas_.paint_span(y, x, length, coverage, paint, ground);
    for (int i = x; i < x + length; ++i) {
      const double at = right * (static_cast<double>(view.x + i) + 0.5) + down * (static_cast<double>(view.y + y) + 0.5);
      const double distance = std::fabs(std::remainder(at, spacing));
      const int lines = static_cast<int>(256 * std::clamp(half + 0.5 - distance, 0.0, std::min(1.0, 2 * half)));
      if (lines > 0) canvas_.paint_span(y, i, 1, coverage * lines >> 8, paint, alpha);
    }
  });
}

void TilePainter::paint_background(const TileStep& step, const TileScene& scene) {
  const styles::Color color = color_of(*step.style, "background-color");
  canvas_.paint_all(detail::to_argb(color), detail::alpha_of(color, style_number(*step.style, "background-opacity", scene.style_zoom, 1)));
}

void TilePainter::paint_fill(const TileStep& step, const View& view) {
  const styles::Layer& style = *step.style;
  const styles::Color color = color_of(style, "fill-color");
  const double opacity = style_number(style, "fill-opacity", view.scene.style_zoom, 1);
  const int alpha = detail::alpha_of(color, opacity);
  const bool hatched = style.hatch.spacing > 0, one_by_one = alpha < 256 || hatched;
  const auto paint_now = [&] {
    if (hatched) flush_hatched(color, style.hatch, view);
    else flush(detail::to_argb(color), alpha);
  };
  const geo::WorldBox near = view.around(1, 0);
  const auto found = step.geometry->layer.find(near);
  for (const std::uint32_t at : found) {
    const geo::ZoomFeature& feature = step.geometry->layer.features()[at];
    if (feature.kind != geo::GeometryKind::Area || !step.takes[at]) continue;
    for (std::size_t i = 0; i < feature.parts.size(); ++i) fill_part(feature.parts[i], step.geometry->part(at, i), near, view.scene.world, cells_);
    if (one_by_one) paint_now();
  }
  paint_now();
  if (!style.colors.contains("fill-outline-color")) return;
  StrokeShape shape;
  shape.width = view.scene.scale;
  shape.join = StrokeShape::Join::Bevel;
  PartStroker stroker(shape, view.scene.world, cells_);
  const geo::WorldBox rim = view.around(reach_of(shape), 0);
  for (const std::uint32_t at : step.geometry->layer.find(rim)) {
    const geo::ZoomFeature& feature = step.geometry->layer.features()[at];
    if (feature.kind == geo::GeometryKind::Area && step.takes[at]) stroke_feature(*step.geometry, at, stroker, rim, 0);
  }
  const styles::Color outline = color_of(style, "fill-outline-color");
  flush(detail::to_argb(outline), detail::alpha_of(outline, opacity));
}

void TilePainter::paint_line(const TileStep& step, const View& view) {
  const styles::Layer& style = *step.style;
  const StrokeShape shape = stroke_of(style, view.scene.style_zoom, view.scene.scale);
  const styles::Color color = color_of(style, "line-color");
  const int alpha = detail::alpha_of(color, style_number(style, "line-opacity", view.scene.style_zoom, 1));
  if (shape.width <= 0 || alpha == 0) return;
  PartStroker stroker(shape, view.scene.world, cells_);
  for (const int turn : view.turns(reach_of(shape) / view.scene.world)) {
    const geo::WorldBox near = view.around(reach_of(shape), turn);
    for (const std::uint32_t at : step.geometry->layer.find(near)) {
      const geo::ZoomFeature& feature = step.geometry->layer.features()[at];
      if (is_line(feature) && step.takes[at]) stroke_feature(*step.geometry, at, stroker, near, turn);
    }
  }
  flush(detail::to_argb(color), alpha);
}

void TilePainter::paint_circles(const TileStep& step, const View& view) {
  const styles::Layer& style = *step.style;
  const double zoom = view.scene.style_zoom, scale = view.scene.scale;
  const double radius = style_number(style, "circle-radius", zoom, 5) * scale, rim = style_number(style, "circle-stroke-width", zoom, 0) * scale;
  const double opacity = style_number(style, "circle-opacity", zoom, 1);
  const auto gather = [&](double size) {
    for (const int turn : view.turns((size + 1) / view.scene.world)) {
      for (const std::uint32_t at : step.geometry->layer.find(view.around(size + 1, turn))) {
        const geo::ZoomFeature& feature = step.geometry->layer.features()[at];
        if ((feature.kind != geo::GeometryKind::Point && feature.kind != geo::GeometryKind::Points) || !step.takes[at]) continue;
        for (const geo::WorldPoint& p : feature.parts.front()) detail::add_circle(view.pixel(p, turn), size, cells_);
      }
    }
  };
  // All rims first: where dots crowd, none is cut by its neighbour's rim.
  if (rim > 0) {
    const styles::Color color = color_of(style, "circle-stroke-color");
    gather(radius + rim);
    flush(detail::to_argb(color), detail::alpha_of(color, opacity));
  }
  const styles::Color color = color_of(style, "circle-color");
  gather(radius);
  flush(detail::to_argb(color), detail::alpha_of(color, opacity));
}

/// In the order of painting.
std::vector<std::uint32_t> TilePainter::names_in(const TileNames& names, const View& view) const {
  const auto tiles = static_cast<std::uint64_t>(tile_ / view.scene.tile), column = static_cast<std::uint64_t>(view.x / view.scene.tile), row = static_cast<std::uint64_t>(view.y / view.scene.tile);
  std::vector<std::uint32_t> found;
  for (std::uint64_t y = row; y < row + tiles; ++y) {
    for (std::uint64_t x = column; x < column + tiles; ++x) {
      const auto there = names.by_tile.find(y << 32U | x);
      if (there != names.by_tile.end()) found.insert(found.end(), there->second.begin(), there->second.end());
    }
  }
  if (tiles == 1) return found;
  std::sort(found.begin(), found.end());   // a name may touch several tiles
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void TilePainter::paint_names(const TileStep& step, const View& view) {
  const std::vector<std::uint32_t> found = names_in(step.names, view);
  if (found.empty()) return;
  const styles::Layer& style = *step.style;
  const double opacity = style_number(style, "text-opacity", view.scene.style_zoom, 1);
  const styles::Color text = color_of(style, "text-color"), halo = color_of(style, "text-halo-color");
  const auto world = static_cast<std::int64_t>(view.scene.world);
  canvas_.make_pixels();
  for (const std::uint32_t at : found) {
    const PlacedName& name = step.names.names[at];
    for (const std::int64_t turn : {std::int64_t{0}, world, -world}) {
      if (name.west + turn >= view.x + tile_ || name.east + turn <= view.x) continue;
      const auto paint = [&](const std::vector<std::uint8_t> detail::GlyphImage::*mask, const styles::Color& color) {
        for (const PlacedName::Letter& letter : name.letters) {
          if ((letter.image->*mask).empty()) continue;
          canvas_.paint_mask(letter.image->*mask, letter.image->width, letter.image->height, static_cast<int>(letter.x + turn - view.x),
                             static_cast<int>(letter.y - view.y), detail::to_argb(color), detail::alpha_of(color, opacity));
        }
      };
      paint(&detail::GlyphImage::halo, halo);
      paint(&detail::GlyphImage::letter, text);
    }
  }
}

}  // namespace dateline::render
