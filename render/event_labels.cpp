#include <algorithm>

#include "render/panel_labels.hpp"
#include "render/ring_index.hpp"

namespace dateline::render {
namespace {

constexpr int line_samples = 24, fine_samples = 64;
constexpr double farthest_from_line = 20;   // px, one and a half label heights
constexpr double blocked = 200;          // cost of a position that is none
constexpr double crowd = 18;             // more event labels than this go without their second line

bool is_coarse(PlaceShape shape) { return shape == PlaceShape::Area || shape == PlaceShape::Country; }

std::string number_of(const Scene& scene, std::size_t mark) { return std::to_string(scene.marks[mark].number); }

std::string joined(const std::string& a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + ", " + b; }

class EventLabels {
 public:
  explicit EventLabels(const LabelInput& input) : in_(input), bounds_(label_bounds(input.panel.frame.page())) {}

  PanelLabels run() {
    collect_obstacles();
    for (const MarkedPlace& p : in_.marks.places) areas_.emplace_back(is_coarse(place(p.place).shape) ? in_.panel.places[p.place].rings : std::vector<PageRing>{});
    for (const MarkedArrow& arrow : in_.marks.arrows) on_line_.push_back(place_arrow_badges(arrow));
    make_place_requests();
    make_arrow_requests();
    std::vector<LabelRequest> requests;
    for (const Item& item : items_) requests.push_back(request_of(item));
    const auto chosen = place_labels(requests, out_.obstacles, bounds_);
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
      if (!is_coarse(place(p.place).shape)) out_.obstacles.discs.push_back({view.center, view.radius + 1.5});
    }
    for (const MarkedArrow& a : in_.marks.arrows) {
      out_.obstacles.boxes.push_back(make_head(a.line, head_length(a.look.width), head_width(a.look.width)).box().grown(1));
      const auto points = a.line.sampled(line_samples);
      for (std::size_t i = 1; i < points.size(); ++i) out_.obstacles.lines.push_back({points[i - 1], points[i]});
      if (const auto dots = dots_box(a.line, a.look)) out_.obstacles.boxes.push_back(dots->grown(1));
      if (a.look.denied) out_.obstacles.boxes.push_back(box_at(a.line.at(bar_parameter(a.line, a.look.width)), 22, 22));
    }
  }

  PageBox badge_box(std::size_t mark, PagePoint center) const {
    const double extra = in_.scene.marks[mark].not_confirmed ? 2 * badge_ring + 1 : 2.4;
    return box_at(center, badge_width(number_of(in_.scene, mark), in_.theme, in_.type) + extra, badge_height(in_.theme) + extra);
  }

  // On the line like beads, near its middle, clear of everything else. False if there is no such place: then they go with the words.
  bool place_arrow_badges(const MarkedArrow& arrow) {
    const auto marks = arrow.marks();
    const double length = std::max(arrow.line.length(), 1.0);
    double step = 0;
    for (const std::size_t m : marks) step = std::max(step, badge_box(m, {}).width() + 1.5);
    std::vector<PagePoint> best;
    double least = 0;
    for (int i = 3; i <= 29; ++i) {
      const double t = i / 32.0, half = static_cast<double>(marks.size() - 1) / 2;
      std::vector<PagePoint> centers;
      double cost = 20 * std::abs(t - 0.48);
      for (std::size_t k = 0; k < marks.size(); ++k) {
        const double at = t + (static_cast<double>(k) - half) * step / length;
        centers.push_back(arrow.line.at(std::clamp(at, 0.0, 1.0)));
        cost += at < 0.05 || at > 0.95 ? blocked : badge_cost(arrow, badge_box(marks[k], centers.back()));
        if (k > 0 && badge_box(marks[k], centers[k]).overlaps(badge_box(marks[k - 1], centers[k - 1]))) cost += blocked;
      }
      if (best.empty() || cost < least) best = std::move(centers), least = cost;
    }
    if (least >= blocked) return false;
    for (std::size_t k = 0; k < marks.size(); ++k) add_badge(marks[k], best[k]);
    return true;
  }

  double badge_cost(const MarkedArrow& arrow, const PageBox& box) const {
    double cost = 0;
    if (!holds(bounds_, box)) cost += blocked;
    for (const PageBox& other : out_.obstacles.boxes) cost += box.grown(2).overlaps(other) ? blocked : 0;
    for (const auto& disc : out_.obstacles.discs) cost += distance_to_box(disc.center, box) < disc.radius + 2 ? blocked : 0;
    for (const MarkedArrow& other : in_.marks.arrows) {
      if (&other == &arrow) continue;
      const double d = distance_to_line(center_of(box), other.line.sampled(line_samples));
      if (d < box.height() / 2 + 3) cost += 60;
    }
    return cost;
  }

