#pragma once

#include <string>
#include <vector>

#include "render/app6_code.hpp"
#include "render/detail/app6_icon.hpp"

/// The compiled-in tables of render/data/app6_*.tsv, read once.
namespace dateline::render::detail {

struct App6Frame {
  std::string shape;
  PageBox box;
  PagePoint staff;       ///< of a headquarters
  Path bar;              ///< of an installation; empty where there is none
  Path outline;          ///< open for air and subsurface
};
[[nodiscard]] const App6Frame& app6_frame(App6Set set, App6Identity identity);

struct App6Symbol {
  App6Set set = App6Set::Land;
  std::string entity, name;
  bool civil = false;
  std::vector<App6Element> icon;
};
[[nodiscard]] const std::vector<App6Symbol>& app6_symbols();
/// A shared part as it is drawn in a frame. Throws InputError for a part that the table lacks.
[[nodiscard]] const std::vector<App6Element>& app6_part(const std::string& part, const std::string& shape);

}  // namespace dateline::render::detail
