#include "render/symbols.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr double usual_width = 2.6;
constexpr double least_width = 1.4, most_width = 5;   // far enough apart that the key's two samples differ

struct SymbolText {
  Symbol symbol;
  const char* text;
};
constexpr SymbolText texts[] = {
    {Symbol::ArrowReported, "Movement, as reported"},
    {Symbol::ArrowOngoing, "Movement reported under way"},
    {Symbol::ArrowPlanned, "Announced or expected"},
    {Symbol::ArrowConditional, "Only under a condition"},
    {Symbol::ArrowPast, "Earlier movement"},
    {Symbol::ArrowDenied, "Reported, and denied"},
    {Symbol::ArrowWithdrawal, "Withdrawal"},
    {Symbol::ArrowTransfer, "Transfer of equipment"},
    {Symbol::CoarseEnd, "From somewhere in the area"},
    {Symbol::BeyondMap, "Goes beyond this map"},
    {Symbol::Widths, "Line width: persons reported"},
    {Symbol::SiteReported, "Place named in a report"},
    {Symbol::SitePlanned, "Place named in a plan"},
    {Symbol::SiteDenied, "Place; someone denies it"},
    {Symbol::SitePast, "Place; earlier, or left"},
    {Symbol::AreaHatch, "Somewhere in this area"},
    {Symbol::Waves, "Somewhere on this sea"},
    {Symbol::CountryTint, "Known only by country"},
    {Symbol::NotConfirmed, "Someone cannot confirm it"},
};

bool is_grey(const ArrowLook& look) { return look.withdrawal || look.status == MarkStatus::Past; }

styles::Color line_color(const ArrowLook& look, const Theme& theme) {
  if (is_grey(look)) return theme.withdrawn;
  return look.status == MarkStatus::Planned || look.status == MarkStatus::Conditional ? theme.planned : theme.mark;
}

std::vector<double> dashes(const ArrowLook& look) {
  if (look.status == MarkStatus::Planned) return {look.width * 3.2, look.width * 2};
  // Round caps make dots of dashes without length.
  if (look.status == MarkStatus::Conditional) return {0.01, look.width * 2.2};
  return {};
}

