#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/progress.hpp"
#include "gazetteer/detail/import_lines.hpp"
#include "gazetteer/detail/store_stream.hpp"

namespace dateline::gazetteer::detail {

/// What the readers of the imported files share.
struct ImportContext {
  StoreStream& store;
  SkippedRows& skipped;
  Progress& progress;
  std::uint64_t rows = 0;     ///< rows read
  std::uint64_t added = 0;    ///< new places
  std::uint64_t joined = 0;   ///< rows that are a place which the store had already
};

/// countryInfo.txt: GeoNames' numbers of countries, so that their rows in the dump join the countries of the base.
void import_countries(ImportContext& context, const std::filesystem::path& file);
/// admin1CodesASCII.txt: the same for first-level divisions, and their English names.
void import_admin1(ImportContext& context, const std::filesystem::path& file);
/// allCountries.txt, or any table with its 19 columns.
void import_dump(ImportContext& context, const std::filesystem::path& file);
/// alternateNamesV2.txt. Precondition: store.index_numbers() was called.
void import_alternate_names(ImportContext& context, const std::filesystem::path& file);

/// Cells of a tab-separated row, at most Count of them; how many there are in truth.
template <std::size_t Count>
std::size_t split_cells(std::string_view line, std::array<std::string_view, Count>& cells) {
  std::size_t count = 0;
  for (;;) {
    const auto end = line.find('\t');
    if (count < Count) cells[count] = line.substr(0, end);
    ++count;
    if (end == std::string_view::npos) return count;
    line.remove_prefix(end + 1);
  }
}

/// A GeoNames number: 1 to 4,294,967,294.
[[nodiscard]] std::optional<std::uint32_t> parse_geonames_number(std::string_view cell);
[[nodiscard]] std::optional<double> parse_decimal(std::string_view cell);
/// A point from two cells in degrees; absent if it is none.
[[nodiscard]] std::optional<geo::LonLat> parse_point(std::string_view lat, std::string_view lon);
void set_point(Record& record, geo::LonLat point);
[[nodiscard]] std::uint16_t radius_units(Meters radius);

}  // namespace dateline::gazetteer::detail
