#pragma once

#include <string>
#include <vector>

#include "render/app6_code.hpp"
#include "render/display_list.hpp"

/// Military symbols of APP-6 / MIL-STD-2525, constructed from the tables in render/data (docs/symbols.md).
namespace dateline::render {

/// Fills by identity, and the two inks. The defaults are the standard's middle colours.
struct App6Palette {
  styles::Color friendly{128 / 255.0, 224 / 255.0, 1}, hostile{1, 128 / 255.0, 128 / 255.0}, neutral{170 / 255.0, 1, 170 / 255.0};
  styles::Color unknown{1, 1, 128 / 255.0}, civil{1, 161 / 255.0, 1};
  styles::Color pale{239 / 255.0, 239 / 255.0, 239 / 255.0}, ink{0, 0, 0};
  /// For print in one ink: shape alone tells the identity.
  [[nodiscard]] static App6Palette without_colors();
};

/// The symbol as paths and words in page units, its octagon's centre at `center` and L = `side` CSS px. Throws InputError
/// for an entity that is not listed.
[[nodiscard]] DisplayList app6_symbol(const App6Code& code, PagePoint center, double side, const App6Palette& palette = {});
/// Everything that app6_symbol() paints lies within, but for the ends of letters.
[[nodiscard]] PageBox app6_box(const App6Code& code, PagePoint center, double side);

/// The symbols that can be drawn, in the order of the table.
struct App6Entry {
  App6Set set;
  std::string entity;   ///< ten digits
  std::string name;
};
[[nodiscard]] std::vector<App6Entry> app6_entries();
/// "infantry", "frigate"; empty for an entity that is not listed.
[[nodiscard]] std::string app6_name(const App6Code& code);

}  // namespace dateline::render