  void add_badge(std::size_t mark, PagePoint center) {
    const PageBox box = badge_box(mark, center);
    out_.badges.push_back({mark, center, box});
    out_.obstacles.boxes.push_back(box.grown(2.5));
  }

  LabelContent place_content(const MarkedPlace& p) const {
    LabelContent content;
    for (const std::size_t m : p.marks) {
      content.badges.push_back(number_of(in_.scene, m));
      content.ringed.push_back(in_.scene.marks[m].not_confirmed);
    }
    const ScenePlace& where = place(p.place);
    const Theme& t = in_.theme;
    std::vector<TextLine> lines;
    if (where.shape == PlaceShape::Country) {
      TextStyle style = haloed(text_style(t.country, t.ink, 600), t.tint);
      style.letter_spacing = 1.8;
      // One word a line where the country is narrower than its name.
      const auto box = box_of(in_.panel.places[p.place].rings);
      const std::string name = upper_case(where.name);
      const std::size_t space = name.find(' ');
      if (box && space != std::string::npos && in_.type.width(name, style) > 0.55 * box->width()) {
        lines.push_back({name.substr(0, space), style});
        lines.push_back({name.substr(space + 1), style});
      } else {
        lines.push_back({name, style});
      }
    } else if (where.shape == PlaceShape::Area) {
      if (!where.relation.empty()) lines.push_back({where.relation, haloed(text_style(t.context, t.ink, 400, true), t.land)});
      else if (!p.marks.empty()) lines.push_back({"somewhere in", haloed(text_style(t.context, t.ink, 400, true), t.land)});
      lines.push_back({where.name, haloed(text_style(t.label, t.ink, 700), t.land)});
    } else if (where.shape == PlaceShape::Water) {
      lines.push_back({where.relation.empty() ? "somewhere on the" : where.relation, haloed(text_style(t.context, t.ink, 400, true), t.water)});
      for (std::string& name : each_name(where.name)) lines.push_back({std::move(name), haloed(text_style(t.label, t.ink, 700, true), t.water)});
    } else {
      lines.push_back({where.name, haloed(text_style(t.label, t.ink, 700), t.land)});
    }
    if (p.marks.size() == 1 && static_cast<double>(in_.marks.places.size()) <= crowd) {
      const Mark& mark = in_.scene.marks[p.marks.front()];
      if (!mark.quantity_label.empty()) add_lines(lines, mark, haloed(text_style(t.context, t.ink), t.land));
    }
    content.text = in_.type.block(std::move(lines));
    return content;
  }

  // "1,500 special forces troops" and "8–13 Oct 2024": in one line while that is short.
  void add_lines(std::vector<TextLine>& lines, const Mark& mark, const TextStyle& style) const {
    constexpr double longest = 150;
    const std::string one = joined(mark.quantity_label, mark.date_label);
    if (in_.type.width(one, style) <= longest) {
      if (!one.empty()) lines.push_back({one, style});
      return;
    }
    for (const std::string* part : {&mark.quantity_label, &mark.date_label}) {
      if (!part->empty()) lines.push_back({*part, style});
    }
  }

  // One line for each report on a shared arrow, with its number; and which of them is denied, where not all are.
  void add_shared_lines(std::vector<TextLine>& lines, const MarkedArrow& a, const TextStyle& style) const {
    const auto denied = [&](std::size_t m) { return look_of(in_.scene.marks[m]).denied; };
    const auto marks = a.marks();
    const bool mixed = std::ranges::any_of(marks, denied) && !std::ranges::all_of(marks, denied);
    for (const std::size_t m : a.worded) {
      const std::string& words = in_.scene.marks[m].quantity_label;
      if (!words.empty()) lines.push_back({number_of(in_.scene, m) + ": " + words + (mixed && denied(m) ? " (denied)" : ""), style});
    }
  }

