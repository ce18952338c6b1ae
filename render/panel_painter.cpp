#include "render/panel_painter.hpp"

#include <algorithm>

#include "render/app6_marks.hpp"
#include "render/area_names.hpp"
#include "render/graticule.hpp"
#include "render/scale_bar.hpp"

namespace dateline::render {
namespace {

class Painter {
 public:
  Painter(const Scene& scene, const Panel& panel, PanelMarks marks, const BasePaths& base, std::size_t number, const geo::BaseMap& base_map,
          const styles::Style& style, const Theme& theme, const Typesetter& type)
      : scene_(scene), panel_(panel), base_(base), number_(number), base_map_(base_map), style_(style), theme_(theme), type_(type) {
    picture_.marks = std::move(marks);
    picture_.frame = panel.frame.page();
    picture_.inset = panel.inset;
  }

  PanelPicture run() {
    const LandMask& mask = *panel_.mask;
    place_scale_bar();
    LabelInput input{scene_, panel_, picture_.marks, mask, theme_, type_, {picture_.scale_bar.grown(4)}};
    if (picture_.inset) input.furniture.push_back(picture_.inset->grown(6));
    Graticule graticule = make_graticule(panel_.frame, theme_, type_);
    std::erase_if(graticule.labels, [&](const Graticule::Label& l) { return l.box.overlaps(picture_.scale_bar.grown(8)); });
    for (const auto& label : graticule.labels) input.furniture.push_back(label.box.grown(2));
    picture_.labels = place_event_labels(input);
    symbols_ = place_symbols(input, picture_.labels);
    place_context_labels(picture_.labels, input, base_map_);
    suit_halos(picture_.labels.event_texts, mask);
    suit_halos(picture_.labels.context_texts, mask);
    open(id("panel"), "panel", "", "");
    picture_.items.emplace_back(PushClip{rectangle(picture_.frame)});
    paint_base(picture_.items, base_, panel_.frame, style_, areas(), id("panel"));
    if (!graticule.lines.empty()) {
      open(id("graticule"), "layer", "", "");
      paint_graticule(picture_.items, graticule, theme_, type_);
      close();
    }
    paint_context();
    paint_halos();
    paint_leaders();
    for (std::size_t m = 0; m < scene_.marks.size(); ++m) paint_event(m);
    paint_place_names();
    paint_scale_bar(picture_.items, bar_, {picture_.scale_bar.left, picture_.scale_bar.top}, theme_, type_);
    picture_.items.emplace_back(PopClip{});
    PathItem frame;
    frame.path = rectangle(picture_.frame);
    frame.stroke = Stroke{theme_.frame, 1, {}, Stroke::Cap::Butt, Stroke::Join::Miter};
    picture_.items.emplace_back(std::move(frame));
    close();
    caption();
    return std::move(picture_);
  }

 private:
  std::string id(const std::string& stem) const { return stem + "-" + std::to_string(number_ + 1); }
  void open(const std::string& name, const std::string& css_class, const std::string& title, const std::string& description, const std::string& href = {}) {
    picture_.items.emplace_back(BeginGroup{name, css_class, title, description, href});
  }
  void close() { picture_.items.emplace_back(EndGroup{}); }

  // Halos take the colour of what is under the label.
  void suit_halos(std::vector<PlacedText>& texts, const LandMask& mask) const {
    for (PlacedText& text : texts) {
      const PagePoint middle = center_of(text.box);
      styles::Color ground = mask.land_share(text.box) < 0.5 ? theme_.water : theme_.land;
      for (const MarkedPlace& p : picture_.marks.places) {
        const bool tinted = scene_.places[p.place].shape == PlaceShape::Country;
        if (tinted && inside(middle, panel_.places[p.place].rings)) ground = theme_.tint;
      }
      for (TextLine& line : text.block.lines) {
        if (line.style.halo) line.style.halo = ground;
      }
    }
  }

