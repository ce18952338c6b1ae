#include "pipeline/detail/sea_parts.hpp"

#include <charconv>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"

namespace dateline::pipeline::detail {
namespace {

double degrees(const TextTable& table, const TextTable::Row& row, const char* column, double most) {
  const std::string& cell = row.cells[table.column(column)];
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !(value >= -most && value <= most)) {
    table.fail(row, "\"" + cell + "\" is no " + column + "ern edge of a box", "write degrees, such as 27.4");
  }
  return value;
}

}  // namespace

SeaParts::SeaParts(const std::filesystem::path& data_folder) {
  const auto file = data_folder / "names" / "sea-parts.tsv";
  const auto table = TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), {"sea", "west", "south", "east", "north"});
  for (const auto& row : table.rows()) {
    const geo::Box box{degrees(table, row, "west", 180), degrees(table, row, "south", 90), degrees(table, row, "east", 180), degrees(table, row, "north", 90)};
    if (box.south > box.north) table.fail(row, "the box ends south of where it begins", "write west, south, east, north");
    parts_["region:" + row.cells[table.column("sea")]].push_back(box);
  }
}

const std::vector<geo::Box>& SeaParts::of(const std::string& place_id) const noexcept {
  static const std::vector<geo::Box> none;
  const auto found = parts_.find(place_id);
  return found == parts_.end() ? none : found->second;
}

}  // namespace dateline::pipeline::detail