  // The same label with fewer words, for a crowd.
  template <typename Candidates>
  void add_shortened(Item& item, TextBlock words, double cost, Candidates&& candidates) const {
    item.short_text = words;
    const LabelContent content{item.content.badges, item.content.ringed, std::move(words)};
    for (LabelVariant& v : candidates(LabelShape(content, in_.theme, in_.type))) {
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
    auto variants = inside_area(LabelShape(content, in_.theme, in_.type), view.rings, view.center, size);
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
      const bool coarse = is_coarse(place(p.place).shape);
      Item item;
      item.content = place_content(p);
      item.marks = p.marks;
      item.place = p.place;
      item.name = place(p.place).name;
      item.symbol = view.center;
      item.priority = (p.marks.empty() ? 700 : 1000) - (coarse ? 60 : 0);
      const LabelShape shape(item.content, in_.theme, in_.type);
      item.variants = coarse ? area_variants(item.content, view, place(p.place).shape) : around_point(shape, view.center, view.radius);
      if (!coarse && item.content.text.lines.size() > 1) {
        add_shortened(item, in_.type.block({item.content.text.lines.front()}), 7, [&](const LabelShape& s) { return around_point(s, view.center, view.radius); });
      }
      if (place(p.place).shape == PlaceShape::Water) weigh_sea(item.variants);
      else if (!coarse) weigh_ground(item.variants, in_.mask, stands_on_coast(view));
      else if (!p.marks.empty()) add_last_resorts(item, shape);
      if (!p.marks.empty()) add_badges_only(item, coarse ? 1 : view.radius);
      if (coarse) weigh_other_areas(item.variants, p.place);
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

  // On a strange area an area's name would be taken for that one's.
  void weigh_other_areas(std::vector<LabelVariant>& variants, std::size_t own) const {
    constexpr double misleading = 30;
    for (LabelVariant& v : variants) {
      const PageBox& box = v.candidate.boxes.front();
      double most = 0;
      for (std::size_t i = 0; i < areas_.size(); ++i) {
        if (in_.marks.places[i].place != own && !holds_place(i, own)) most = std::max(most, share_within(box, areas_[i]));
      }
      v.candidate.cost += misleading * most;
    }
  }

  // The name of a sea stands on water.
  void weigh_sea(std::vector<LabelVariant>& variants) const {
    constexpr double on_land = 60;
    for (LabelVariant& v : variants) v.candidate.cost += on_land * in_.mask.land_share(v.candidate.boxes.front());
  }

  // A province of a tinted country stands on that country's tint.
  bool holds_place(std::size_t area, std::size_t own) const {
    const ScenePlace& outer = place(in_.marks.places[area].place);
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
      const TextStyle bold = haloed(text_style(in_.theme.context, in_.theme.ink, 600), in_.theme.land);
      std::vector<TextLine> lines, fewer;
      if (!a.also.empty()) {
        add_shared_lines(lines, a, bold);
      } else if (!a.worded.empty()) {
        add_lines(lines, in_.scene.marks[a.mark], bold);
        if (const auto& words = in_.scene.marks[a.mark].quantity_label; !words.empty()) fewer.push_back({words, bold});
      }
      if (!a.beyond.empty()) {
        lines.push_back({a.beyond, haloed(text_style(in_.theme.context, in_.theme.ink, 400, true), in_.theme.land)});
        fewer = {lines.back()};
      }
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
      const auto candidates = [&](const LabelShape& shape) { return beside_arrow(shape, a); };
      const bool can_shorten = !fewer.empty() && (fewer.size() < lines.size() || fewer.front().text != lines.front().text);
      item.content.text = in_.type.block(std::move(lines));
      item.variants = candidates(LabelShape(item.content, in_.theme, in_.type));
      if (can_shorten) add_shortened(item, in_.type.block(std::move(fewer)), 6, candidates);
      weigh_ground(item.variants, in_.mask, false);
      if (!on_line_[index]) {
        tie_to_line(item.variants, a.line);
        add_badges_only(item, 4);
      }
      items_.push_back(std::move(item));
    }
  }

  // Next to its line, and nearer to it than to anything else: words that a reader could give to another arrow or to a
  // town are worse than none, for the note has them.
  std::vector<LabelVariant> beside_arrow(const LabelShape& shape, const MarkedArrow& a) const {
    const double t = badge_parameter(a);
    std::vector<LabelVariant> variants = beside_line(shape, a.line, t, a.look.width / 2 + 6);
    // Close to the badge it is on the line's far side of the badge.
    for (LabelVariant& v : beside_line(shape, a.line, t, badge_height(in_.theme) / 2 + 5)) {
      v.candidate.cost += 0.5;
      variants.push_back(std::move(v));
    }
    const auto own = a.line.sampled(fine_samples);
    std::erase_if(variants, [&](LabelVariant& v) {
      const PageBox& box = v.candidate.boxes.front();
      const double d = nearest(own, box);
      if (v.candidate.may_lie_on_lines || d > farthest_from_line) return true;
      v.candidate.cost += 0.4 * std::max(0.0, d - 8);
      for (const MarkedPlace& p : in_.marks.places) {
        if (is_coarse(place(p.place).shape)) continue;
        const PlaceView& view = in_.panel.places[p.place];
        if (distance_to_box(view.center, box) - view.radius > d + 6) continue;
        if (p.place != a.from && p.place != a.to) return true;
        v.candidate.cost += 14;
      }
      for (const MarkedArrow& other : in_.marks.arrows) {
        if (&other != &a && nearest(other.line.sampled(fine_samples), box) < d + 3) return true;
      }
      return false;
    });
    return variants;
  }

  // A badge that stands off its line is tied to it, or a reader could give it to the next one.
  static void tie_to_line(std::vector<LabelVariant>& variants, const Curve& line) {
    constexpr double needs_tie = 7, short_of_line = 3;   // px
    const auto points = line.sampled(fine_samples);
    for (LabelVariant& v : variants) {
      const PageBox& box = v.candidate.boxes.front();
      // Not at the tail or the head, where other arrows may begin or end.
      PagePoint best = line.at(0.5);
      for (std::size_t i = points.size() / 6; i < points.size() * 5 / 6; ++i) {
        if (distance_to_box(points[i], box) < distance_to_box(best, box)) best = points[i];
      }
      const PagePoint from{std::clamp(best.x, box.left, box.right), std::clamp(best.y, box.top, box.bottom)};
      const double gap = distance(from, best);
      if (gap < needs_tie + short_of_line) continue;
      v.candidate.leader = PageSegment{best + (from - best) * (short_of_line / gap), from};
    }
  }

  static double nearest(const std::vector<PagePoint>& line, const PageBox& box) {
    double best = 1e9;
    for (const PagePoint p : line) best = std::min(best, distance_to_box(p, box));
    return best;
  }

  double badge_parameter(const MarkedArrow& a) const {
    for (const PlacedBadge& b : out_.badges) {
      if (b.mark != a.mark) continue;
      for (int i = 3; i <= 29; ++i) {
        if (distance(a.line.at(i / 32.0), b.center) < 0.5) return i / 32.0;
      }
    }
    return 0.5;
  }

  void accept(const Item& item, const LabelVariant& v) {
    for (std::size_t i = 0; i < item.marks.size() && i < v.badge_centers.size(); ++i) add_badge(item.marks[i], v.badge_centers[i]);
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
        if (items_[i].line) rescue_on_line(*items_[i].line, m);
        else add_badge(m, items_[i].symbol);
      }
    }
  }

