#include "geo/detail/package_extras.hpp"

#include "geo/detail/package_schema.hpp"
#include "geo/detail/sql_words.hpp"

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

}  // namespace

void write_extras(NewDatabase& database, const GeoPackageExtras& extras, const std::string& time) {
  if (!extras.styles.empty()) {
    database.run(style_table);
    register_table(database, "layer_styles", time);
  }
  for (const StoredStyle& style : extras.styles) {
    database.run("INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, "
              "description, owner, ui, update_time) VALUES ('', '', " + sql_text(style.layer) + ", 'geom', 'Dateline', " + sql_text(style.qml) +
              ", '', 1, 'Made by Dateline', '', NULL, " + sql_text(time) + ")");
  }
  if (!extras.projects.empty()) database.run(project_table);
  for (const StoredProject& project : extras.projects) {
    database.run("INSERT INTO qgis_projects (name, metadata, content) VALUES (" + sql_text(project.name) + ", " +
                  sql_text("{\"last_modified_time\": \"" + time + "\", \"last_modified_user\": \"dateline\"}") + ", '" + hex(project.archive) + "')");
  }
}

}  // namespace dateline::geo::detail
