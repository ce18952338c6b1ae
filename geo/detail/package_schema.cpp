#include "geo/detail/package_schema.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "geo/detail/sql_words.hpp"

namespace dateline::geo::detail {

namespace {

constexpr const char* kTables = R"(
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
  CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
  INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
)";

/// GDAL takes the key of a view from a column of this name.
constexpr const char* kViewKey = "OGC_FID";
/// Which area is a row's, in the table behind a view.
constexpr const char* kAreaKey = "area_key";

const char* type_name(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::Point: return "POINT";
    case GeometryKind::Points: return "MULTIPOINT";
    case GeometryKind::Line:  // the date line may make two of one
    case GeometryKind::Lines: return "MULTILINESTRING";
    case GeometryKind::Area: return "MULTIPOLYGON";
    default: return "GEOMETRY";
  }
}

const char* type_name(FieldType type) {
  switch (type) {
    case FieldType::Integer: return "INTEGER";
    case FieldType::Real: return "REAL";
    case FieldType::Date: return "DATE";
    case FieldType::Boolean: return "BOOLEAN";
    default: return "TEXT";
  }
}

bool is_view(const VectorLayer& layer) { return !layer.areas_from.empty(); }
bool has_places(const VectorLayer& layer) { return layer.kind != GeometryKind::None; }

/// Shortest form that reads back to the same number, with a point whatever the locale.
std::string number_text(double value) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string sides(const std::optional<PlainExtent>& e) {
  if (!e) return "NULL, NULL, NULL, NULL";
  return number_text(e->min_x) + ", " + number_text(e->min_y) + ", " + number_text(e->max_x) + ", " + number_text(e->max_y);
}

struct Trigger {
  const char* name;
  const char* event;
  const char* text;  ///< F: the index, T: the table, I: its key
};
// GeoPackage 1.2, F.3: what keeps an index up to date when the package is edited.
constexpr Trigger kIndexTriggers[] = {
    {"insert", "INSERT", "AFTER INSERT ON {T} WHEN (new.\"geom\" NOT NULL AND NOT ST_IsEmpty(NEW.\"geom\")) BEGIN INSERT OR REPLACE INTO {F} VALUES (NEW.{I},ST_MinX(NEW.\"geom\"), "
                         "ST_MaxX(NEW.\"geom\"),ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")); END"},
    {"update1", "UPDATE", "AFTER UPDATE OF \"geom\" ON {T} WHEN OLD.{I} = NEW.{I} AND (NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\")) BEGIN INSERT OR REPLACE INTO {F} VALUES "
                          "(NEW.{I},ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"),ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")); END"},
    {"update2", "UPDATE", "AFTER UPDATE OF \"geom\" ON {T} WHEN OLD.{I} = NEW.{I} AND (NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\")) BEGIN DELETE FROM {F} WHERE id = OLD.{I}; END"},
    {"update3", "UPDATE", "AFTER UPDATE ON {T} WHEN OLD.{I} != NEW.{I} AND (NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\")) BEGIN DELETE FROM {F} WHERE id = OLD.{I}; INSERT OR "
                          "REPLACE INTO {F} VALUES (NEW.{I},ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"),ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")); END"},
    {"update4", "UPDATE", "AFTER UPDATE ON {T} WHEN OLD.{I} != NEW.{I} AND (NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\")) BEGIN DELETE FROM {F} WHERE id IN (OLD.{I}, NEW.{I}); END"},
    {"delete", "DELETE", "AFTER DELETE ON {T} WHEN old.\"geom\" NOT NULL BEGIN DELETE FROM {F} WHERE id = OLD.{I}; END"}};

std::string fill(std::string text, char slot, const std::string& value) {
  const std::string mark = std::string("{") + slot + "}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) text.replace(at, mark.size(), value);
  return text;
}

void make_triggers(NewDatabase& database, const VectorLayer& layer) {
  const std::string index = index_name(layer);
  const std::string refusal = "INSTEAD OF {E} ON {T} BEGIN SELECT RAISE(ABORT, " + sql_text(layer.name + " shows " + rows_table(layer) + " and is not edited itself") + "); END";
  for (const auto& trigger : kIndexTriggers) {
    std::string text = fill(is_view(layer) ? refusal : trigger.text, 'E', trigger.event);
    text = fill(fill(fill(std::move(text), 'F', quoted(index)), 'T', quoted(layer.name)), 'I', quoted(layer.id_column));
    database.run("CREATE TRIGGER " + quoted(index + "_" + trigger.name) + " " + text);
  }
}

