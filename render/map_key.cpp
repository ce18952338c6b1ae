#include "render/map_key.hpp"

#include <algorithm>
#include <cmath>

#include "render/app6_marks.hpp"
#include "render/number_text.hpp"
#include "render/page_layout.hpp"

namespace dateline::render {
namespace {

TextStyle words(const Theme& theme) { return text_style(theme.note, theme.ink); }

ArrowLook arrow_look(Symbol symbol) {
  ArrowLook look;
  switch (symbol) {
    case Symbol::ArrowOngoing: look.status = MarkStatus::Ongoing; break;
    case Symbol::ArrowPlanned: look.status = MarkStatus::Planned; break;
    case Symbol::ArrowConditional: look.status = MarkStatus::Conditional; break;
    case Symbol::ArrowPast: look.status = MarkStatus::Past; break;
    case Symbol::ArrowDenied: look.denied = true; break;
    case Symbol::ArrowWithdrawal: look.withdrawal = true; break;
    case Symbol::ArrowTransfer: look.transfer = true; break;
    case Symbol::CoarseEnd: look.coarse_start = true; break;
    default: break;
  }
  return look;
}

Path segment(PagePoint a, PagePoint b) { return {MoveTo{a}, LineTo{b}}; }

void paint_sample(DisplayList& out, const KeyEntry& entry, PagePoint left, const ArrowWidths& widths, const Theme& theme, const Typesetter& type) {
  const PagePoint right = left + PagePoint{key_sample_width - 8, 0}, middle = (left + right) * 0.5;
  const PageBox swatch = box_at(middle, 26, 13);
  const std::vector<PageRing> rings = {{{swatch.left, swatch.top}, {swatch.right, swatch.top}, {swatch.right, swatch.bottom}, {swatch.left, swatch.bottom}}};
  switch (entry.symbol) {
    case Symbol::BeyondMap: {
      ArrowLook look;
      look.beyond = Beyond::Target;
      paint_arrow(out, make_curve(left, right - PagePoint{22, 0}, 0, 0), look, theme);
      break;
    }
    case Symbol::CoarseEnd: {
      // A piece of an outline, and a line that grows out of it.
      PathItem outline;
      outline.path = {MoveTo{left + PagePoint{-1, -8}}, CurveTo{left + PagePoint{5, -3}, left + PagePoint{5, 3}, left + PagePoint{-1, 8}}};
      outline.stroke = Stroke{theme.frame, 1.2, {}, Stroke::Cap::Butt, Stroke::Join::Round};
      out.emplace_back(std::move(outline));
      paint_arrow(out, make_curve(left + PagePoint{3.5, 0}, right, 0, 0), arrow_look(entry.symbol), theme);
      break;
    }
    case Symbol::Widths: {
      int row = 0;
      for (const double quantity : {widths.least(), widths.most()}) {
        PathItem line;
        line.path = segment(left + PagePoint{0, row == 0 ? -4.0 : 3.5}, right + PagePoint{0, row == 0 ? -4.0 : 3.5});
        line.stroke = Stroke{theme.mark, widths.of(quantity), {}, Stroke::Cap::Butt, Stroke::Join::Round};
        out.emplace_back(std::move(line));
        ++row;
      }
      break;
    }
    case Symbol::Military: paint_key_symbol(out, entry.code, middle, theme); break;
    case Symbol::SiteReported: paint_halo(out, middle, 6, SiteLook::Reported, theme); break;
    case Symbol::SitePlanned: paint_halo(out, middle, 6, SiteLook::Planned, theme); break;
    case Symbol::SiteDenied: paint_halo(out, middle, 6, SiteLook::Denied, theme); break;
    case Symbol::SitePast: paint_halo(out, middle, 6, SiteLook::Past, theme); break;
    case Symbol::AreaHatch: paint_area(out, rings, SiteLook::Reported, theme); break;
    case Symbol::Waves: paint_waves(out, middle, SiteLook::Reported, theme); break;
    case Symbol::CountryTint: paint_tint(out, rings, theme); break;
    case Symbol::NotConfirmed: {
      Theme small = theme;
      small.badge_size = theme.badge_size * 0.8;
      paint_badge(out, middle, "n", {true, SiteLook::Reported}, small, type);
      break;
    }
    default: paint_arrow(out, make_curve(left, right, -0.12, 0.12), arrow_look(entry.symbol), theme); break;
  }
}

int key_group(Symbol symbol) {
  if (symbol <= Symbol::ArrowTransfer) return 0;
  if (symbol <= Symbol::Widths) return 1;
  return symbol == Symbol::NotConfirmed ? 3 : 2;
}

}  // namespace

std::vector<KeyEntry> make_key(const SymbolUse& use, const ArrowWidths& widths) {
  SymbolUse all = use;
  std::erase_if(all, [](const auto& u) { return u.second.empty(); });
  const bool arrows = std::ranges::any_of(all, [](const auto& u) { return u.first <= Symbol::ArrowTransfer; });
  if (arrows && widths.scaled()) all[Symbol::Widths] = {};
  // In the order in which a reader of the notes meets them; lines before places, and what can be added to either last.
  std::vector<std::pair<Symbol, std::set<int>>> ordered(all.begin(), all.end());
  std::ranges::stable_sort(ordered, {}, [](const auto& u) { return std::pair{key_group(u.first), u.second.empty() ? 0 : *u.second.begin()}; });
  std::vector<KeyEntry> entries;
  for (const auto& [symbol, events] : ordered) {
    if (symbol == Symbol::Widths) entries.push_back({symbol, grouped_text(widths.least()) + " and " + grouped_text(widths.most()) + " persons"});
    else entries.push_back({symbol, std::string(key_text(symbol)) + " (" + std::to_string(events.size()) + ")"});
  }
  return entries;
}

double key_entry_width(const std::vector<KeyEntry>& entries, const Theme& theme, const Typesetter& type) {
  double widest = 0;
  for (const KeyEntry& e : entries) widest = std::max(widest, type.width(e.text, words(theme)));
  return key_sample_width + widest + 12;
}

void paint_key(DisplayList& out, const std::vector<KeyEntry>& entries, const PageBox& box, double column_width, double row_height,
               const ArrowWidths& widths, const Theme& theme, const Typesetter& type) {
  if (entries.empty()) return;
  out.emplace_back(BeginGroup{"key", "layer", "Key", "", ""});
  type.paint(out, "Key, with the number of events", {box.left, box.top + theme.heading * 0.8}, text_style(theme.heading, theme.ink, 700));
  const double top = box.top + key_title_height;
  const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(box.width() / column_width)));
  const std::size_t rows = (entries.size() + columns - 1) / columns;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const PagePoint left{box.left + static_cast<double>(i / rows) * column_width + 2, top + (static_cast<double>(i % rows) + 0.5) * row_height};
    paint_sample(out, entries[i], left, widths, theme, type);
    type.paint(out, entries[i].text, {left.x + key_sample_width, left.y + theme.note * 0.35}, words(theme));
  }
  out.emplace_back(EndGroup{});
}

}  // namespace dateline::render
