#include "render/detail/app6_tables.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "base/text_table.hpp"
#include "render/detail/embedded_tables.hpp"

namespace dateline::render::detail {
namespace {

// Fails at the row if its cell cannot be read.
template <typename Read>
auto at_row(const TextTable& table, const TextTable::Row& row, Read&& read) {
  try {
    return read();
  } catch (const InputError& error) {
    table.fail(row, error.what(), error.hint());
  }
}

std::vector<double> numbers(const std::string& cell) {
  std::vector<double> values;
  for (const std::string& word : split_cell(cell, ' ')) values.push_back(std::stod(word));
  return values;
}

std::map<std::string, App6Frame> read_frames() {
  const auto table = TextTable::parse(app6_frames_table(), "app6_frames.tsv", {"shape", "box", "staff", "bar", "outline"});
  std::map<std::string, App6Frame> frames;
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* name) -> const std::string& { return row.cells[table.column(name)]; };
    const auto box = numbers(cell("box")), staff = numbers(cell("staff"));
    if (box.size() != 4 || staff.size() != 2) table.fail(row, "a frame has four numbers as box and two as staff", "see the comment of the table");
    App6Frame frame{cell("shape"), {box[0], box[1], box[2], box[3]}, {staff[0], staff[1]}, {}, {}};
    frame.outline = at_row(table, row, [&] { return parse_app6_path(cell("outline")); });
    if (!cell("bar").empty()) frame.bar = at_row(table, row, [&] { return parse_app6_path(cell("bar")); });
    frames.emplace(frame.shape, std::move(frame));
  }
  return frames;
}

using Parts = std::map<std::pair<std::string, std::string>, std::vector<App6Element>>;
Parts read_parts() {
  const auto table = TextTable::parse(app6_parts_table(), "app6_parts.tsv", {"part", "shape", "icon"});
  Parts parts;
  for (const auto& row : table.rows()) {
    parts[{row.cells[table.column("part")], row.cells[table.column("shape")]}] =
        at_row(table, row, [&] { return parse_app6_icon(row.cells[table.column("icon")]); });
  }
  return parts;
}

std::vector<App6Symbol> read_symbols() {
  const auto table = TextTable::parse(app6_symbols_table(), "app6_symbols.tsv", {"set", "entity", "name", "fill", "icon"});
  std::vector<App6Symbol> symbols;
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* name) -> const std::string& { return row.cells[table.column(name)]; };
    // A code made of the row must read back: that checks both numbers.
    const App6Code code = at_row(table, row, [&] { return parse_app6_code("1001" + cell("set") + "0000" + cell("entity")); });
    if (cell("fill") != "frame" && cell("fill") != "civil") table.fail(row, "the fill is neither frame nor civil", "ships that are no warships are civil");
    std::vector<App6Element> icon;   // none: the frame alone
    if (!cell("icon").empty()) icon = at_row(table, row, [&] { return parse_app6_icon(cell("icon")); });
    symbols.push_back({code.set, code.entity, cell("name"), cell("fill") == "civil", std::move(icon)});
  }
  return symbols;
}

const char* shape_name(App6Set set, App6Identity identity) {
  // Assumed friends have the friend's frame, suspects the hostile one, pending the unknown one.
  int column = 3;
  switch (identity) {
    case App6Identity::Friend: case App6Identity::AssumedFriend: column = 0; break;
    case App6Identity::Hostile: case App6Identity::Suspect: column = 1; break;
    case App6Identity::Neutral: column = 2; break;
    case App6Identity::Unknown: case App6Identity::Pending: break;
  }
  static const char* const air[] = {"air-friend", "air-hostile", "air-neutral", "air-unknown"};
  static const char* const below[] = {"below-friend", "below-hostile", "below-neutral", "below-unknown"};
  static const char* const units[] = {"rectangle", "diamond", "square", "lobes"};
  static const char* const things[] = {"circle", "diamond", "square", "lobes"};
  switch (set) {
    case App6Set::Air: return air[column];
    case App6Set::Subsurface: return below[column];
    case App6Set::Sea: case App6Set::Equipment: return things[column];
    case App6Set::Land: case App6Set::Installation: break;
  }
  return units[column];
}

}  // namespace

const App6Frame& app6_frame(App6Set set, App6Identity identity) {
  static const auto frames = read_frames();
  return frames.at(shape_name(set, identity));
}

const std::vector<App6Symbol>& app6_symbols() {
  static const auto symbols = read_symbols();
  return symbols;
}

const std::vector<App6Element>& app6_part(const std::string& part, const std::string& shape) {
  static const auto parts = read_parts();
  auto found = parts.find({part, shape});
  if (found == parts.end()) found = parts.find({part, "*"});
  if (found == parts.end()) throw InputError("no part is called '" + part + "'", "add it to render/data/app6_parts.tsv");
  return found->second;
}

}  // namespace dateline::render::detail