// The first part of a line that starts nowhere in particular: it grows from a hair to its full width.
Path taper(const Curve& line, double to, double width) {
  constexpr int steps = 12;
  std::vector<PagePoint> left, right;
  for (int i = 0; i <= steps; ++i) {
    const double t = to * i / steps;
    const PagePoint p = line.at(t), d = line.tangent(t);
    const double half = width * (0.08 + 0.42 * i / steps);
    left.push_back(p + PagePoint{-d.y, d.x} * half);
    right.push_back(p + PagePoint{d.y, -d.x} * half);
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  Path path = polyline(left);
  path.emplace_back(ClosePath{});
  return path;
}

PathItem stroke_of(Path path, styles::Color color, double width, std::vector<double> dash = {}, Stroke::Cap cap = Stroke::Cap::Butt) {
  PathItem item;
  item.path = std::move(path);
  item.stroke = Stroke{color, width, std::move(dash), cap, Stroke::Join::Round};
  return item;
}

Path curve_path(const Curve& c) { return {MoveTo{c.start}, CurveTo{c.control1, c.control2, c.end}}; }

void paint_shaft(DisplayList& out, const Curve& shaft, const ArrowLook& look, const Theme& theme) {
  const auto color = line_color(look, theme);
  const auto cap = look.status == MarkStatus::Conditional ? Stroke::Cap::Round : Stroke::Cap::Butt;
  Curve body = shaft;
  if (look.coarse_start) {
    const double length = shaft.length();
    const bool broken = look.status == MarkStatus::Planned || look.status == MarkStatus::Conditional;
    const double share = std::min(broken ? 0.24 : 0.45, 46 / std::max(length, 1.0));
    PathItem tail;
    tail.path = taper(shaft, share, look.width);
    tail.fill = color;
    out.emplace_back(std::move(tail));
    body = shaft.part(share * 0.98, 1);
  }
  // A pale casing keeps the line apart from borders and rivers.
  out.emplace_back(stroke_of(curve_path(body), color, look.width, dashes(look), cap));
  if (look.transfer) out.emplace_back(stroke_of(curve_path(body), theme.paper, look.width * 0.42));
}

// The way goes on beyond the map: dots in line with the arrow's end.
constexpr int dots = 3;
constexpr double dot_radius = 1.5, dot_step = 6.5;

PagePoint dot_at(const Curve& line, const ArrowLook& look, int index) {
  const double away = dot_step * (index + 0.85);
  return look.beyond == Beyond::Target ? line.end + line.tangent(1) * away : line.start - line.tangent(0) * away;
}

void paint_dots(DisplayList& out, const Curve& line, const ArrowLook& look, const Theme& theme) {
  for (int i = 0; i < dots; ++i) {
    PathItem dot;
    dot.path = circle(dot_at(line, look, i), dot_radius);
    dot.fill = line_color(look, theme);
    dot.stroke = Stroke{Theme::faded(theme.paper, 0.75), 0.8, {}, Stroke::Cap::Butt, Stroke::Join::Round};
    out.emplace_back(std::move(dot));
  }
}

// Two parallel bars: a single one could be a border or a stray stroke.
void paint_bar(DisplayList& out, PagePoint at, PagePoint along, double half, const Theme& theme) {
  const PagePoint across = rotated({-along.y, along.x}, 0.3);
  Path bars;
  for (const double shift : {-2.6, 2.6}) {
    const PagePoint middle = at + along * shift;
    bars.insert(bars.end(), {MoveTo{middle - across * half}, LineTo{middle + across * half}});
  }
  out.emplace_back(stroke_of(bars, theme.paper, 5.2));
  out.emplace_back(stroke_of(bars, theme.denied, 2.2));
}

// What is still on its way has a second head behind the first.
void paint_second_head(DisplayList& out, const Curve& line, double width, styles::Color color, const Theme& theme) {
  constexpr double behind_head = 4;   // px
  const double t = std::clamp(1 - (head_length(width) + behind_head) / std::max(line.length(), 1.0), 0.4, 0.95);
  const PagePoint d = line.tangent(t), across{-d.y, d.x}, at = line.at(t);
  const double reach = head_width(width) / 2;
  const Path chevron{MoveTo{at - d * reach + across * reach}, LineTo{at}, LineTo{at - d * reach - across * reach}};
  out.emplace_back(stroke_of(chevron, theme.paper, 4.4));
  out.emplace_back(stroke_of(chevron, color, 2));
}

// Across a place one slanting stroke is enough, and two would look like a ladder.
void paint_slash(DisplayList& out, PagePoint center, double half, const Theme& theme) {
  const PagePoint along = PagePoint{1, -1} * (half / std::sqrt(2.0));
  const Path slash{MoveTo{center - along}, LineTo{center + along}};
  out.emplace_back(stroke_of(slash, theme.paper, 5.4));
  out.emplace_back(stroke_of(slash, theme.denied, 2.4));
}

}  // namespace

const char* key_text(Symbol symbol) noexcept {
  for (const SymbolText& t : texts) {
    if (t.symbol == symbol) return t.text;
  }
  return "";
}

ArrowLook look_of(const Mark& mark) noexcept {
  ArrowLook look;
  look.status = mark.status == MarkStatus::Denied ? MarkStatus::Reported : mark.status;
  look.denied = mark.denied || mark.status == MarkStatus::Denied;
  look.withdrawal = mark.kind == MarkKind::Withdrawal;
  look.transfer = mark.kind == MarkKind::Transfer;
  return look;
}

std::set<Symbol> symbols_of(const ArrowLook& look) {
  std::set<Symbol> result;
  if (look.withdrawal) result.insert(Symbol::ArrowWithdrawal);
  if (look.transfer) result.insert(Symbol::ArrowTransfer);
  if (look.denied) result.insert(Symbol::ArrowDenied);
  if (look.beyond != Beyond::No) result.insert(Symbol::BeyondMap);
  else if (look.coarse_start) result.insert(Symbol::CoarseEnd);
  switch (look.status) {
    case MarkStatus::Reported:
      if (!look.withdrawal && !look.transfer && !look.denied) result.insert(Symbol::ArrowReported);
      break;
    case MarkStatus::Ongoing: result.insert(Symbol::ArrowOngoing); break;
    case MarkStatus::Planned: result.insert(Symbol::ArrowPlanned); break;
    case MarkStatus::Conditional: result.insert(Symbol::ArrowConditional); break;
    case MarkStatus::Past: result.insert(Symbol::ArrowPast); break;
    case MarkStatus::Denied: result.insert(Symbol::ArrowDenied); break;
  }
  return result;
}

