#include <cpl_conv.h>
#include <cpl_string.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

#include "base/error.hpp"
#include "geo/date_line.hpp"
#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_io.hpp"
#include "geo/detail/gdal_session.hpp"
#include "geo/detail/geopackage_extras.hpp"
#include "geo/detail/geopackage_view.hpp"

namespace dateline::geo::detail {
namespace {

OGRwkbGeometryType to_ogr(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::None: return wkbNone;
    case GeometryKind::Point: return wkbPoint;
    case GeometryKind::Points: return wkbMultiPoint;
    case GeometryKind::Line:  // the date line may make two of one
    case GeometryKind::Lines: return wkbMultiLineString;
    case GeometryKind::Area: return wkbMultiPolygon;
    case GeometryKind::Mixed: return wkbUnknown;
  }
  return wkbUnknown;
}

OGRFieldType to_ogr(FieldType type) {
  switch (type) {
    case FieldType::Text: return OFTString;
    case FieldType::Integer: return OFTInteger64;
    case FieldType::Real: return OFTReal;
    case FieldType::Date: return OFTDate;
    case FieldType::Boolean: return OFTInteger;
  }
  return OFTString;
}

OgrGeometry make(OGRwkbGeometryType type) { return OgrGeometry(OGR_G_CreateGeometry(type)); }

OgrGeometry point(double lon, double lat) {
  auto g = make(wkbPoint);
  OGR_G_SetPoint_2D(g.get(), 0, lon, lat);
  return g;
}

OgrGeometry line(const PairLine& pairs, OGRwkbGeometryType type) {
  auto g = make(type);
  for (const auto& p : pairs) OGR_G_AddPoint_2D(g.get(), p.lon, p.lat);
  if (type == wkbLinearRing && !pairs.empty()) OGR_G_AddPoint_2D(g.get(), pairs.front().lon, pairs.front().lat);
  return g;
}

void add(OgrGeometry& collection, OgrGeometry part) { OGR_G_AddGeometryDirectly(collection.get(), part.release()); }

struct ToOgr {
  OgrGeometry operator()(std::monostate) const { return nullptr; }
  OgrGeometry operator()(LonLat p) const { return point(p.lon(), p.lat()); }
  OgrGeometry operator()(const std::vector<LonLat>& points) const {
    auto g = make(wkbMultiPoint);
    for (const LonLat& p : points) add(g, point(p.lon(), p.lat()));
    return g;
  }
  OgrGeometry operator()(const std::vector<LineString>& lines) const {
    auto g = make(wkbMultiLineString);
    for (const LineString& l : lines) {
      for (const PairLine& piece : cut_at_date_line(l)) add(g, line(piece, wkbLineString));
    }
    return g;
  }
  OgrGeometry operator()(const MultiPolygon& area) const {
    auto g = make(wkbMultiPolygon);
    for (const PairPolygon& rings : cut_at_date_line(area)) {
      auto polygon = make(wkbPolygon);
      for (const PairLine& ring : rings) add(polygon, line(ring, wkbLinearRing));
      add(g, std::move(polygon));
    }
    return g;
  }
  OgrGeometry operator()(const SharedArea& area) const { return (*this)(*area); }
};

/// The polygons of a geometry; points and lines that a repair left over are dropped.
void collect_areas(OGRGeometryH from, OgrGeometry& areas) {
  if (wkbFlatten(OGR_G_GetGeometryType(from)) == wkbPolygon) {
    OGR_G_AddGeometry(areas.get(), from);
    return;
  }
  if (OGR_GT_IsSubClassOf(wkbFlatten(OGR_G_GetGeometryType(from)), wkbGeometryCollection) == 0) return;
  for (int i = 0; i < OGR_G_GetGeometryCount(from); ++i) collect_areas(OGR_G_GetGeometryRef(from, i), areas);
}

void set_value(OGRFeatureH feature, int index, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) OGR_F_SetFieldString(feature, index, text->c_str());
  else if (const auto* integer = std::get_if<std::int64_t>(&value)) OGR_F_SetFieldInteger64(feature, index, *integer);
  else if (const auto* real = std::get_if<double>(&value)) OGR_F_SetFieldDouble(feature, index, *real);
  else if (const auto* date = std::get_if<CivilDate>(&value)) OGR_F_SetFieldDateTimeEx(feature, index, date->year(), date->month(), date->day(), 0, 0, 0, 0);
  else if (const auto* truth = std::get_if<bool>(&value)) OGR_F_SetFieldInteger(feature, index, *truth ? 1 : 0);
  else OGR_F_SetFieldNull(feature, index);
}

[[noreturn]] void refuse(const std::string& what, const GdalErrors& errors) {
  throw OutputError("cannot write " + what + ": " + errors.last());
}

/// Areas that touch themselves, as simplified coasts do, are taken apart: programs refuse to overlay them otherwise.
OgrGeometry valid(OgrGeometry geometry) {
  if (!geometry || wkbFlatten(OGR_G_GetGeometryType(geometry.get())) != wkbMultiPolygon || OGR_G_IsValid(geometry.get())) return geometry;
  const OgrGeometry repaired(OGR_G_MakeValid(geometry.get()));
  if (!repaired) return geometry;
  auto areas = make(wkbMultiPolygon);
  collect_areas(repaired.get(), areas);
  return areas;
}

