#include "render/graticule.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace dateline::render {
namespace {

constexpr double world_scale = 45e6;          // 1:N; nearer maps have borders and towns to go by
constexpr double polar_latitude = 66, polar_scale = 6e6;
constexpr double inset = 4;                   // px from the frame to a label

std::string parallel_name(int lat) { return lat == 0 ? "Equator" : std::to_string(std::abs(lat)) + (lat > 0 ? "° N" : "° S"); }

std::string meridian_name(int lon) {
  if (lon == 0 || std::abs(lon) == 180) return std::to_string(std::abs(lon)) + "°";
  return std::to_string(std::abs(lon)) + (lon > 0 ? "° E" : "° W");
}

class Maker {
 public:
  Maker(const MapFrame& frame, const Theme& theme, const Typesetter& type)
      : frame_(frame), type_(type), style_(haloed(text_style(theme.small, theme.water_text), theme.water, 1.2)) {}

  Graticule run(bool polar) {
    const int step = polar ? 10 : 30;
    for (int lat = polar ? -80 : -60; lat <= (polar ? 80 : 60); lat += step) add(along_parallel(lat), parallel_name(lat), true);
    // Meridians meet at a pole: fewer of them, and none in the last degrees, keep it open.
    for (int lon = -150; lon <= 180; lon += 30) add(along_meridian(lon, polar ? 85 : 90), meridian_name(lon), false);
    return std::move(result_);
  }

 private:
  static std::vector<geo::LonLat> along_parallel(int lat) {
    std::vector<geo::LonLat> line;
    for (int lon = -180; lon <= 180; lon += 2) line.push_back(geo::LonLat::checked(geo::Lon(std::min(lon, 180)), geo::Lat(lat)));
    return line;
  }
  static std::vector<geo::LonLat> along_meridian(int lon, int most) {
    std::vector<geo::LonLat> line;
    for (int lat = -most; lat <= most; ++lat) line.push_back(geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)));
    return line;
  }

  void add(const std::vector<geo::LonLat>& places, const std::string& name, bool is_parallel) {
    std::optional<PagePoint> best;
    double least = 0;
    for (auto& part : frame_.line(places)) {
      for (const PagePoint end : {part.front(), part.back()}) {
        // Parallels are named at the left, meridians at the foot; the opposite side serves where they do not reach it.
        const PageBox& page = frame_.page();
        const double sides[] = {end.x - page.left, page.bottom - end.y, page.right - end.x, end.y - page.top};
        for (int side = 0; side < 4; ++side) {
          if (sides[side] > 1.5) continue;
          const double cost = is_parallel ? (side == 0 ? 0 : side == 2 ? 1 : 3) : (side == 1 ? 0 : side == 3 ? 1 : 3);
          if (!best || cost < least) best = end, least = cost;
        }
      }
      result_.lines.push_back(std::move(part));
    }
    if (best) put(name, *best);
  }

  void put(const std::string& name, PagePoint at) {
    Graticule::Label label{type_.block({{name, style_}}), {}, {}};
    const PageBox inner = frame_.page().grown(-inset);
    label.corner = {std::clamp(at.x - label.text.width / 2, inner.left, std::max(inner.left, inner.right - label.text.width)),
                    std::clamp(at.y - label.text.height / 2, inner.top, std::max(inner.top, inner.bottom - label.text.height))};
    label.box = Typesetter::box(label.text, label.corner);
    if (std::ranges::any_of(result_.labels, [&](const Graticule::Label& l) { return l.box.grown(6).overlaps(label.box); })) return;
    result_.labels.push_back(std::move(label));
  }

  const MapFrame& frame_;
  const Typesetter& type_;
  TextStyle style_;
  Graticule result_;
};

}  // namespace

Graticule make_graticule(const MapFrame& frame, const Theme& theme, const Typesetter& type) {
  const auto middle = frame.to_lonlat(center_of(frame.page()));
  const bool polar = middle && std::abs(middle->lat()) > polar_latitude && frame.scale_denominator() > polar_scale;
  if (!polar && frame.scale_denominator() < world_scale) return {};
  return Maker(frame, theme, type).run(polar);
}

void paint_graticule(DisplayList& out, const Graticule& graticule, const Theme& theme, const Typesetter& type) {
  for (const auto& line : graticule.lines) {
    PathItem item;
    item.path = polyline(line);
    item.stroke = Stroke{Theme::faded(theme.frame, 0.5), 0.6, {}, Stroke::Cap::Butt, Stroke::Join::Round};
    out.emplace_back(std::move(item));
  }
  for (const Graticule::Label& label : graticule.labels) type.paint(out, label.text, label.corner);
}

}  // namespace dateline::render
