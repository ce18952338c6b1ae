#include "pipeline/detail/export_sql.hpp"

#include <unordered_map>

#include "pipeline/detail/value_text.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::FieldType;
using geo::GeometryKind;
using geo::VectorLayer;

/// Rows of one INSERT: more saves nothing, and a failing statement stays readable.
constexpr std::size_t kRowsAtOnce = 200;

std::string name(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out + "\"";
}

std::string literal(const std::string& text) {
  std::string out = "'";
  bool backslash = false;
  for (const char c : text) {
    if (c == '\'') out += '\'';
    if (c == '\\') out += '\\', backslash = true;
    if (c != '\0') out += c;
  }
  // E'...' reads backslashes the same way whatever standard_conforming_strings says.
  return (backslash ? " E" : "") + out + "'";
}

const char* type_name(FieldType type) {
  switch (type) {
    case FieldType::Text: return "text";
    case FieldType::Integer: return "bigint";
    case FieldType::Real: return "double precision";
    case FieldType::Date: return "date";
    case FieldType::Boolean: return "boolean";
  }
  return "text";
}

const char* geometry_type(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::None: return nullptr;
    case GeometryKind::Point: return "Point";
    case GeometryKind::Points: return "MultiPoint";
    case GeometryKind::Line:
    case GeometryKind::Lines: return "MultiLineString";
    case GeometryKind::Area: return "MultiPolygon";
    case GeometryKind::Mixed: return "Geometry";
  }
  return nullptr;
}

std::string value_sql(const geo::FieldValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return "NULL";
  if (std::holds_alternative<std::string>(value) || std::holds_alternative<CivilDate>(value)) return literal(value_text(value));
  const auto text = value_text(value);
  return text.empty() ? "NULL" : text;
}

void define(std::string& out, const VectorLayer& layer, const std::string& table) {
  out += "CREATE TABLE IF NOT EXISTS " + table + " (\n";
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    const auto& field = layer.fields[i];
    out += "  " + name(field.name) + " " + type_name(field.type) + (field.name == "id" ? " PRIMARY KEY" : "") + ",\n";
  }
  if (const auto* type = geometry_type(layer.kind)) out += "  geom geometry(" + std::string(type) + ", 4326),\n";
  out.erase(out.size() - 2);
  out += "\n);\n";
  if (layer.kind != GeometryKind::None) out += "CREATE INDEX IF NOT EXISTS " + name(layer.name + "_geom") + " ON " + table + " USING gist (geom);\n";
}

/// Areas that many rows share, sent once: a temporary table that the rows copy them from.
class SharedAreas {
 public:
  void send(std::string& out, const std::vector<VectorLayer>& layers) {
    std::string rows;
    for (const auto& layer : layers) {
      for (const auto& feature : layer.features) {
        if (!std::holds_alternative<geo::SharedArea>(feature.geometry)) continue;
        const auto [entry, is_new] = keys_.try_emplace(geo::areas_of(feature.geometry), keys_.size() + 1);
        if (is_new) rows += "INSERT INTO pg_temp.dateline_outlines VALUES (" + std::to_string(entry->second) + ", '" + geometry_hex(feature.geometry) + "');\n";
      }
    }
    if (rows.empty()) return;
    out += "CREATE TEMPORARY TABLE IF NOT EXISTS dateline_outlines (key integer PRIMARY KEY, geom geometry(MultiPolygon, 4326));\nTRUNCATE pg_temp.dateline_outlines;\n" + rows;
  }
  void drop(std::string& out) const {
    if (!keys_.empty()) out += "DROP TABLE pg_temp.dateline_outlines;\n";
  }
  [[nodiscard]] std::string geometry(const geo::FeatureGeometry& geometry) const {
    if (const auto found = keys_.find(geo::areas_of(geometry)); found != keys_.end()) return "(SELECT geom FROM pg_temp.dateline_outlines WHERE key = " + std::to_string(found->second) + ")";
    const auto hex = geometry_hex(geometry);
    return hex.empty() ? "NULL" : "'" + hex + "'";
  }

 private:
  std::unordered_map<const geo::MultiPolygon*, std::size_t> keys_;  // only asked, never walked
};

void fill(std::string& out, const VectorLayer& layer, const std::string& table, const SharedAreas& areas) {
  const bool spatial = layer.kind != GeometryKind::None;
  std::string columns;
  std::string updates;
  for (const auto& field : layer.fields) {
    columns += (columns.empty() ? "" : ", ") + name(field.name);
    if (field.name != "id") updates += (updates.empty() ? "" : ", ") + name(field.name) + " = EXCLUDED." + name(field.name);
  }
  if (spatial) columns += ", geom", updates += ", geom = EXCLUDED.geom";
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    if (i % kRowsAtOnce == 0) out += "INSERT INTO " + table + " (" + columns + ") VALUES\n";
    const auto& feature = layer.features[i];
    out += "  (";
    for (std::size_t k = 0; k < feature.values.size(); ++k) out += (k > 0 ? ", " : "") + value_sql(feature.values[k]);
    if (spatial) out += ", " + areas.geometry(feature.geometry);
    const bool last = i + 1 == layer.features.size() || (i + 1) % kRowsAtOnce == 0;
    out += last ? ")\nON CONFLICT (id) DO UPDATE SET " + updates + ";\n" : "),\n";
  }
}

/// The table that QGIS looks into for the style of a PostGIS layer, as QGIS itself would create it.
void add_styles(std::string& out, const std::string& schema, const std::vector<std::pair<std::string, std::string>>& styles) {
  if (styles.empty()) return;
  out += "CREATE TABLE IF NOT EXISTS public.layer_styles (id SERIAL PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, f_table_name varchar, "
         "f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault boolean, description text, owner varchar(63), ui xml, "
         "update_time timestamp DEFAULT CURRENT_TIMESTAMP, type varchar);\n";
  out += "DELETE FROM public.layer_styles WHERE f_table_catalog = current_database() AND f_table_schema = " + literal(schema) + " AND stylename = 'Dateline';\n";
  for (const auto& [layer, qml] : styles) {
    out += "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, styleqml, useasdefault, description, "
           "owner) VALUES (current_database(), " + literal(schema) + ", " + literal(layer) + ", 'geom', 'Dateline', XMLPARSE(DOCUMENT " + literal(qml) +
           "), true, 'Made by Dateline', current_user);\n";
  }
}

}  // namespace

std::string to_postgis(const std::vector<VectorLayer>& layers, const std::string& schema, const std::vector<std::pair<std::string, std::string>>& styles) {
  std::string out = "CREATE EXTENSION IF NOT EXISTS postgis;\nCREATE SCHEMA IF NOT EXISTS " + name(schema) + ";\n";
  SharedAreas areas;
  areas.send(out, layers);
  for (const auto& layer : layers) {
    const std::string table = name(schema) + "." + name(layer.name);
    define(out, layer, table);
    fill(out, layer, table, areas);
  }
  areas.drop(out);
  add_styles(out, schema, styles);
  return out;
}

}  // namespace dateline::pipeline::detail