void write_features(OGRLayerH target, const VectorLayer& layer, const AreaKeys* keys, const GdalErrors& errors) {
  // One row for all: GDAL's own take as long to make as to write.
  const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(target)));
  for (const Feature& feature : layer.features) {
    OGR_F_SetFID(row.get(), OGRNullFID);
    for (std::size_t i = 0; i < feature.values.size(); ++i) set_value(row.get(), static_cast<int>(i), feature.values[i]);
    if (keys != nullptr) OGR_F_SetFieldInteger64(row.get(), static_cast<int>(feature.values.size()), keys->key_of(feature));
    else OGR_F_SetGeometryDirectly(row.get(), valid(std::visit(ToOgr{}, feature.geometry)).release());
    if (OGR_L_CreateFeature(target, row.get()) != OGRERR_NONE) refuse("layer " + layer.name, errors);
  }
}

char** layer_options(const VectorLayer& layer, VectorFormat format) {
  char** options = nullptr;
  if (format == VectorFormat::GeoPackage) options = CSLSetNameValue(options, "FID", layer.id_column.c_str());
  // An index over nothing: FlatGeobuf refuses it.
  return CSLSetNameValue(options, "SPATIAL_INDEX", layer.features.empty() && format == VectorFormat::FlatGeobuf ? "NO" : "YES");
}

void add_field(OGRLayerH target, const Field& field, const GdalErrors& errors) {
  const OgrFieldDefinition definition(OGR_Fld_Create(field.name.c_str(), to_ogr(field.type)));
  if (field.type == FieldType::Boolean) OGR_Fld_SetSubType(definition.get(), OFSTBoolean);
  if (OGR_L_CreateField(target, definition.get(), 0) != OGRERR_NONE) refuse("field " + field.name, errors);
}

void write_layer(GDALDatasetH file, const VectorLayer& layer, VectorFormat format, OGRSpatialReferenceH crs, const GdalErrors& errors) {
  char** options = layer_options(layer, format);
  OGRLayerH target = GDALDatasetCreateLayer(file, layer.name.c_str(), layer.kind == GeometryKind::None ? nullptr : crs, to_ogr(layer.kind), options);
  CSLDestroy(options);
  if (target == nullptr) refuse("layer " + layer.name, errors);
  for (const Field& field : layer.fields) add_field(target, field, errors);
  write_features(target, layer, nullptr, errors);
}

/// A layer that has its areas from an earlier one. The table of its rows is not registered: readers see the view.
void write_view(GDALDatasetH file, const std::vector<VectorLayer>& layers, const VectorLayer& layer, const std::string& time, const GdalErrors& errors) {
  const auto areas = std::find_if(layers.begin(), layers.end(), [&layer](const VectorLayer& other) { return other.name == layer.areas_from; });
  if (areas == layers.end()) throw std::logic_error("layer " + layer.name + " has its areas from a layer that is not there");
  char** options = CSLSetNameValue(layer_options(layer, VectorFormat::GeoPackage), "ASPATIAL_VARIANT", "NOT_REGISTERED");
  OGRLayerH target = GDALDatasetCreateLayer(file, rows_table(layer).c_str(), nullptr, wkbNone, options);
  CSLDestroy(options);
  if (target == nullptr) refuse("layer " + layer.name, errors);
  for (const Field& field : layer.fields) add_field(target, field, errors);
  add_field(target, {area_key_column, FieldType::Integer}, errors);
  const AreaKeys keys(*areas);
  write_features(target, layer, &keys, errors);
  add_view(file, layer, *areas, time);
}

/// GeoPackage writes the time of each layer into the file; it comes from the caller's clock or not at all.
std::string fixed_time() {
  std::time_t seconds = 0;
  if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) seconds = static_cast<std::time_t>(std::strtoll(given, nullptr, 10));
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[40];
  return std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &utc) > 0 ? text : "1970-01-01T00:00:00.000Z";
}

Dataset create(const char* driver_name, const std::filesystem::path& path, const GdalErrors& errors) {
  GDALDriverH driver = GDALGetDriverByName(driver_name);
  if (driver == nullptr) throw PluginError(std::string("this GDAL cannot write ") + driver_name);
  Dataset file(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!file) refuse(path.string(), errors);
  return file;
}

void close(Dataset& file, const std::filesystem::path& path, const GdalErrors& errors) {
  CPLErrorReset();
  file.reset();
  if (CPLGetLastErrorType() >= CE_Failure) refuse(path.string(), errors);
}

}  // namespace

void write_with_gdal(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format, const GeoPackageExtras& extras) {
  start_gdal();
  const std::string time = fixed_time();
  CPLSetConfigOption("OGR_CURRENT_DATE", time.c_str());
  const GdalErrors errors;
  const SpatialReference crs(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(crs.get(), 4326);
  // Our coordinates are longitude first, whatever EPSG:4326 says.
  OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
  const bool package = format == VectorFormat::GeoPackage;
  Dataset file = create(package ? "GPKG" : "FlatGeobuf", path, errors);
  // One transaction: without it SQLite syncs after each row.
  if (package) GDALDatasetStartTransaction(file.get(), 0);
  for (const VectorLayer& layer : layers) {
    if (package && !layer.areas_from.empty()) write_view(file.get(), layers, layer, time, errors);
    else write_layer(file.get(), layer, format, crs.get(), errors);
  }
  if (package) write_extras(file.get(), extras, time);
  if (package && GDALDatasetCommitTransaction(file.get()) != OGRERR_NONE) refuse(path.string(), errors);
  close(file, path, errors);
}

}  // namespace dateline::geo::detail
