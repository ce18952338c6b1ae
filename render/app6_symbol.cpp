#include "render/app6_symbol.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "render/detail/app6_tables.hpp"
#include "render/page_geometry.hpp"

namespace dateline::render {
namespace {

using detail::App6Element;
using detail::App6Frame;

constexpr double frame_stroke = 4, icon_stroke = 3, gap_stroke = 5;   // hundredths of L, as all numbers here
constexpr double cap_height = 0.714;   // of the type's size, in Open Sans

const detail::App6Symbol* find_symbol(const App6Code& code) {
  const auto& all = detail::app6_symbols();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.set == code.set && s.entity == code.entity; });
  return found == all.end() ? nullptr : &*found;
}

const detail::App6Symbol& get_symbol(const App6Code& code) {
  if (const auto* symbol = find_symbol(code)) return *symbol;
  throw InputError("there is no symbol for entity " + code.entity + " of the set " + to_string(code.set), "`dateline symbol --list` shows the symbols that can be drawn");
}

styles::Color fill_of(const App6Code& code, bool civil, const App6Palette& palette) {
  switch (code.identity) {
    case App6Identity::Hostile: case App6Identity::Suspect: return palette.hostile;
    default: break;
  }
  if (civil) return palette.civil;
  switch (code.identity) {
    case App6Identity::Friend: case App6Identity::AssumedFriend: return palette.friendly;
    case App6Identity::Neutral: return palette.neutral;
    default: return palette.unknown;
  }
}

// A friend who plays suspect ("joker") or enemy ("faker") in an exercise: the friend's frame in the enemy's colour.
bool plays_enemy(const App6Code& code) {
  return code.context == App6Context::Exercise && (code.identity == App6Identity::Suspect || code.identity == App6Identity::Hostile);
}

const App6Frame& frame_of(const App6Code& code) { return detail::app6_frame(code.set, plays_enemy(code) ? App6Identity::Friend : code.identity); }

Path segment(double x1, double y1, double x2, double y2) { return {MoveTo{{x1, y1}}, LineTo{{x2, y2}}}; }
Path box_path(double left, double top, double right, double bottom) { return rectangle({left, top, right, bottom}); }

class SymbolPainter {
 public:
  SymbolPainter(const App6Code& code, PagePoint center, double side, const App6Palette& palette)
      : code_(code), symbol_(get_symbol(code)), frame_(frame_of(code)), palette_(palette), center_(center),
        scale_(side / 100) {}

  DisplayList run() {
    paint_frame();
    for (const App6Element& element : symbol_.icon) paint(element);
    if (code_.set == App6Set::Installation && !frame_.bar.empty()) add(frame_.bar, palette_.ink, frame_stroke, palette_.ink);
    paint_roles();
    paint_echelon();
    paint_condition();
    paint_context();
    return std::move(out_);
  }

 private:
  PagePoint place(PagePoint p) const { return {center_.x + p.x * scale_, center_.y + p.y * scale_}; }
  Path place(const Path& path) const {
    Path placed;
    for (const PathSegment& segment : path) {
      if (const auto* m = std::get_if<MoveTo>(&segment)) placed.emplace_back(MoveTo{place(m->to)});
      else if (const auto* l = std::get_if<LineTo>(&segment)) placed.emplace_back(LineTo{place(l->to)});
      else if (const auto* c = std::get_if<CurveTo>(&segment)) placed.emplace_back(CurveTo{place(c->control1), place(c->control2), place(c->to)});
      else placed.emplace_back(ClosePath{});
    }
    return placed;
  }

  void add(const Path& path, std::optional<styles::Color> stroke, double width, std::optional<styles::Color> fill, std::vector<double> dashes = {}) {
    PathItem item;
    item.path = place(path);
    item.fill = fill;
    item.fill_rule = FillRule::NonZero;
    for (double& dash : dashes) dash *= scale_;
    if (stroke) item.stroke = Stroke{*stroke, width * scale_, std::move(dashes), Stroke::Cap::Butt, Stroke::Join::Miter};
    out_.emplace_back(std::move(item));
  }
  void ink(const Path& path) { add(path, palette_.ink, frame_stroke, std::nullopt); }
  void word(const std::string& text, double size, PagePoint baseline, TextAnchor anchor) {
    TextItem item;
    item.text = text;
    item.at = place(baseline);
    item.anchor = anchor;
    item.style.size = size * scale_;
    item.style.weight = 700;
    item.style.color = palette_.ink;
    out_.emplace_back(std::move(item));
  }