  // The corner that is freest of marks; bottom left if all are.
  void place_scale_bar() {
    bar_ = make_scale_bar(panel_.frame.ground_metres_per_pixel(), std::clamp(picture_.frame.width() * 0.2, 40.0, 150.0), theme_, type_);
    const PageBox inner = picture_.frame.grown(-10);
    const PageBox corners[] = {
        {inner.left, inner.bottom - bar_.height, inner.left + bar_.width, inner.bottom},
        {inner.right - bar_.width, inner.bottom - bar_.height, inner.right, inner.bottom},
        {inner.left, inner.top, inner.left + bar_.width, inner.top + bar_.height},
        {inner.right - bar_.width, inner.top, inner.right, inner.top + bar_.height}};
    double least = 0;
    bool first = true;
    for (const PageBox& corner : corners) {
      double cost = picture_.inset && corner.overlaps(picture_.inset->grown(8)) ? 1'000 : 0;
      for (const MarkedPlace& p : picture_.marks.places) cost += near(corner, panel_.places[p.place].center) + (panel_.places[p.place].radius > 0 ? 0 : -0.5);
      for (const MarkedArrow& a : picture_.marks.arrows) {
        for (const PagePoint p : a.line.sampled(16)) cost += near(corner, p);
      }
      if (first || cost < least) picture_.scale_bar = corner, least = cost;
      first = false;
    }
  }
  static double near(const PageBox& box, PagePoint p) { return distance_to_box(p, box) < 40 ? 1 : 0; }

  // Tints, hatched regions and the relief lie below lakes, rivers and borders.
  DisplayList areas() const {
    DisplayList paint;
    for (const PlaceShape shape : {PlaceShape::Country, PlaceShape::Area}) {
      for (const MarkedPlace& p : picture_.marks.places) {
        const ScenePlace& place = scene_.places[p.place];
        if (place.shape != shape) continue;
        const auto& rings = panel_.places[p.place].rings;
        if (shape == PlaceShape::Country) paint_tint(paint, rings, theme_);
        else paint_area(paint, rings, p.look, theme_);
      }
    }
    if (base_.relief && !base_.land_path.empty()) {
      paint.emplace_back(PushClip{base_.land_path});
      paint.emplace_back(*base_.relief);
      paint.emplace_back(PopClip{});
    }
    return paint;
  }

  void paint_context() {
    open(id("context"), "layer", "", "");
    for (const PlacedDot& dot : picture_.labels.dots) {
      PathItem item;
      item.path = circle(dot.center, dot.capital ? 2.6 : 2);
      item.fill = dot.capital ? theme_.paper : theme_.city;
      item.stroke = Stroke{dot.capital ? theme_.city : theme_.paper, dot.capital ? 1.4 : 0.8, {}, Stroke::Cap::Butt, Stroke::Join::Round};
      picture_.items.emplace_back(std::move(item));
    }
    for (const PlacedText& text : picture_.labels.context_texts) {
      if (!text.axis || (text.axis->degrees == 0 && text.axis->bend == 0)) type_.paint(picture_.items, text.block, text.corner, text.align);
      else paint_along(text.block, *text.axis);
    }
    close();
  }

  // Straight lines stay whole texts. On an arc each letter is a text of its own, and the group says the name.
  void paint_along(const TextBlock& block, const NameAxis& axis) {
    if (axis.bend == 0) {
      for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const NameAxis::Spot spot = axis.spot(0, block.baselines[i] - block.height / 2);
        picture_.items.emplace_back(TextItem{block.lines[i].text, spot.at, TextAnchor::Middle, block.lines[i].style, block.widths[i], spot.degrees});
      }
      return;
    }
    std::string name;
    for (const TextLine& line : block.lines) name += (name.empty() ? "" : " / ") + line.text;
    open("", "name", name, "");
    const DisplayList letters = letters_along(block, axis, type_);
    picture_.items.insert(picture_.items.end(), letters.begin(), letters.end());
    close();
  }

  void paint_halos() {
    open(id("places"), "layer", "", "");
    for (const MarkedPlace& p : picture_.marks.places) {
      const PlaceShape shape = scene_.places[p.place].shape;
      if (shape == PlaceShape::Area || shape == PlaceShape::Country) continue;
      const PlaceView& view = panel_.places[p.place];
      if (shape == PlaceShape::Water) paint_waves(picture_.items, view.center, p.look, theme_);
      else paint_halo(picture_.items, view.center, view.radius, p.look, theme_);
    }
    close();
  }

