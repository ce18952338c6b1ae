#include "render/locator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/number_text.hpp"

namespace dateline::render {
namespace {

constexpr double earth_radius = 6'371'007;
constexpr double globe_panel_metres = 900'000;      // smaller panels are a speck on the globe
constexpr double globe_spread_metres = 2'500'000;   // so are panels that all lie nearer together
constexpr double least_frame = 7;                   // px
constexpr double widest_frame_metres = 9'000'000;   // a panel of half the Earth shows by itself where it lies

// Mean direction of the panels' middles: the point the globe is turned to.
geo::LonLat middle_of(const std::vector<geo::Box>& extents) {
  double x = 0, y = 0, z = 0;
  constexpr double radian = std::numbers::pi / 180;
  for (const geo::Box& extent : extents) {
    const geo::LonLat c = extent.center();
    x += std::cos(c.lat() * radian) * std::cos(c.lon() * radian);
    y += std::cos(c.lat() * radian) * std::sin(c.lon() * radian);
    z += std::sin(c.lat() * radian);
  }
  // Panels at opposite ends of the Earth have no middle: the first one then.
  if (std::hypot(x, y, z) < 0.2) return extents.front().center();
  const double lat = std::atan2(z, std::hypot(x, y)) / radian, lon = std::atan2(y, x) / radian;
  // Seen from a little towards the equator the continents keep their shape.
  return geo::LonLat::make(geo::Lon(lon), geo::Lat(lat * 0.85)).value_or(extents.front().center());
}

// The frame of a panel as a ring of places.
std::vector<geo::LonLat> frame_ring(const MapFrame& frame) {
  const PageBox& b = frame.page();
  const std::array<PagePoint, 4> corners = {PagePoint{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}};
  std::vector<geo::LonLat> ring;
  constexpr int pieces = 12;
  for (std::size_t side = 0; side < 4; ++side) {
    for (int i = 0; i < pieces; ++i) {
      const PagePoint p = corners[side] + (corners[(side + 1) % 4] - corners[side]) * (static_cast<double>(i) / pieces);
      if (const auto place = frame.to_lonlat(p)) ring.push_back(*place);
    }
  }
  return ring;
}

double nearest_vertex(const std::vector<PageRing>& rings, const PageBox& box) {
  double least = 1e9;
  for (const PageRing& ring : rings) {
    for (const PagePoint p : ring) least = std::min(least, distance_to_box(p, box));
  }
  return least;
}

// Half the Earth in an equal-area projection: it has no horizon at which land would have to be cut.
MapFrame globe_frame(const PageBox& box, const LocatorSubject& subject) {
  const geo::LonLat middle = middle_of(subject.extents);
  const double side = std::min(box.width(), box.height()) - 2;
  const PageBox square = box_at({box.left + side / 2 + 1, box.top + side / 2 + 1}, side, side);
  const std::string half = "+proj=laea +lat_0=" + decimal_text(middle.lat(), 3) + " +lon_0=" + decimal_text(middle.lon(), 3) + " +R=6371007 +units=m";
  return MapFrame::of_window(geo::Projection::from_definition(half), square, {0, 0}, 2 * std::numbers::sqrt2 * earth_radius / side);
}

geo::Box united(const std::vector<geo::Box>& extents) {
  geo::Box all = extents.front();
  for (const geo::Box& e : extents) all = geo::unite(all, e);
  return all;
}

MapFrame surroundings_frame(const PageBox& box, const LocatorSubject& subject) {
  const double metres = std::clamp(std::max(subject.width.value() * 9, 2.5 * diagonal(united(subject.extents)).value()), 600'000.0, 4'000'000.0);
  return MapFrame::fit(at_least(united(subject.extents), Meters(metres)), box, 2, {});
}

class Locator {
 public:
  Locator(DisplayList& out, const LocatorGround& ground, const std::vector<Panel>& panels, const geo::BaseMap& base_map, const Theme& theme, const Typesetter& type)
      : out_(out), ground_(ground), panels_(panels), base_map_(base_map), theme_(theme), type_(type) {}

  void paint() {
    const PageBox& shown = ground_.frame.page();
    const Path outline = ground_.globe ? circle(center_of(shown), shown.width() / 2) : rectangle(shown);
    // A rim of paper sets it off from a map beneath.
    constexpr double rim = 3;
    PathItem ground;
    ground.path = ground_.globe ? circle(center_of(shown), shown.width() / 2 + rim) : rectangle(shown.grown(rim));
    ground.fill = theme_.paper;
    out_.emplace_back(std::move(ground));
    out_.emplace_back(PushClip{outline});
    paint_ground();
    if (!ground_.globe) paint_countries(ground_.frame);
    out_.emplace_back(PopClip{});
    PathItem edge;
    edge.path = outline;
    edge.stroke = Stroke{theme_.frame, 0.8, {}, Stroke::Cap::Butt, ground_.globe ? Stroke::Join::Round : Stroke::Join::Miter};
    out_.emplace_back(std::move(edge));
    out_.emplace_back(PushClip{outline});
    paint_frames(ground_.frame, shown);
    out_.emplace_back(PopClip{});
  }

 private:
  void paint_ground() {
    const BasePaths& base = ground_.base;
    PathItem water, land;
    water.path = rectangle(ground_.frame.page());
    water.fill = theme_.water;
    out_.emplace_back(std::move(water));
    land.path = base.land_path;
    land.fill = theme_.land;
    land.stroke = Stroke{theme_.frame, 0.4, {}, Stroke::Cap::Butt, Stroke::Join::Round};
    out_.emplace_back(std::move(land));
    for (const auto& border : base.borders) {
      if (border.kind == "first-level") continue;
      PathItem line;
      line.path = border.path;
      line.stroke = Stroke{theme_.frame, 0.4, {}, Stroke::Cap::Butt, Stroke::Join::Round};
      out_.emplace_back(std::move(line));
    }
  }

  // The few largest countries by name; a reader needs no more to place the frame.
  void paint_countries(const MapFrame& frame) {
    std::vector<PageBox> taken;
    for (const Panel& p : panels_) {
      const auto ring = frame.outline({{frame_ring(p.frame), {}}});
      if (const auto b = box_of(ring)) taken.push_back(b->grown(4));
    }
    std::vector<geo::BaseMap::CountryLabel> labels = base_map_.country_labels();
    std::ranges::stable_sort(labels, std::ranges::greater{}, &geo::BaseMap::CountryLabel::area_km2);
    for (const auto& label : labels) {
      const auto p = frame.to_page(label.point);
      if (!p || taken.size() > 8) continue;
      TextStyle style = text_style(theme_.fine, theme_.country_text, 600);
      const double width = type_.width(label.name, style);
      const PageBox box = box_at(*p, width, theme_.fine * 1.2);
      if (!holds(frame.page().grown(-3), box) || std::ranges::any_of(taken, [&](const PageBox& t) { return t.overlaps(box); })) continue;
      taken.push_back(box.grown(3));
      type_.paint(out_, label.name, {p->x, p->y + theme_.fine * 0.35}, haloed(style, theme_.land, 1.2), TextAnchor::Middle);
    }
  }

  void paint_frames(const MapFrame& frame, const PageBox& bounds) {
    for (const Panel& panel : panels_) {
      if (panel.frame.page().width() * panel.frame.ground_metres_per_pixel() > widest_frame_metres) continue;
      std::vector<PagePoint> ring;
      for (const geo::LonLat place : frame_ring(panel.frame)) {
        if (const auto p = frame.to_page(place)) ring.push_back(*p);
      }
      // A panel partly on the globe's far side has no whole outline.
      if (ring.size() < 24) continue;
      PathItem item;
      const auto box = box_of(std::vector<PageRing>{ring});
      if (box->width() < least_frame && box->height() < least_frame) item.path = circle(center_of(*box), least_frame / 2);
      else {
        item.path = polyline(ring);
        item.path.emplace_back(ClosePath{});
      }
      if (!holds(bounds.grown(40), *box)) continue;
      item.fill = Theme::faded(theme_.mark, 0.16);
      item.stroke = Stroke{theme_.mark, 1.4, {}, Stroke::Cap::Butt, Stroke::Join::Miter};
      out_.emplace_back(std::move(item));
    }
  }

  DisplayList& out_;
  const LocatorGround& ground_;
  const std::vector<Panel>& panels_;
  const geo::BaseMap& base_map_;
  const Theme& theme_;
  const Typesetter& type_;
};

}  // namespace

bool needs_locator(const std::vector<PanelPlan>& plans) {
  if (plans.empty()) return false;
  return diagonal(plans.front().extent).value() < 7'000'000;
}

std::optional<PageBox> free_corner(const Scene& scene, const Panel& panel, const PanelMarks& marks) {
  constexpr double inset = 12, label_room = 46, line_room = 24;   // px
  const PageBox inner = panel.frame.page().grown(-inset);
  const double side = std::clamp(0.27 * std::min(inner.width(), inner.height()), 110.0, 190.0);
  if (std::min(inner.width(), inner.height()) < 2.5 * side) return std::nullopt;
  const auto hides = [&](const PageBox& box) {
    const bool place = std::ranges::any_of(marks.places, [&](const MarkedPlace& p) {
      const PlaceView& view = panel.places[p.place];
      const bool hatched = scene.places[p.place].shape == PlaceShape::Area;
      if (hatched && (inside(center_of(box), view.rings) || nearest_vertex(view.rings, box) < inset)) return true;
      return distance_to_box(view.center, box) < view.radius + label_room;
    });
    return place || std::ranges::any_of(marks.arrows, [&](const MarkedArrow& a) {
      return std::ranges::any_of(a.line.sampled(24), [&](PagePoint p) { return distance_to_box(p, box) < line_room; });
    });
  };
  for (const PageBox& box : {PageBox{inner.right - side, inner.top, inner.right, inner.top + side}, PageBox{inner.left, inner.top, inner.left + side, inner.top + side},
                             PageBox{inner.right - side, inner.bottom - side, inner.right, inner.bottom}, PageBox{inner.left, inner.bottom - side, inner.left + side, inner.bottom}}) {
    if (!hides(box)) return box;
  }
  return std::nullopt;
}

LocatorSubject locator_subject(const std::vector<Panel>& panels) {
  LocatorSubject subject;
  for (const Panel& p : panels) subject.extents.push_back(p.plan.extent);
  if (panels.empty()) return subject;
  const MapFrame& main = panels.front().frame;
  subject.width = Meters(main.page().width() * main.ground_metres_per_pixel());
  subject.height = Meters(main.page().height() * main.ground_metres_per_pixel());
  return subject;
}

std::optional<LocatorGround> make_locator_ground(const PageBox& box, const LocatorSubject& subject, const geo::BaseMap& base_map) {
  if (subject.extents.empty() || box.width() < 40 || box.height() < 40) return std::nullopt;
  const bool globe = diagonal(united(subject.extents)).value() > globe_spread_metres || std::max(subject.width.value(), subject.height.value()) > globe_panel_metres;
  LocatorGround ground{subject, globe, globe ? globe_frame(box, subject) : surroundings_frame(box, subject), {}};
  ground.base = read_base(base_map, ground.frame);
  return ground;
}

void paint_locator(DisplayList& out, const LocatorGround& ground, const std::vector<Panel>& panels, const geo::BaseMap& base_map, const Theme& theme,
                   const Typesetter& type) {
  out.emplace_back(BeginGroup{"locator", "layer", "Where the maps lie", "", ""});
  Locator(out, ground, panels, base_map, theme, type).paint();
  out.emplace_back(EndGroup{});
}

}  // namespace dateline::render
