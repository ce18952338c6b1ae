#include "render/event_words.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

constexpr double crowd = 18;   // more places in a panel than this go without what their reports say

std::string joined(const std::string& a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + ", " + b; }

}  // namespace

std::string number_of(const Scene& scene, std::size_t mark) { return std::to_string(scene.marks[mark].number); }

LabelContent EventWords::of_place(const MarkedPlace& p) const {
  const Theme& t = in_.theme;
  LabelContent content;
  for (const std::size_t m : p.marks) {
    content.badges.push_back(number_of(in_.scene, m));
    content.ringed.push_back(in_.scene.marks[m].not_confirmed);
  }
  std::vector<TextLine> lines = named(p);
  if (p.marks.size() == 1 && static_cast<double>(in_.marks.places.size()) <= crowd) {
    const Mark& mark = in_.scene.marks[p.marks.front()];
    if (!mark.quantity_label.empty()) add_report(lines, mark, haloed(text_style(t.context, t.ink), t.land));
  }
  content.text = in_.type.block(std::move(lines));
  return content;
}

std::vector<TextLine> EventWords::brief_of(const MarkedPlace& p) const { return place(p).shape == PlaceShape::Area ? named(p) : name_of(p); }

// The name with what stands above it.
std::vector<TextLine> EventWords::named(const MarkedPlace& p) const {
  const Theme& t = in_.theme;
  const auto& ground = place(p).shape == PlaceShape::Water ? t.water : t.land;
  std::vector<TextLine> lines;
  if (std::string words = above_name(p); !words.empty()) lines.push_back({std::move(words), haloed(text_style(t.context, t.ink, 400, true), ground)});
  for (TextLine& line : name_of(p)) lines.push_back(std::move(line));
  return lines;
}

// "south of", "somewhere in": how far the name is to be believed.
std::string EventWords::above_name(const MarkedPlace& p) const {
  const ScenePlace& where = place(p);
  if (where.shape == PlaceShape::Water) return where.relation.empty() ? "somewhere on" : where.relation;
  if (where.shape != PlaceShape::Area) return "";
  return !where.relation.empty() ? where.relation : p.marks.empty() ? "" : "somewhere in";
}

std::vector<TextLine> EventWords::name_of(const MarkedPlace& p) const {
  const Theme& t = in_.theme;
  const ScenePlace& where = place(p);
  if (where.shape == PlaceShape::Country) return country_name(p);
  const bool water = where.shape == PlaceShape::Water;
  const TextStyle style = haloed(text_style(t.label, t.ink, 700, water), water ? t.water : t.land);
  std::vector<TextLine> lines;
  if (!water) return {{where.name, style}};
  for (std::string& name : each_name(where.name)) lines.push_back({std::move(name), style});
  return lines;
}

// One word a line where the country is narrower than its name.
std::vector<TextLine> EventWords::country_name(const MarkedPlace& p) const {
  TextStyle style = haloed(text_style(in_.theme.country, in_.theme.ink, 600), in_.theme.tint);
  style.letter_spacing = 1.8;
  const auto box = box_of(in_.panel.places[p.place].rings);
  const std::string name = upper_case(place(p).name);
  const std::size_t space = name.find(' ');
  if (!box || space == std::string::npos || in_.type.width(name, style) <= 0.55 * box->width()) return {{name, style}};
  return {{name.substr(0, space), style}, {name.substr(space + 1), style}};
}

EventWords::Arrow EventWords::of_arrow(const MarkedArrow& a) const {
  const TextStyle bold = haloed(text_style(in_.theme.context, in_.theme.ink, 600), in_.theme.land);
  Arrow words;
  if (!a.also.empty()) {
    add_shared_reports(words.lines, a, bold);
  } else if (!a.worded.empty()) {
    const Mark& mark = in_.scene.marks[a.mark];
    add_report(words.lines, mark, bold);
    if (!mark.quantity_label.empty()) words.fewer.push_back({mark.quantity_label, bold});
  }
  if (!a.beyond.empty()) {
    words.lines.push_back({a.beyond, haloed(text_style(in_.theme.context, in_.theme.ink, 400, true), in_.theme.land)});
    words.fewer = {words.lines.back()};
  }
  const bool shorter = !words.fewer.empty() && (words.fewer.size() < words.lines.size() || words.fewer.front().text != words.lines.front().text);
  if (!shorter) words.fewer.clear();
  return words;
}

// "1,500 special forces troops" and "8–13 Oct 2024": in one line while that is short.
void EventWords::add_report(std::vector<TextLine>& lines, const Mark& mark, const TextStyle& style) const {
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
void EventWords::add_shared_reports(std::vector<TextLine>& lines, const MarkedArrow& a, const TextStyle& style) const {
  const auto denied = [&](std::size_t m) { return look_of(in_.scene.marks[m]).denied; };
  const auto marks = a.marks();
  const bool mixed = std::ranges::any_of(marks, denied) && !std::ranges::all_of(marks, denied);
  for (const std::size_t m : a.worded) {
    const std::string& words = in_.scene.marks[m].quantity_label;
    if (!words.empty()) lines.push_back({number_of(in_.scene, m) + ": " + words + (mixed && denied(m) ? " (denied)" : ""), style});
  }
}

}  // namespace dateline::render