/// GDAL's own table of the number of rows, which its editing keeps up to date.
void make_counter(NewDatabase& database, const std::string& table, std::size_t rows) {
  database.run("INSERT INTO gpkg_ogr_contents VALUES (" + sql_text(table) + ", " + std::to_string(rows) + ")");
  constexpr std::pair<const char*, const char*> events[] = {{"insert", "+"}, {"delete", "-"}};
  for (const auto& [event, sign] : events) {
    database.run("CREATE TRIGGER " + quoted(std::string("trigger_") + event + "_feature_count_" + table) + " AFTER " + event + " ON " + quoted(table) +
                 " BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count " + sign + " 1 WHERE lower(table_name) = lower(" + sql_text(table) + "); END");
  }
}

void register_contents(NewDatabase& database, const std::string& name, const char* type, const std::string& time, const std::string& extent, const char* srs) {
  database.run("INSERT INTO gpkg_contents VALUES (" + sql_text(name) + ", '" + type + "', " + sql_text(name) + ", '', " + sql_text(time) + ", " + extent + ", " + srs + ")");
}

}  // namespace

void make_package_tables(NewDatabase& database) { database.run(kTables); }

std::string rows_table(const VectorLayer& layer) { return is_view(layer) ? layer.name + "_rows" : layer.name; }

std::string index_name(const VectorLayer& layer) { return "rtree_" + layer.name + "_geom"; }

void make_layer_table(NewDatabase& database, const VectorLayer& layer) {
  std::string columns = quoted(layer.id_column) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
  if (is_view(layer)) columns += std::string(", ") + kAreaKey + " INTEGER";
  else if (has_places(layer)) columns += std::string(", \"geom\" ") + type_name(layer.kind);
  for (const Field& field : layer.fields) columns += ", " + quoted(field.name) + " " + type_name(field.type);
  database.run("CREATE TABLE " + quoted(rows_table(layer)) + " (" + columns + ")");
}

std::string insert_statement(const VectorLayer& layer) {
  std::string parameters = "?1";
  for (std::size_t i = 2; i <= layer.fields.size() + (has_places(layer) ? 2 : 1); ++i) parameters += ", ?" + std::to_string(i);
  return "INSERT INTO " + quoted(rows_table(layer)) + " VALUES (" + parameters + ")";
}

void make_view(NewDatabase& database, const VectorLayer& layer, const VectorLayer& areas) {
  std::string columns;
  for (const Field& field : layer.fields) columns += ", r." + quoted(field.name) + " AS " + quoted(field.name);
  database.run("CREATE VIEW " + quoted(layer.name) + " AS SELECT r." + quoted(layer.id_column) + " AS " + kViewKey + ", a.geom AS geom" + columns + " FROM " + quoted(rows_table(layer)) +
               " r LEFT JOIN " + quoted(areas.name) + " a ON a." + quoted(areas.id_column) + " = r." + kAreaKey);
}

void register_layer(NewDatabase& database, const VectorLayer& layer, const LayerFacts& facts) {
  const bool places = has_places(layer);
  register_contents(database, layer.name, places ? "features" : "attributes", facts.time, sides(facts.extent), places ? "4326" : "0");
  if (places) {
    database.run("INSERT INTO gpkg_geometry_columns VALUES (" + sql_text(layer.name) + ", 'geom', '" + type_name(layer.kind) + "', 4326, 0, 0)");
    database.run("INSERT INTO gpkg_extensions VALUES (" + sql_text(layer.name) + ", 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
    make_triggers(database, layer);
  }
  // A view has no rows that an event could count. The table of its rows is told of as well: QGIS lists every table, and could not open this one.
  if (is_view(layer)) register_contents(database, rows_table(layer), "attributes", facts.time, sides(std::nullopt), "0");
  make_counter(database, rows_table(layer), facts.rows);
}

void register_table(NewDatabase& database, const std::string& name, const std::string& time) { register_contents(database, name, "attributes", time, sides(std::nullopt), "NULL"); }

}  // namespace dateline::geo::detail
