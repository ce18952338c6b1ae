#include "render/app6_sheet.hpp"

#include <cmath>

#include "render/page_geometry.hpp"
#include "render/typesetter.hpp"

namespace dateline::render {
namespace {

constexpr std::size_t columns = 7;
constexpr double cell_width = 168, cell_height = 172, symbol_side = 46, name_size = 12, code_size = 8.5;   // CSS px

void append(DisplayList& out, const DisplayList& more) { out.insert(out.end(), more.begin(), more.end()); }

void paint_ground(Page& page) {
  PathItem ground;
  ground.path = rectangle({0, 0, page.width, page.height});
  ground.fill = styles::Color{1, 1, 1};
  page.items.emplace_back(std::move(ground));
}

TextStyle words(double size, int weight) {
  TextStyle style;
  style.size = size;
  style.weight = weight;
  style.color = {0.1, 0.1, 0.1};
  return style;
}

}  // namespace

Page app6_page(const App6Code& code, const App6PageOptions& options) {
  const PageBox ink = app6_box(code, {0, 0}, options.side);
  Page page;
  page.width = options.canvas > 0 ? options.canvas : std::ceil(ink.width());
  page.height = options.canvas > 0 ? options.canvas : std::ceil(ink.height());
  const PagePoint center = options.canvas > 0 ? PagePoint{options.canvas / 2, options.canvas / 2} : PagePoint{-ink.left, -ink.top};
  page.items = app6_symbol(code, center, options.side);
  page.title = app6_name(code);
  page.description = "Military symbol: " + app6_name(code) + ", " + app6_amplifiers(code) + ". Code " + to_sidc(code) + ".";
  page.font_families = options.font_families;
  return page;
}

Page app6_sheet(const std::vector<App6Code>& codes, const App6PageOptions& options) {
  Page page;
  const std::size_t rows = (codes.size() + columns - 1) / columns;
  page.width = cell_width * columns;
  page.height = cell_height * static_cast<double>(rows);
  page.title = "Military symbols that Dateline draws";
  page.description = std::to_string(codes.size()) + " symbols of APP-6 and MIL-STD-2525, each with its name and code.";
  page.font_families = options.font_families;
  const TextMeasure measure(options.font_families);
  const Typesetter type(measure);
  paint_ground(page);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const PagePoint corner{cell_width * static_cast<double>(i % columns), cell_height * static_cast<double>(i / columns)};
    const PagePoint middle = corner + PagePoint{cell_width / 2, 60};
    page.items.emplace_back(BeginGroup{"", "symbol", app6_name(codes[i]) + ", " + app6_amplifiers(codes[i]), "", ""});
    append(page.items, app6_symbol(codes[i], middle, symbol_side));
    page.items.emplace_back(EndGroup{});
    const auto lines = type.wrap(app6_name(codes[i]), words(name_size, 600), cell_width - 10);
    double baseline = corner.y + 146 - (lines.size() > 1 ? name_size * 1.1 : 0);
    for (const std::string& line : lines) {
      type.paint(page.items, line, {middle.x, baseline}, words(name_size, 600), TextAnchor::Middle);
      baseline += name_size * 1.1;
    }
    type.paint(page.items, app6_amplifiers(codes[i]), {middle.x, corner.y + 158}, words(10, 400), TextAnchor::Middle);
    type.paint(page.items, to_sidc(codes[i]).substr(0, 20), {middle.x, corner.y + 168}, words(code_size, 400), TextAnchor::Middle);
  }
  return page;
}

std::vector<App6Code> app6_sheet_codes() {
  constexpr App6Identity turn[] = {App6Identity::Friend, App6Identity::Hostile, App6Identity::Neutral, App6Identity::Unknown};
  std::vector<App6Code> codes;
  for (const App6Entry& entry : app6_entries()) {
    App6Code code;
    code.identity = turn[codes.size() % 4];
    code.set = entry.set;
    code.entity = entry.entity;
    codes.push_back(code);
  }
  const auto add = [&](auto&& change) {
    App6Code code;
    code.identity = turn[codes.size() % 4];
    change(code);
    codes.push_back(code);
  };
  for (int i = 0; i <= 6; ++i) add([&](App6Code& c) { c.identity = static_cast<App6Identity>(i); });
  for (const App6Echelon e : {App6Echelon::Team, App6Echelon::Squad, App6Echelon::Section, App6Echelon::Platoon, App6Echelon::Company, App6Echelon::Battalion,
                              App6Echelon::Regiment, App6Echelon::Brigade, App6Echelon::Division, App6Echelon::Corps, App6Echelon::Army, App6Echelon::ArmyGroup}) {
    add([&](App6Code& c) { c.echelon = e; });
  }
  for (int i = 1; i <= 5; ++i) add([&](App6Code& c) { c.status = static_cast<App6Status>(i); });
  add([](App6Code& c) { c.headquarters = true; });
  add([](App6Code& c) { c.task_force = true; });
  add([](App6Code& c) { c.dummy = true; });
  add([](App6Code& c) { c.context = App6Context::Exercise; });
  return codes;
}

}  // namespace dateline::render
