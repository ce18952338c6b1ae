#include "geo/detail/geopackage_view.hpp"

#include <stdexcept>

#include "geo/detail/geopackage_extras.hpp"

namespace dateline::geo::detail {
namespace {

std::string column_name(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out + "\"";
}

/// GDAL takes the key of a view from a column of this name.
constexpr const char* key_column = "OGC_FID";

std::string view_definition(const VectorLayer& layer, const VectorLayer& areas) {
  std::string columns;
  for (const Field& field : layer.fields) columns += ", r." + column_name(field.name) + " AS " + column_name(field.name);
  return "CREATE VIEW " + column_name(layer.name) + " AS SELECT r." + column_name(layer.id_column) + " AS " + key_column + ", a.geom AS geom" + columns + " FROM " +
         column_name(rows_table(layer)) + " r LEFT JOIN " + column_name(areas.name) + " a ON a." + column_name(areas.id_column) + " = r." + area_key_column;
}

/// The index holds the box of each row. Each area's box is worked out once: areas are large, and many rows have the same.
std::string fill_index(const VectorLayer& layer, const VectorLayer& areas, const std::string& index) {
  return "INSERT INTO " + index + " WITH boxes AS MATERIALIZED (SELECT " + column_name(areas.id_column) + " AS k, ST_MinX(geom) AS w, ST_MaxX(geom) AS e, ST_MinY(geom) AS s, " +
         "ST_MaxY(geom) AS n FROM " + column_name(areas.name) + ") SELECT r." + column_name(layer.id_column) + ", w, e, s, n FROM " + column_name(rows_table(layer)) +
         " r JOIN boxes ON k = r." + area_key_column + " WHERE w IS NOT NULL";
}

/// The triggers that the standard's index has, under their names. There is nothing to bring up to date: a view is not written to.
void refuse_writing(GDALDatasetH file, const VectorLayer& layer, const std::string& index_name) {
  constexpr std::pair<const char*, const char*> triggers[] = {{"insert", "INSERT"},  {"update1", "UPDATE"}, {"update2", "UPDATE"},
                                                              {"update3", "UPDATE"}, {"update4", "UPDATE"}, {"delete", "DELETE"}};
  const std::string reason = sql_text(layer.name + " shows " + rows_table(layer) + " and is not edited itself");
  for (const auto& [name, event] : triggers) {
    run_sql(file, "CREATE TRIGGER " + column_name(index_name + "_" + name) + " INSTEAD OF " + event + " ON " + column_name(layer.name) + " BEGIN SELECT RAISE(ABORT, " + reason + "); END");
  }
}

}  // namespace

AreaKeys::AreaKeys(const VectorLayer& layer) {
  std::int64_t key = 0;
  for (const Feature& feature : layer.features) {
    ++key;
    if (const auto* area = areas_of(feature.geometry)) keys_.emplace(area, key);
  }
}

std::int64_t AreaKeys::key_of(const Feature& feature) const {
  const auto found = keys_.find(areas_of(feature.geometry));
  if (found == keys_.end()) throw std::logic_error("a feature's area is not in the layer that it is to come from");
  return found->second;
}

std::string rows_table(const VectorLayer& layer) { return layer.name + "_rows"; }

void add_view(GDALDatasetH file, const VectorLayer& layer, const VectorLayer& areas, const std::string& time) {
  const std::string index_name = "rtree_" + layer.name + "_geom";
  const std::string index = column_name(index_name);
  run_sql(file, view_definition(layer, areas));
  run_sql(file, "CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)");
  run_sql(file, fill_index(layer, areas, index));
  run_sql(file, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) SELECT " + sql_text(layer.name) +
                    ", 'features', " + sql_text(layer.name) + ", '', " + sql_text(time) + ", min(minx), min(miny), max(maxx), max(maxy), 4326 FROM " + index);
  run_sql(file, "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES (" + sql_text(layer.name) + ", 'geom', 'MULTIPOLYGON', 4326, 0, 0)");
  run_sql(file, "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES (" + sql_text(layer.name) +
                    ", 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
  refuse_writing(file, layer, index_name);
}

}  // namespace dateline::geo::detail
