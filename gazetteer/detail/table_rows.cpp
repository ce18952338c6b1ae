#include <array>
#include <charconv>
#include <cmath>

#include "base/error.hpp"
#include "base/files.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "geo/gzip.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// The largest table is 20 MB; a broken gzip must not fill memory.
constexpr std::size_t max_table_bytes = std::size_t{1} << 30U;

/// A whole table, unpacked if it is gzip.
std::string read_table(const std::filesystem::path& path) {
  auto bytes = read_file(path, max_table_bytes);
  if (!geo::is_gzip(bytes)) return bytes;
  try {
    return geo::gunzip(bytes, max_table_bytes);
  } catch (InputError& error) {
    error.set_file(path.string());
    throw;
  }
}

}  // namespace

std::filesystem::path packed_table(const TableContext& context, const std::string& name) {
  const auto plain = context.folder / (name + ".tsv");
  return std::filesystem::exists(plain) ? plain : context.folder / (name + ".tsv.gz");
}

void bad_row(const std::filesystem::path& file, std::size_t line, const std::string& message) {
  InputError error(message, "see gazetteer/data/SOURCES.md for the columns of the tables");
  error.set_position({file.string(), line, 1});
  throw error;
}

std::vector<std::string_view> split_view(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = cell.find(separator);
    parts.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) return parts;
    cell.remove_prefix(end + 1);
  }
}

void for_each_row(const std::filesystem::path& file, const std::vector<std::string>& columns,
                  const std::function<void(const std::vector<std::string_view>&, std::size_t)>& row) {
  const auto content = read_table(file);
  std::string_view rest = content;
  std::size_t line = 0;
  bool header = true;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const auto text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++line;
    const auto cells = split_view(text, '\t');
    if (cells.size() != columns.size()) {
      bad_row(file, line, "the row has " + std::to_string(cells.size()) + " cells instead of " + std::to_string(columns.size()));
    }
    if (header) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (cells[i] != columns[i]) bad_row(file, line, "column " + std::to_string(i + 1) + " should be '" + columns[i] + "'");
      }
      header = false;
      continue;
    }
    row(cells, line);
  }
  if (header) bad_row(file, 1, "the table is empty");
}

geo::LonLat read_point(const std::filesystem::path& file, std::size_t line, std::string_view lat, std::string_view lon) {
  const auto number = [&](std::string_view cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) bad_row(file, line, "'" + std::string(cell) + "' is not a number of degrees");
    return value;
  };
  const auto point = geo::LonLat::make(geo::Lon(number(lon)), geo::Lat(number(lat)));
  if (!point) bad_row(file, line, "there is no place at latitude " + std::string(lat) + ", longitude " + std::string(lon));
  return *point;
}

std::int64_t read_integer(const std::filesystem::path& file, std::size_t line, std::string_view cell) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) bad_row(file, line, "'" + std::string(cell) + "' is not a whole number");
  return value;
}

std::string other_spelling(std::string_view name) {
  struct Spelling {
    std::string_view written;
    std::string_view other;
  };
  constexpr std::array<Spelling, 10> spellings = {{
      {"Saint ", "St. "}, {"Sainte ", "Ste. "}, {"Mount ", "Mt. "}, {"Fort ", "Ft. "},
      {"St. ", "Saint "}, {"Ste. ", "Sainte "}, {"Mt. ", "Mount "}, {"Ft. ", "Fort "}, {"St ", "Saint "}, {"Saint-", "St. "},
  }};
  for (const auto& spelling : spellings) {
    if (name.size() < spelling.written.size() + 3 || name.substr(0, spelling.written.size()) != spelling.written) continue;
    return std::string(spelling.other) + std::string(name.substr(spelling.written.size()));
  }
  return {};
}

void add_spelt_name(StoreBuilder& builder, std::uint32_t place, std::string_view name, NameKind kind) {
  builder.add_name(place, name, kind);
  const auto other = other_spelling(name);
  if (!other.empty()) builder.add_name(place, other, kind == NameKind::Main ? NameKind::English : kind);
}

std::uint32_t TableContext::add(PlaceRow row) {
  auto id = row.id;
  const auto index = builder.add_place(std::move(row));
  by_id.emplace(std::move(id), index);
  return index;
}

}  // namespace dateline::gazetteer::detail