  void paint_leaders() {
    for (const PageSegment& leader : picture_.labels.leaders) {
      PathItem item;
      item.path = {MoveTo{leader.a}, LineTo{leader.b}};
      item.stroke = Stroke{theme_.ink, 0.8, {}, Stroke::Cap::Butt, Stroke::Join::Round};
      picture_.items.emplace_back(std::move(item));
    }
  }

  void paint_event(std::size_t m) {
    const Mark& mark = scene_.marks[m];
    const bool drawn = std::ranges::any_of(picture_.labels.badges, [&](const PlacedBadge& b) { return b.mark == m; });
    if (!drawn) return;
    std::string name = "event-" + std::to_string(mark.number);
    if (number_ > 0) name += "-panel-" + std::to_string(number_ + 1);
    open(name, css_class(mark), mark.title, mark.description, mark.href);
    for (const MarkedArrow& a : picture_.marks.arrows) {
      if (a.mark == m) paint_arrow(picture_.items, a.line, a.look, theme_);
    }
    for (const PlacedText& text : picture_.labels.event_texts) {
      if (text.mark == m) type_.paint(picture_.items, text.block, text.corner, text.align);
    }
    for (const PlacedBadge& b : picture_.labels.badges) {
      if (b.mark == m) paint_badge(picture_.items, b.center, std::to_string(mark.number), {mark.not_confirmed, site_look(mark)}, theme_, type_);
    }
    for (const PlacedSymbol& symbol : symbols_) {
      if (symbol.mark == m) paint_symbol(picture_.items, symbol, theme_);
    }
    close();
  }

  static std::string css_class(const Mark& mark) {
    std::string words = "event";
    switch (mark.status) {
      case MarkStatus::Reported: words += " reported"; break;
      case MarkStatus::Ongoing: words += " ongoing"; break;
      case MarkStatus::Planned: words += " planned"; break;
      case MarkStatus::Conditional: words += " conditional"; break;
      case MarkStatus::Denied: words += " denied"; break;
      case MarkStatus::Past: words += " past"; break;
    }
    if (mark.denied && mark.status != MarkStatus::Denied) words += " denied";
    if (mark.not_confirmed) words += " not-confirmed";
    return words;
  }

  void paint_place_names() {
    open(id("names"), "layer", "", "");
    for (const PlacedText& text : picture_.labels.event_texts) {
      if (!text.mark) type_.paint(picture_.items, text.block, text.corner, text.align);
    }
    close();
  }

  // "Russia and North Korea · 1 : 7.4 million": the countries of the places drawn, in the order of their weight.
  void caption() {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
      if (!name.empty() && names.size() < 3 && std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const MarkedPlace& p : picture_.marks.places) {
      if (scene_.places[p.place].shape == PlaceShape::Country) add(scene_.places[p.place].name);
      else add(country_name(scene_.places[p.place].country));
    }
    std::string where;
    for (std::size_t i = 0; i < names.size(); ++i) where += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    if (where.empty() && !picture_.marks.places.empty()) where = scene_.places[picture_.marks.places.front().place].name;
    picture_.caption = (where.empty() ? "" : where + " · ") + scale_text(panel_.frame.scale_denominator()) + " · " + panel_.frame.projection().description();
  }

  std::string country_name(const std::string& iso) const {
    for (const auto& label : base_map_.country_labels()) {
      if (label.iso2 == iso) return label.name;
    }
    return {};
  }

  const Scene& scene_;
  const Panel& panel_;
  const BasePaths& base_;
  std::size_t number_;
  const geo::BaseMap& base_map_;
  const styles::Style& style_;
  const Theme& theme_;
  const Typesetter& type_;
  ScaleBar bar_;
  std::vector<PlacedSymbol> symbols_;
  PanelPicture picture_;
};

}  // namespace

PanelPicture paint_panel(const Scene& scene, const Panel& panel, PanelMarks marks, const BasePaths& base, std::size_t number, const geo::BaseMap& base_map,
                         const styles::Style& style, const Theme& theme, const Typesetter& type) {
  return Painter(scene, panel, std::move(marks), base, number, base_map, style, theme, type).run();
}

}  // namespace dateline::render