SiteLook site_look(const Mark& mark) noexcept {
  if (mark.denied || mark.status == MarkStatus::Denied) return SiteLook::Denied;
  if (mark.status == MarkStatus::Planned || mark.status == MarkStatus::Conditional) return SiteLook::Planned;
  if (mark.status == MarkStatus::Past || mark.kind == MarkKind::Withdrawal) return SiteLook::Past;
  return SiteLook::Reported;
}

Symbol symbol_of(SiteLook look) noexcept {
  switch (look) {
    case SiteLook::Reported: return Symbol::SiteReported;
    case SiteLook::Planned: return Symbol::SitePlanned;
    case SiteLook::Denied: return Symbol::SiteDenied;
    case SiteLook::Past: return Symbol::SitePast;
  }
  return Symbol::SiteReported;
}

double bar_parameter(const Curve& line, double width) noexcept {
  constexpr double behind_head = 9;   // px, so that the bars are free of the head
  return std::clamp(1 - (head_length(width) + behind_head) / std::max(line.length(), 1.0), 0.5, 0.92);
}
double head_length(double width) noexcept { return 7.5 + width * 2.4; }
double head_width(double width) noexcept { return 5.5 + width * 2.3; }

std::optional<PageBox> dots_box(const Curve& line, const ArrowLook& look) noexcept {
  if (look.beyond == Beyond::No) return std::nullopt;
  const PagePoint first = dot_at(line, look, 0), last = dot_at(line, look, dots - 1);
  return unite(box_at(first, 2 * dot_radius, 2 * dot_radius), box_at(last, 2 * dot_radius, 2 * dot_radius));
}

void paint_arrow(DisplayList& out, const Curve& line, const ArrowLook& look, const Theme& theme) {
  const auto color = line_color(look, theme);
  if (look.beyond != Beyond::No) paint_dots(out, line, look, theme);
  const bool open = look.status == MarkStatus::Planned || look.status == MarkStatus::Conditional;
  const ArrowHead head = make_head(line, head_length(look.width), head_width(look.width));
  PathItem casing = stroke_of(curve_path(line), Theme::faded(theme.paper, 0.75), look.width + 3);
  out.emplace_back(std::move(casing));
  paint_shaft(out, head.shaft, look, theme);
  PathItem tip;
  if (open) {
    tip = stroke_of({MoveTo{head.left}, LineTo{head.tip}, LineTo{head.right}, ClosePath{}}, color, 1.6);
    tip.fill = theme.paper;
  } else {
    // A notch in the base makes the head read as a head even where the line is wide.
    const PagePoint middle = (head.left + head.right) * 0.5;
    const PagePoint notch = middle + (head.tip - middle) * 0.22;
    tip.path = {MoveTo{head.tip}, LineTo{head.left}, LineTo{notch}, LineTo{head.right}, ClosePath{}};
    tip.fill = color;
  }
  out.emplace_back(std::move(tip));
  if (look.withdrawal) {
    // The reversed head at the place that was left.
    const PagePoint d = line.tangent(0.04), across{-d.y, d.x}, at = line.at(0.06);
    const double reach = head_width(look.width) / 2;
    out.emplace_back(stroke_of({MoveTo{at - d * reach + across * reach}, LineTo{at}, LineTo{at - d * reach - across * reach}}, color, 1.8));
  }
  if (look.status == MarkStatus::Ongoing && !look.denied) paint_second_head(out, line, look.width, color, theme);
  if (!look.denied) return;
  const double t = bar_parameter(line, look.width);
  paint_bar(out, line.at(t), line.tangent(t), 6.5 + look.width * 0.7, theme);
}

void paint_halo(DisplayList& out, PagePoint center, double radius, SiteLook look, const Theme& theme) {
  const auto color = look == SiteLook::Past ? theme.withdrawn : look == SiteLook::Planned ? theme.planned : theme.mark;
  PathItem ground;
  ground.path = circle(center, radius + 1.4);
  // A large disc that is only planned must not look like a hole in the map.
  ground.fill = Theme::faded(theme.paper, look == SiteLook::Planned && radius > 14 ? 0.3 : 0.8);
  out.emplace_back(std::move(ground));
  PathItem halo;
  halo.path = circle(center, radius);
  if (look != SiteLook::Planned) halo.fill = Theme::faded(color, radius > 14 ? 0.22 : 0.32);
  halo.stroke = Stroke{color, 1.5, look == SiteLook::Planned ? std::vector<double>{3, 2.2} : std::vector<double>{}, Stroke::Cap::Butt, Stroke::Join::Round};
  out.emplace_back(std::move(halo));
  if (look == SiteLook::Denied) paint_slash(out, center, radius + 4.5, theme);
}

