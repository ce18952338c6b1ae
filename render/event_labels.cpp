#include <algorithm>

#include "render/arrow_labels.hpp"
#include "render/event_words.hpp"
#include "render/panel_labels.hpp"
#include "render/ring_index.hpp"

namespace dateline::render {
namespace {

constexpr int line_samples = 24;
constexpr double tied_area = 60;         // px: the name of a smaller one may stand off it, tied by a line
constexpr double between_labels = 4;     // px: closer, the last line of one would read on in the first of the other

class EventLabels {
 public:
  explicit EventLabels(const LabelInput& input) : in_(input), bounds_(label_bounds(input.panel.frame.page())), words_(input), arrows_(input, out_) {}

  PanelLabels run() {
    collect_obstacles();
    for (const MarkedPlace& p : in_.marks.places) areas_.emplace_back(has_outline(place(p.place)) ? in_.panel.places[p.place].rings : std::vector<PageRing>{});
    for (const MarkedArrow& arrow : in_.marks.arrows) on_line_.push_back(arrows_.place_on_line(arrow));
    make_place_requests();
    make_arrow_requests();
    std::vector<LabelRequest> requests;
    for (const Item& item : items_) requests.push_back(request_of(item));
    const auto chosen = place_labels(requests, out_.obstacles, bounds_, between_labels);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (chosen[i]) accept(items_[i], items_[i].variants[*chosen[i]]);
    }
    rescue(chosen);
    return std::move(out_);
  }

 private:
  struct Item {
    LabelContent content;
    TextBlock short_text;                    // what a shortened variant says
    std::vector<LabelVariant> variants;
    int priority = 0;
    std::vector<std::size_t> marks;          // of the badges
    std::optional<std::size_t> text_mark;    // the words belong to this event
    std::size_t place = 0;
    std::optional<Curve> line;               // of an arrow whose badge found no place on it yet
    std::string name;                        // for the message when it is left out
    PagePoint symbol;
  };

  // Close to the frame only when there is no other way.
  LabelRequest request_of(const Item& item) const {
    constexpr double near_frame = 30;
    LabelRequest request{item.priority, {}};
    for (const LabelVariant& v : item.variants) {
      request.candidates.push_back(v.candidate);
      for (PageBox& box : request.candidates.back().boxes) box = {box.left - 2, box.top, box.right + 2, box.bottom};   // or two labels would read as one
      if (!holds(event_bounds(in_.panel.frame.page()), v.candidate.boxes.front())) request.candidates.back().cost += near_frame;
    }
    return request;
  }

  const ScenePlace& place(std::size_t i) const { return in_.scene.places[i]; }

  void collect_obstacles() {
    out_.obstacles.boxes = in_.furniture;
    for (const MarkedPlace& p : in_.marks.places) {
      const PlaceView& view = in_.panel.places[p.place];
      if (!has_outline(place(p.place))) out_.obstacles.discs.push_back({view.center, view.radius + 1.5});
    }
    for (const MarkedArrow& a : in_.marks.arrows) {
      out_.obstacles.boxes.push_back(make_head(a.line, head_length(a.look.width), head_width(a.look.width)).box().grown(1));
      const auto points = a.line.sampled(line_samples);
      for (std::size_t i = 1; i < points.size(); ++i) out_.obstacles.lines.push_back({points[i - 1], points[i]});
      if (const auto dots = dots_box(a.line, a.look)) out_.obstacles.boxes.push_back(dots->grown(1));
      if (a.look.denied) out_.obstacles.boxes.push_back(box_at(a.line.at(bar_parameter(a.line, a.look.width)), 22, 22));
    }
  }

  // The same label with fewer words, for a crowd.
  template <typename Candidates>
  void add_shortened(Item& item, TextBlock words, double cost, Candidates&& candidates) const {
    item.short_text = words;
    const LabelContent content{item.content.badges, item.content.ringed, std::move(words)};
    for (LabelVariant& v : candidates(content)) {
      v.shortened = true;
      v.candidate.cost += cost;
      item.variants.push_back(std::move(v));
    }
  }