  // On the line or beside it: over a halo or another line, if it must be, but as clear as can be of other badges and words. Beside it, it is tied to it.
  void rescue_on_line(const Curve& line, std::size_t mark) {
    constexpr double beside[] = {0, 17, -17, 32, -32};   // px
    PagePoint best = line.at(0.5), foot = best;
    double least = 1e9;
    for (int i = 1; i <= 30; ++i) {
      const PagePoint on_line = line.at(i / 32.0), tangent = line.tangent(i / 32.0);
      for (const double off : beside) {
        const PagePoint center = on_line + PagePoint{-tangent.y, tangent.x} * off;
        const PageBox box = badge_box(mark, center).grown(1);
        double cost = 0.01 * std::abs(i - 16) + 0.02 * std::abs(off);
        for (const PlacedBadge& b : out_.badges) cost += 8 * common_share(box, b.box);
        for (const PlacedText& t : out_.event_texts) cost += 4 * common_share(box, t.box);
        if (!holds(bounds_, box)) cost += 6;
        if (cost < least) least = cost, best = center, foot = on_line;
      }
    }
    add_badge(mark, best);
    if (distance(best, foot) > badge_height(in_.theme)) out_.leaders.push_back({foot, best + direction(best, foot) * (badge_box(mark, best).height() / 2)});
  }

  // How much of the first box lies under the second.
  static double common_share(const PageBox& box, const PageBox& other) {
    const double width = std::min(box.right, other.right) - std::max(box.left, other.left), height = std::min(box.bottom, other.bottom) - std::max(box.top, other.top);
    return std::max(width, 0.0) * std::max(height, 0.0) / (box.width() * box.height());
  }

  const LabelInput& in_;
  PageBox bounds_;
  PanelLabels out_;
  std::vector<Item> items_;
  std::vector<RingIndex> areas_;           // by marked place; empty for towns and for seas, in which others lie
  std::vector<bool> on_line_;              // by arrow: its badge stands on its line
};

}  // namespace

PageBox label_bounds(const PageBox& frame) noexcept { return frame.grown(-5); }

PageBox event_bounds(const PageBox& frame) noexcept { return frame.grown(-0.06 * std::min(frame.width(), frame.height())); }

PanelLabels place_event_labels(const LabelInput& input) { return EventLabels(input).run(); }

}  // namespace dateline::render
