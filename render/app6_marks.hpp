#pragma once

#include <string>
#include <vector>

#include "render/app6_symbol.hpp"
#include "render/map_key.hpp"
#include "render/panel_labels.hpp"

/// Military symbols beside the badges of a map, where the scene has codes for its marks.
namespace dateline::render {

struct PlacedSymbol {
  std::size_t mark = 0;
  App6Code code;
  PagePoint center;
  PageBox box;
};

/// One symbol for each event of the panel whose mark has a code, beside its badge, clear of everything placed so far; added to
/// the labels' obstacles. One that finds no room is told in the labels' diagnostics.
[[nodiscard]] std::vector<PlacedSymbol> place_symbols(const LabelInput& input, PanelLabels& labels);
void paint_symbol(DisplayList& out, const PlacedSymbol& symbol, const Theme& theme);

/// "special forces: unknown, planned (2)" for each different symbol that occurs, in the order of the marks.
void add_symbols_to_key(std::vector<KeyEntry>& key, const Scene& scene);
/// A symbol as the key shows it, in a box of the key's sample at `middle`.
void paint_key_symbol(DisplayList& out, const std::string& code, PagePoint middle, const Theme& theme);

}  // namespace dateline::render
