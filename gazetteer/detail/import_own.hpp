#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "gazetteer/detail/import_geonames.hpp"

namespace dateline::gazetteer::detail {

/// A place of a user's own as its file gives it; cells as text, checked when it is added.
struct OwnPlace {
  std::string id;          ///< without "own:"; empty: made from the name
  std::string name;
  std::string aliases;     ///< separated by ";"
  std::string kind;        ///< a kind of place ("city") or a class of the region table ("military_base"); empty: a site
  std::string country;     ///< ISO 3166-1 alpha-2
  std::string lat;
  std::string lon;
  std::string radius_m;
  std::string population;
  std::size_t line = 0;
};

/// The fields by the names of columns and properties ("name", "radius_m", ...); null for another name. Upper case counts alike;
/// "latitude", "lng", "class" and a few more are understood.
[[nodiscard]] std::string OwnPlace::*own_field(std::string_view column);

/// A .csv file (first row names the columns; comma, semicolon or tab) or a .geojson/.json file of points.
void import_own_places(ImportContext& context, const std::filesystem::path& file);

/// Calls `visit` for each row.
void for_each_csv_place(ImportContext& context, const std::filesystem::path& file, const std::function<void(const OwnPlace&)>& visit);
/// Calls `visit` for each feature with a point.
void for_each_geojson_place(ImportContext& context, const std::filesystem::path& file, const std::function<void(const OwnPlace&)>& visit);

}  // namespace dateline::gazetteer::detail