void paint_area(DisplayList& out, const std::vector<PageRing>& rings, SiteLook look, const Theme& theme) {
  const auto color = look == SiteLook::Past ? theme.withdrawn : theme.area;
  PathItem area;
  area.path = rings_path(rings);
  area.fill = Theme::faded(color, 0.06);
  area.hatch = Hatch{Theme::faded(color, 0.55), look == SiteLook::Planned ? 11.0 : 7.0, 0.9, 45};
  area.stroke = Stroke{Theme::faded(color, 0.8), 1, {5, 3}, Stroke::Cap::Butt, Stroke::Join::Round};
  out.emplace_back(std::move(area));
}

void paint_waves(DisplayList& out, PagePoint center, SiteLook look, const Theme& theme) {
  constexpr double reach = 9, step = 4.5, rise = 1.9;   // px: half a row's length, between rows, of a crest
  Path rows;
  for (const double y : {-step, 0.0, step}) {
    const double shift = y == 0 ? 2 : -2;   // like bricks
    const double crest = reach / 2;
    rows.emplace_back(MoveTo{center + PagePoint{shift - reach, y}});
    for (const double x : {-reach, 0.0}) {
      rows.emplace_back(CurveTo{center + PagePoint{shift + x + crest * 0.5, y - 2 * rise}, center + PagePoint{shift + x + crest * 1.5, y + 2 * rise}, center + PagePoint{shift + x + 2 * crest, y}});
    }
  }
  const auto color = look == SiteLook::Past ? theme.withdrawn : theme.area;
  out.emplace_back(stroke_of(std::move(rows), color, 1.6, look == SiteLook::Planned ? std::vector{3.0, 2.2} : std::vector<double>{}, Stroke::Cap::Butt));
  if (look == SiteLook::Denied) paint_slash(out, center, waves_radius + 2, theme);
}

void paint_tint(DisplayList& out, const std::vector<PageRing>& rings, const Theme& theme) {
  PathItem tint;
  tint.path = rings_path(rings);
  tint.fill = theme.tint;
  out.emplace_back(std::move(tint));
}

double badge_height(const Theme& theme) noexcept { return theme.badge_size * 1.55; }

double badge_width(const std::string& number, const Theme& theme, const Typesetter& type) {
  const double text = type.width(number, text_style(theme.badge_size, theme.badge_text, 700));
  return std::max(badge_height(theme), text + theme.badge_size * 0.8);
}

void paint_badge(DisplayList& out, PagePoint center, const std::string& number, const BadgeLook& look, const Theme& theme,
                 const Typesetter& type) {
  const double height = badge_height(theme), width = badge_width(number, theme, type);
  PathItem ground;
  ground.path = rounded_rectangle(box_at(center, width + 2.4, height + 2.4), height);
  ground.fill = theme.paper;
  out.emplace_back(std::move(ground));
  PathItem plate;
  plate.path = rounded_rectangle(box_at(center, width, height), height / 2);
  plate.fill = theme.badge;
  out.emplace_back(std::move(plate));
  if (look.not_confirmed) {
    PathItem ring;
    ring.path = rounded_rectangle(box_at(center, width + 2 * badge_ring + 1, height + 2 * badge_ring + 1), height);
    ring.stroke = Stroke{theme.badge, 1.2, {}, Stroke::Cap::Butt, Stroke::Join::Round};
    out.emplace_back(std::move(ring));
  }
  // Digits stand a third of their size below the middle.
  type.paint(out, number, {center.x, center.y + theme.badge_size * 0.355}, text_style(theme.badge_size, theme.badge_text, 700), TextAnchor::Middle);
}

ArrowWidths::ArrowWidths(const Scene& scene) {
  bool first = true;
  for (const Mark& mark : scene.marks) {
    if (!mark.quantity || !(*mark.quantity > 0) || !mark.origin || mark.destinations.empty()) continue;
    least_ = first ? *mark.quantity : std::min(least_, *mark.quantity);
    most_ = first ? *mark.quantity : std::max(most_, *mark.quantity);
    first = false;
  }
  scaled_ = !first && most_ > least_ * 1.2;
}

double ArrowWidths::of(double quantity) const noexcept {
  return least_width + (most_width - least_width) * std::sqrt(std::clamp(quantity / most_, 0.0, 1.0));
}

double ArrowWidths::of(const Mark& mark) const noexcept {
  return scaled_ && mark.quantity && *mark.quantity > 0 ? of(*mark.quantity) : usual_width;
}

}  // namespace dateline::render