  std::vector<LabelVariant> area_variants(const LabelContent& content, const PlaceView& view, PlaceShape shape) const {
    // Beside a country its label would name the neighbour.
    const auto box = box_of(view.rings);
    const bool large = shape == PlaceShape::Country && box && box->width() > 60 && box->height() > 40;
    const AreaSize size = large ? AreaSize::Large : AreaSize::MayBeSmall;
    const LabelShape row(content, in_.theme, in_.type);
    auto variants = inside_area(row, view.rings, view.center, size);
    if (box && std::max(box->width(), box->height()) < tied_area) {
      for (LabelVariant& v : around_point(row, view.center, std::min(box->width(), box->height()) / 4)) {
        if (v.candidate.leader) variants.push_back(std::move(v));
      }
    }
    if (content.badges.empty()) return variants;
    for (LabelVariant& v : inside_area(LabelShape(content, in_.theme, in_.type, LabelShape::Arrangement::Stack), view.rings, view.center, size)) {
      v.candidate.cost += 1.5;
      variants.push_back(std::move(v));
    }
    return variants;
  }

  void make_place_requests() {
    for (const MarkedPlace& p : in_.marks.places) {
      const PlaceView& view = in_.panel.places[p.place];
      const bool coarse = has_outline(place(p.place));
      Item item;
      item.content = words_.of_place(p);
      item.marks = p.marks;
      item.place = p.place;
      item.name = place(p.place).name;
      item.symbol = view.center;
      item.priority = (p.marks.empty() ? 700 : 1000) - (coarse ? 60 : 0);
      const LabelShape shape(item.content, in_.theme, in_.type);
      const auto candidates = [&](const LabelContent& content) {
        return coarse ? area_variants(content, view, place(p.place).shape) : around_point(LabelShape(content, in_.theme, in_.type), view.center, view.radius);
      };
      item.variants = candidates(item.content);
      if (std::vector<TextLine> brief = words_.brief_of(p); item.content.text.lines.size() > brief.size()) add_shortened(item, in_.type.block(std::move(brief)), coarse ? 4 : 7, candidates);
      if (place(p.place).shape == PlaceShape::Water) weigh_sea(item.variants);
      else if (!coarse) weigh_ground(item.variants, in_.mask, stands_on_coast(view));
      else if (!p.marks.empty()) add_last_resorts(item, shape);
      if (!coarse) weigh_strange_sites(item.variants, p.place);
      if (!p.marks.empty()) add_badges_only(item, coarse ? 1 : view.radius);
      weigh_other_areas(item.variants, p.place);
      items_.push_back(std::move(item));
    }
  }

  // In a crowd a badge alone is better than nothing: the note has the name.
  void add_badges_only(Item& item, double radius) const {
    LabelContent badges = item.content;
    badges.text = {};
    for (LabelVariant& v : around_point(LabelShape(badges, in_.theme, in_.type), item.symbol, radius)) {
      v.badges_only = true;
      v.candidate.cost += 120;
      item.variants.push_back(std::move(v));
    }
  }

  // On a strange area a name would be taken for that one's.
  void weigh_other_areas(std::vector<LabelVariant>& variants, std::size_t own) const {
    constexpr double misleading = 60;
    for (LabelVariant& v : variants) {
      const PageBox& box = v.candidate.boxes.front();
      double most = 0;
      for (std::size_t i = 0; i < areas_.size(); ++i) {
        if (in_.marks.places[i].place != own && !holds_place(i, own)) most = std::max(most, share_within(box, areas_[i]));
      }
      v.candidate.cost += misleading * most;
    }
  }

  // As near to another symbol as to its own, a name would be taken for that one's, unless a line ties it.
  void weigh_strange_sites(std::vector<LabelVariant>& variants, std::size_t own) const {
    constexpr double misleading = 16, clearly = 8;   // cost; px
    const auto gap = [&](std::size_t site, const PageBox& box) { return distance_to_box(in_.panel.places[site].center, box) - in_.panel.places[site].radius; };
    for (LabelVariant& v : variants) {
      if (v.candidate.leader) continue;
      const PageBox& box = v.candidate.boxes.front();
      const double own_gap = gap(own, box);
      const bool nearer = std::ranges::any_of(in_.marks.places, [&](const MarkedPlace& p) { return p.place != own && !has_outline(place(p.place)) && gap(p.place, box) < own_gap + clearly; });
      if (nearer) v.candidate.cost += misleading;
    }
  }

  // The name of a sea stands on water.
  void weigh_sea(std::vector<LabelVariant>& variants) const {
    constexpr double on_land = 60;
    for (LabelVariant& v : variants) v.candidate.cost += on_land * in_.mask.land_share(v.candidate.boxes.front());
  }

  // A province of a tinted country stands on that country's tint, a town on the tint of what it lies in.
  bool holds_place(std::size_t area, std::size_t own) const {
    const ScenePlace& outer = place(in_.marks.places[area].place);
    if (!has_outline(place(own)) && areas_[area].contains(in_.panel.places[own].center)) return true;
    return outer.shape == PlaceShape::Country && outer.country == place(own).country && place(own).shape != PlaceShape::Country;
  }