  void paint_frame() {
    add(frame_.outline, palette_.ink, frame_stroke, fill_of(code_, symbol_.civil, palette_));
    // A gap is a pale dash over the black line, so that a dashed frame stays closed on any ground.
    const bool doubtful = code_.identity == App6Identity::Pending || code_.identity == App6Identity::AssumedFriend || code_.identity == App6Identity::Suspect;
    if (doubtful) add(frame_.outline, palette_.pale, gap_stroke, std::nullopt, {4, 4});
    else if (code_.status == App6Status::Planned) add(frame_.outline, palette_.pale, gap_stroke, std::nullopt, {8, 12});
  }

  void paint(const App6Element& element) {
    switch (element.kind) {
      case App6Element::Kind::Line: add(element.path, palette_.ink, icon_stroke, std::nullopt); break;
      case App6Element::Kind::Fill: add(element.path, std::nullopt, 0, palette_.ink); break;
      case App6Element::Kind::Both: add(element.path, palette_.ink, icon_stroke, palette_.ink); break;
      case App6Element::Kind::Pale: add(element.path, palette_.ink, icon_stroke, palette_.pale); break;
      case App6Element::Kind::Text:
        word(element.words, element.size, {element.at.x, element.at.y + element.size * cap_height / 2}, TextAnchor::Middle);
        break;
      case App6Element::Kind::Part:
        for (const App6Element& e : detail::app6_part(element.words, frame_.shape)) paint(e);
        break;
    }
  }

  void paint_context() {
    if (code_.context == App6Context::Reality) return;
    const char* letter = code_.context == App6Context::Simulation ? "S" : plays_enemy(code_) ? (code_.identity == App6Identity::Hostile ? "K" : "J") : "X";
    // Lobes leave their corner free.
    const double x = frame_.shape == "lobes" ? frame_.box.right - 10 : frame_.box.right + 10;
    word(letter, 35, {x, plays_enemy(code_) ? -60.0 : -50.0}, TextAnchor::Start);
  }

  void paint_roles() {
    const double top = frame_.box.top;
    if (code_.headquarters) ink(segment(frame_.staff.x, frame_.staff.y, frame_.staff.x, frame_.box.bottom + 100));
    if (code_.task_force) {
      const double half = code_.echelon == App6Echelon::Army ? 72.5 : code_.echelon == App6Echelon::ArmyGroup ? 90 : code_.echelon == App6Echelon::Corps ? 55 : 45;
      ink({MoveTo{{-half, top}}, LineTo{{-half, top - 40}}, LineTo{{half, top - 40}}, LineTo{{half, top}}});
    }
    if (code_.dummy) {
      const double half = frame_.box.width() / 2;
      Path roof = segment(0, top - half, frame_.box.left, top);
      const Path right = segment(0, top - half, frame_.box.right, top);
      roof.insert(roof.end(), right.begin(), right.end());
      add(roof, palette_.ink, frame_stroke, std::nullopt, {8, 8});
    }
  }

  // Centres of `count` marks `pitch` apart.
  static std::vector<double> row(int count, double pitch) {
    std::vector<double> centers;
    for (int i = 0; i < count; ++i) centers.push_back((i - (count - 1) / 2.0) * pitch);
    return centers;
  }

