#include "render/app6_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::render {
namespace {

constexpr double map_side = 19, key_side = 12;   // L in CSS px: a frame is one and a half times as wide
constexpr double farthest = 46;                  // px from badge to symbol; further away it could belong to another event

/// Where colours have no meaning (a grey theme), shape alone tells the identity.
App6Palette palette_of(const Theme& theme) {
  const auto is_grey = [](styles::Color c) { return std::abs(c.r - c.g) < 0.02 && std::abs(c.g - c.b) < 0.02; };
  return is_grey(theme.mark) && is_grey(theme.tint) ? App6Palette::without_colors() : App6Palette{};
}

void append(DisplayList& out, const DisplayList& more) { out.insert(out.end(), more.begin(), more.end()); }

/// What a box at this place would cover; 0 if it is free.
double conflicts(const PageBox& box, const LabelObstacles& obstacles) {
  double cost = 0;
  for (const PageBox& other : obstacles.boxes) cost += box.overlaps(other) ? 100 : 0;
  for (const auto& disc : obstacles.discs) cost += distance_to_box(disc.center, box) < disc.radius ? 40 : 0;
  for (const PageSegment& line : obstacles.lines) cost += touches(line, box) ? 6 : 0;
  return cost;
}

/// Centres around a badge, the near ones and those above first.
std::vector<PagePoint> candidates(const PlacedBadge& badge, const PageBox& symbol) {
  constexpr std::array<std::pair<double, double>, 8> directions{{{0, -1}, {1, 0}, {-1, 0}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}}};
  std::vector<PagePoint> centers;
  for (double gap = 2; gap <= farthest; gap += 4) {
    for (const auto& [x, y] : directions) {
      const double dx = x * (badge.box.width() / 2 + gap) + (x > 0 ? -symbol.left : x < 0 ? -symbol.right : 0);
      const double dy = y * (badge.box.height() / 2 + gap) + (y > 0 ? -symbol.top : y < 0 ? -symbol.bottom : 0);
      centers.push_back(badge.center + PagePoint{dx, dy});
    }
  }
  return centers;
}

}  // namespace

std::vector<PlacedSymbol> place_symbols(const LabelInput& input, PanelLabels& labels) {
  std::vector<PlacedSymbol> symbols;
  const PageBox bounds = label_bounds(input.panel.frame.page());
  for (const PlacedBadge& badge : labels.badges) {
    const std::string& sidc = input.scene.marks[badge.mark].symbol;
    const bool has_one = std::ranges::any_of(symbols, [&](const PlacedSymbol& s) { return s.mark == badge.mark; });
    if (sidc.empty() || has_one) continue;
    const App6Code code = parse_app6_code(sidc);
    const PageBox around = app6_box(code, {0, 0}, map_side);
    const auto box_of = [&](PagePoint c) { return PageBox{c.x + around.left, c.y + around.top, c.x + around.right, c.y + around.bottom}; };
    std::optional<PagePoint> best;
    double least = 40;   // over a shaft or two, never over words, badges or halos
    for (const PagePoint center : candidates(badge, around)) {
      const PageBox box = box_of(center);
      if (!holds(bounds, box)) continue;
      const double cost = conflicts(box.grown(1), labels.obstacles) + 0.3 * distance_to_box(badge.center, box);
      if (cost < least) least = cost, best = center;
    }
    if (!best) {
      labels.diagnostics.push_back({Severity::Note, "no room for the symbol of number " + std::to_string(input.scene.marks[badge.mark].number),
                                    "a larger picture has more room", {}, {}, 1});
      continue;
    }
    symbols.push_back({badge.mark, code, *best, box_of(*best)});
    labels.obstacles.boxes.push_back(symbols.back().box);
  }
  return symbols;
}

void paint_symbol(DisplayList& out, const PlacedSymbol& symbol, const Theme& theme) {
  append(out, app6_symbol(symbol.code, symbol.center, map_side, palette_of(theme)));
}

void add_symbols_to_key(std::vector<KeyEntry>& key, const Scene& scene) {
  std::vector<std::pair<std::string, int>> counts;
  for (const Mark& mark : scene.marks) {
    if (mark.symbol.empty()) continue;
    const auto known = std::ranges::find(counts, mark.symbol, &std::pair<std::string, int>::first);
    if (known == counts.end()) counts.emplace_back(mark.symbol, 1);
    else ++known->second;
  }
  for (const auto& [sidc, count] : counts) {
    const App6Code code = parse_app6_code(sidc);
    std::string text = app6_name(code);
    text[0] = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    std::string amplifiers = app6_amplifiers(code);
    if (code.identity == App6Identity::Unknown) amplifiers.replace(0, 7, "side not given");
    key.push_back({Symbol::Military, text + ": " + amplifiers + " (" + std::to_string(count) + ")", sidc});
  }
}

void paint_key_symbol(DisplayList& out, const std::string& code, PagePoint middle, const Theme& theme) {
  append(out, app6_symbol(parse_app6_code(code), middle, key_side, palette_of(theme)));
}

}  // namespace dateline::render