  // Of nine points of the box, the share that lies in the area.
  static double share_within(const PageBox& box, const RingIndex& area) {
    int within = 0;
    for (const double x : {box.left, (box.left + box.right) / 2, box.right}) {
      for (const double y : {box.top, (box.top + box.bottom) / 2, box.bottom}) within += area.contains({x, y}) ? 1 : 0;
    }
    return within / 9.0;
  }

  // A badge of an area that is small or full may stand on its outline.
  void add_last_resorts(Item& item, const LabelShape& shape) const {
    for (LabelVariant& v : around_point(shape, item.symbol, 4)) {
      v.candidate.cost += 40;
      item.variants.push_back(v);
      v.candidate.may_lie_on_lines = true;
      v.candidate.cost += 40;
      item.variants.push_back(std::move(v));
    }
  }

  bool stands_on_coast(const PlaceView& view) const { return in_.mask.has_coast(box_at(view.center, 26, 26)); }

  void make_arrow_requests() {
    for (std::size_t index = 0; index < in_.marks.arrows.size(); ++index) {
      const MarkedArrow& a = in_.marks.arrows[index];
      auto [lines, fewer] = words_.of_arrow(a);
      Item item;
      if (!on_line_[index]) {
        item.marks = a.marks();
        for (const std::size_t m : item.marks) {
          item.content.badges.push_back(number_of(in_.scene, m));
          item.content.ringed.push_back(in_.scene.marks[m].not_confirmed);
        }
        item.symbol = a.line.at(0.5);
        item.line = a.line;
      } else if (lines.empty()) {
        continue;
      }
      item.text_mark = a.mark;
      item.name = lines.empty() ? "" : lines.front().text;
      item.priority = 900;
      const auto candidates = [&](const LabelContent& content) { return arrows_.beside(LabelShape(content, in_.theme, in_.type), a); };
      item.content.text = in_.type.block(std::move(lines));
      item.variants = candidates(item.content);
      if (!fewer.empty()) add_shortened(item, in_.type.block(std::move(fewer)), 6, candidates);
      weigh_ground(item.variants, in_.mask, false);
      if (!on_line_[index]) {
        ArrowLabels::tie(item.variants, a.line);
        add_badges_only(item, 4);
      }
      items_.push_back(std::move(item));
    }
  }

  void accept(const Item& item, const LabelVariant& v) {
    for (std::size_t i = 0; i < item.marks.size() && i < v.badge_centers.size(); ++i) arrows_.add_badge(item.marks[i], v.badge_centers[i]);
    if (v.badges_only) {
      tell_left_out(item);
    } else if (const TextBlock& text = v.shortened ? item.short_text : item.content.text; !text.lines.empty()) {
      const PageBox box = Typesetter::box(text, v.text_corner);
      out_.event_texts.push_back({text, v.text_corner, v.align, box, item.text_mark, std::nullopt, {}});
      constexpr double word_space = 7;   // px: closer, a town's name would read as the next word
      out_.obstacles.boxes.push_back({box.left - word_space, box.top, box.right + word_space, box.bottom});
    }
    if (v.candidate.leader) {
      out_.leaders.push_back(*v.candidate.leader);
      out_.obstacles.lines.push_back(*v.candidate.leader);
    }
  }

  void tell_left_out(const Item& item) {
    out_.diagnostics.push_back({Severity::Note, "no room for the label '" + item.name + "'", "a larger picture has more room", {}, {}, 1});
  }

  // What found no room at all: as a last resort a badge stands on its own symbol.
  void rescue(const std::vector<std::optional<std::size_t>>& chosen) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (chosen[i]) continue;
      tell_left_out(items_[i]);
      for (const std::size_t m : items_[i].marks) {
        if (items_[i].line) arrows_.rescue(*items_[i].line, m);
        else arrows_.add_badge(m, items_[i].symbol);
      }
    }
  }

  const LabelInput& in_;
  PageBox bounds_;
  PanelLabels out_;
  EventWords words_;
  ArrowLabels arrows_;
  std::vector<Item> items_;
  std::vector<RingIndex> areas_;           // by marked place; empty for towns and for seas, in which others lie
  std::vector<bool> on_line_;              // by arrow: its badge stands on its line
};

}  // namespace

PageBox label_bounds(const PageBox& frame) noexcept { return frame.grown(-5); }

PageBox event_bounds(const PageBox& frame) noexcept { return frame.grown(-0.06 * std::min(frame.width(), frame.height())); }

PanelLabels place_event_labels(const LabelInput& input) { return EventLabels(input).run(); }

}  // namespace dateline::render