  void paint_echelon() {
    const double low = frame_.box.top - 10, high = frame_.box.top - 35, middle = frame_.box.top - 20;
    const int rank = static_cast<int>(code_.echelon);
    Path marks;
    const auto join = [&](const Path& path) { marks.insert(marks.end(), path.begin(), path.end()); };
    if (code_.echelon == App6Echelon::Team) {
      ink(circle({0, middle}, 15));
      ink(segment(-20, low, 20, high + 5));
    } else if (rank >= static_cast<int>(App6Echelon::Squad) && rank <= static_cast<int>(App6Echelon::Platoon)) {
      for (const double x : row(rank - 11, 30)) add(circle({x, middle}, 7.5), palette_.ink, frame_stroke, palette_.ink);
    } else if (rank >= static_cast<int>(App6Echelon::Company) && rank <= static_cast<int>(App6Echelon::Regiment)) {
      for (const double x : row(rank - 14, 20)) join(segment(x, low, x, high));
    } else if (rank >= static_cast<int>(App6Echelon::Brigade)) {
      for (const double x : row(rank == 18 ? 1 : rank - 19, 35)) {
        join(segment(x - 12.5, low, x + 12.5, high));
        join(segment(x + 12.5, low, x - 12.5, high));
      }
    }
    if (!marks.empty()) ink(marks);
  }

  // The bar of the operational condition, in the standard's colours; in one ink, damaged is white and destroyed black.
  void paint_condition() {
    const bool colored = palette_.friendly != palette_.hostile;
    std::optional<styles::Color> color;
    switch (code_.status) {
      case App6Status::FullyCapable: color = styles::Color{0, 1, 0}; break;
      case App6Status::Damaged: color = styles::Color{1, 1, 0}; break;
      case App6Status::Destroyed: color = styles::Color{1, 0, 0}; break;
      case App6Status::FullToCapacity: color = styles::Color{0, 180 / 255.0, 240 / 255.0}; break;
      case App6Status::Present: case App6Status::Planned: return;
    }
    if (!colored) color = code_.status == App6Status::Destroyed ? palette_.ink : palette_.pale;
    const PageBox& box = frame_.box;
    add(box_path(box.left, box.bottom + 5, box.right, box.bottom + 30), palette_.ink, frame_stroke, color);
  }

  const App6Code& code_;
  const detail::App6Symbol& symbol_;
  const App6Frame& frame_;
  const App6Palette& palette_;
  PagePoint center_;
  double scale_;
  DisplayList out_;
};

}  // namespace

App6Palette App6Palette::without_colors() {
  App6Palette palette;
  const styles::Color white{1, 1, 1};
  palette.friendly = palette.hostile = palette.neutral = palette.unknown = palette.civil = palette.pale = white;
  return palette;
}

DisplayList app6_symbol(const App6Code& code, PagePoint center, double side, const App6Palette& palette) {
  return SymbolPainter(code, center, side, palette).run();
}

PageBox app6_box(const App6Code& code, PagePoint center, double side) {
  PageBox box = frame_of(code).box;
  const double top = box.top, half = box.width() / 2;
  if (code.echelon != App6Echelon::None) box.top = std::min(box.top, top - 36);
  if (code.task_force) box.top = std::min(box.top, top - 40);
  if (code.dummy) box.top = std::min(box.top, top - half);
  if (code.set == App6Set::Installation) box.top = std::min(box.top, top - 12);
  if (code.echelon == App6Echelon::Army || code.echelon == App6Echelon::ArmyGroup) {
    const double reach = code.echelon == App6Echelon::Army ? 73 : 91;
    box.left = std::min(box.left, -reach), box.right = std::max(box.right, reach);
  }
  if (code.status != App6Status::Present && code.status != App6Status::Planned) box.bottom += 30;
  if (code.headquarters) box.bottom = std::max(box.bottom, frame_of(code).box.bottom + 100);
  if (code.context != App6Context::Reality) box.right += 35;
  const double scale = side / 100;
  box = box.grown(frame_stroke);   // mitres of the diamond reach a little further than half the stroke
  return {center.x + box.left * scale, center.y + box.top * scale, center.x + box.right * scale, center.y + box.bottom * scale};
}

std::vector<App6Entry> app6_entries() {
  std::vector<App6Entry> entries;
  for (const auto& symbol : detail::app6_symbols()) entries.push_back({symbol.set, symbol.entity, symbol.name});
  return entries;
}

std::string app6_name(const App6Code& code) {
  const auto* symbol = find_symbol(code);
  return symbol == nullptr ? "" : symbol->name;
}

}  // namespace dateline::render
