#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/detail/store_builder.hpp"

namespace dateline::gazetteer::detail {

/// What the readers of the single tables share: the builder, and places by the keys of the tables.
struct TableContext {
  std::filesystem::path folder;
  StoreBuilder builder;
  std::unordered_map<std::uint32_t, std::uint32_t> by_geonames;  ///< number -> place
  std::map<std::string, std::uint32_t> by_id;                    ///< "country:UA", "admin1:UA.05", "region:siberia"
  struct Extent {
    std::vector<geo::LonLat> towns;
    std::int64_t population = 0;
  };
  std::map<std::string, Extent> extents;                          ///< by ISO code and by division code

  /// Adds a place and remembers it under its id.
  std::uint32_t add(PlaceRow row);
};

/// NAME.tsv.gz of the table folder, or NAME.tsv where a small table is kept unpacked.
[[nodiscard]] std::filesystem::path packed_table(const TableContext& context, const std::string& name);
/// Calls `row` with the cells of each row of a large tab-separated table (gzip or plain) with exactly these columns.
void for_each_row(const std::filesystem::path& file, const std::vector<std::string>& columns,
                  const std::function<void(const std::vector<std::string_view>& cells, std::size_t line)>& row);
/// Throws InputError at that line.
[[noreturn]] void bad_row(const std::filesystem::path& file, std::size_t line, const std::string& message);
/// A point from two cells; fails at the line if it is none.
[[nodiscard]] geo::LonLat read_point(const std::filesystem::path& file, std::size_t line, std::string_view lat, std::string_view lon);
[[nodiscard]] std::int64_t read_integer(const std::filesystem::path& file, std::size_t line, std::string_view cell);
[[nodiscard]] std::vector<std::string_view> split_view(std::string_view cell, char separator);

void read_cities(TableContext& context);
void read_newer_towns(TableContext& context);
void read_countries(TableContext& context);
void read_divisions(TableContext& context);
void read_airports(TableContext& context);
void read_language_names(TableContext& context);
void read_regions(TableContext& context);
void read_demonyms(TableContext& context);
void read_abbreviations(TableContext& context);
void read_other_names(TableContext& context);

/// The name with a leading "Saint", "Sainte", "Mount" or "Fort" abbreviated or written out, since papers do either; empty if it has none.
[[nodiscard]] std::string other_spelling(std::string_view name);
/// add_name(), and again in the other spelling.
void add_spelt_name(StoreBuilder& builder, std::uint32_t place, std::string_view name, NameKind kind);

/// The kind of a class of the region table ("strait", "military_base"); absent for a word that is none.
[[nodiscard]] std::optional<PlaceKind> kind_of_class(std::string_view name);

/// How far a town's true extent may reach from its point, by population.
[[nodiscard]] Meters city_radius(std::int64_t population);

/// Adds an English name of the own tables: "the North" needs its article, "Calif." its point, "CA" its capitals.
void add_guarded_name(StoreBuilder& builder, std::uint32_t place, const std::string& name, NameKind kind, std::uint8_t note = 0);

}  // namespace dateline::gazetteer::detail
