#include "geo/detail/geopackage_extras.hpp"

#include <cpl_error.h>

#include "base/error.hpp"

namespace dateline::geo::detail {
namespace {

// The columns are those that QGIS creates itself; without update_time or with another schema than '' it does not find the style.
constexpr const char* style_table =
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), "
    "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
    "description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";
constexpr const char* project_table = "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)";

std::string hex(const std::string& bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

/// Tables that are no layers are registered as attributes, or the standard's validator asks what they are.
void register_table(GDALDatasetH file, const char* name, const std::string& time) {
  run_sql(file, std::string("INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES ('") + name + "', 'attributes', '" + name +
                "', " + sql_text(time) + ")");
}

}  // namespace

std::string sql_text(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    if (c != '\0') out += c;
  }
  return out + "'";
}

void run_sql(GDALDatasetH file, const std::string& sql) {
  CPLErrorReset();
  OGRLayerH result = GDALDatasetExecuteSQL(file, sql.c_str(), nullptr, nullptr);
  if (result != nullptr) GDALDatasetReleaseResultSet(file, result);
  if (CPLGetLastErrorType() >= CE_Failure) throw OutputError(std::string("cannot write into the GeoPackage: ") + CPLGetLastErrorMsg());
}

void write_extras(GDALDatasetH file, const GeoPackageExtras& extras, const std::string& time) {
  if (!extras.styles.empty()) {
    run_sql(file, style_table);
    register_table(file, "layer_styles", time);
  }
  for (const StoredStyle& style : extras.styles) {
    run_sql(file, "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, "
              "description, owner, ui, update_time) VALUES ('', '', " + sql_text(style.layer) + ", 'geom', 'Dateline', " + sql_text(style.qml) +
              ", '', 1, 'Made by Dateline', '', NULL, " + sql_text(time) + ")");
  }
  if (!extras.projects.empty()) run_sql(file, project_table);
  for (const StoredProject& project : extras.projects) {
    run_sql(file, "INSERT INTO qgis_projects (name, metadata, content) VALUES (" + sql_text(project.name) + ", " +
                  sql_text("{\"last_modified_time\": \"" + time + "\", \"last_modified_user\": \"dateline\"}") + ", '" + hex(project.archive) + "')");
  }
}

}  // namespace dateline::geo::detail
