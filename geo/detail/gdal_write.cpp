#include <cpl_conv.h>
#include <cpl_string.h>

#include "base/error.hpp"
#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_io.hpp"
#include "geo/detail/gdal_session.hpp"
#include "geo/detail/wkb.hpp"

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

void write_features(OGRLayerH target, const VectorLayer& layer, const GdalErrors& errors) {
  // One row for all: GDAL's own take as long to make as to write.
  const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(target)));
  for (const Feature& feature : layer.features) {
    OGR_F_SetFID(row.get(), OGRNullFID);
    for (std::size_t i = 0; i < feature.values.size(); ++i) set_value(row.get(), static_cast<int>(i), feature.values[i]);
    OGRGeometryH geometry = nullptr;
    const Wkb wkb = to_wkb(feature.geometry);
    if (wkb.extent && OGR_G_CreateFromWkb(wkb.bytes.data(), nullptr, &geometry, static_cast<int>(wkb.bytes.size())) != OGRERR_NONE) refuse("layer " + layer.name, errors);
    OGR_F_SetGeometryDirectly(row.get(), geometry);
    if (OGR_L_CreateFeature(target, row.get()) != OGRERR_NONE) refuse("layer " + layer.name, errors);
  }
}

void add_field(OGRLayerH target, const Field& field, const GdalErrors& errors) {
  const OgrFieldDefinition definition(OGR_Fld_Create(field.name.c_str(), to_ogr(field.type)));
  if (field.type == FieldType::Boolean) OGR_Fld_SetSubType(definition.get(), OFSTBoolean);
  if (OGR_L_CreateField(target, definition.get(), 0) != OGRERR_NONE) refuse("field " + field.name, errors);
}

void write_layer(GDALDatasetH file, const VectorLayer& layer, const GdalErrors& errors) {
  const SpatialReference crs(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(crs.get(), 4326);
  // Our coordinates are longitude first, whatever EPSG:4326 says.
  OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
  // An index over nothing: FlatGeobuf refuses it.
  char** options = CSLSetNameValue(nullptr, "SPATIAL_INDEX", layer.features.empty() ? "NO" : "YES");
  OGRLayerH target = GDALDatasetCreateLayer(file, layer.name.c_str(), layer.kind == GeometryKind::None ? nullptr : crs.get(), to_ogr(layer.kind), options);
  CSLDestroy(options);
  if (target == nullptr) refuse("layer " + layer.name, errors);
  for (const Field& field : layer.fields) add_field(target, field, errors);
  write_features(target, layer, errors);
}

}  // namespace

void write_flatgeobuf_with_gdal(const VectorLayer& layer, const std::filesystem::path& path) {
  start_gdal();
  const GdalErrors errors;
  GDALDriverH driver = GDALGetDriverByName("FlatGeobuf");
  if (driver == nullptr) throw PluginError("this GDAL cannot write FlatGeobuf");
  Dataset file(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!file) refuse(path.string(), errors);
  write_layer(file.get(), layer, errors);
  CPLErrorReset();
  file.reset();
  if (CPLGetLastErrorType() >= CE_Failure) refuse(path.string(), errors);
}

}  // namespace dateline::geo::detail
