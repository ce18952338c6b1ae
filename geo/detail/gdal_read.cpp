#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "geo/detail/gdal_database.hpp"
#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_io.hpp"
#include "geo/detail/gdal_session.hpp"

namespace dateline::geo::detail {
namespace {

/// Formats that are data and nothing else: no databases, no services, no virtual formats that name other files.
constexpr const char* allowed_drivers[] = {"GeoJSON", "GeoJSONSeq", "GPKG", "FlatGeobuf", "ESRI Shapefile", "KML",
                                           "LIBKML",  "GML",        "GPX",  "CSV",        "OSM",            "TopoJSON",
                                           "MapInfo File", "XLSX", "ODS", nullptr};

LonLat to_place(OGRGeometryH geometry, int index) {
  const auto place = LonLat::make(Lon(OGR_G_GetX(geometry, index)), Lat(OGR_G_GetY(geometry, index)));
  if (!place) throw InputError("a coordinate is no longitude and latitude");
  return *place;
}

LineString to_line(OGRGeometryH geometry) {
  LineString line;
  for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i) line.push_back(to_place(geometry, i));
  return line;
}

LineString to_ring(OGRGeometryH geometry) {
  LineString ring = to_line(geometry);
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

Polygon to_polygon(OGRGeometryH geometry) {
  Polygon polygon;
  for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
    LineString ring = to_ring(OGR_G_GetGeometryRef(geometry, i));
    if (i == 0) polygon.outer = std::move(ring); else polygon.holes.push_back(std::move(ring));
  }
  return polygon;
}

FeatureGeometry to_geometry(OGRGeometryH raw) {
  if (raw == nullptr || OGR_G_IsEmpty(raw)) return std::monostate{};
  const OgrGeometry straight(OGR_G_GetLinearGeometry(raw, 0, nullptr));
  OGRGeometryH geometry = straight.get();
  const int parts = OGR_G_GetGeometryCount(geometry);
  switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint: return to_place(geometry, 0);
    case wkbMultiPoint: {
      std::vector<LonLat> points;
      for (int i = 0; i < parts; ++i) points.push_back(to_place(OGR_G_GetGeometryRef(geometry, i), 0));
      return points;
    }
    case wkbLineString: return std::vector<LineString>{to_line(geometry)};
    case wkbMultiLineString: {
      std::vector<LineString> lines;
      for (int i = 0; i < parts; ++i) lines.push_back(to_line(OGR_G_GetGeometryRef(geometry, i)));
      return lines;
    }
    case wkbPolygon: return MultiPolygon{to_polygon(geometry)};
    case wkbMultiPolygon: {
      MultiPolygon area;
      for (int i = 0; i < parts; ++i) area.push_back(to_polygon(OGR_G_GetGeometryRef(geometry, i)));
      return area;
    }
    default: return std::monostate{};  // mixed collections have no place in a layer
  }
}

GeometryKind kind_of(OGRwkbGeometryType type) {
  switch (wkbFlatten(type)) {
    case wkbPoint: return GeometryKind::Point;
    case wkbMultiPoint: return GeometryKind::Points;
    case wkbLineString: return GeometryKind::Line;
    case wkbMultiLineString: return GeometryKind::Lines;
    case wkbPolygon:
    case wkbMultiPolygon: return GeometryKind::Area;
    default: return GeometryKind::None;
  }
}

FieldType type_of(OGRFieldType type, OGRFieldSubType subtype) {
  if (subtype == OFSTBoolean) return FieldType::Boolean;
  switch (type) {
    case OFTInteger:
    case OFTInteger64: return FieldType::Integer;
    case OFTReal: return FieldType::Real;
    case OFTDate:
    case OFTDateTime: return FieldType::Date;
    default: return FieldType::Text;
  }
}

FieldValue to_value(OGRFeatureH feature, int index, FieldType type) {
  if (!OGR_F_IsFieldSetAndNotNull(feature, index)) return std::monostate{};
  switch (type) {
    case FieldType::Integer: return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, index));
    case FieldType::Real: return OGR_F_GetFieldAsDouble(feature, index);
    case FieldType::Date: {
      int year = 0, month = 0, day = 0, unused = 0;
      OGR_F_GetFieldAsDateTime(feature, index, &year, &month, &day, &unused, &unused, &unused, &unused);
      if (const auto date = CivilDate::make(year, month, day)) return *date;
      return std::monostate{};
    }
    case FieldType::Boolean: return OGR_F_GetFieldAsInteger(feature, index) != 0;
    case FieldType::Text: break;
  }
  return std::string(OGR_F_GetFieldAsString(feature, index));
}

/// From the layer's own CRS to WGS 84; null where they are the same or the layer has none.
CoordinateTransformation to_wgs84(OGRLayerH layer) {
  OGRSpatialReferenceH given = OGR_L_GetSpatialRef(layer);
  if (given == nullptr) return nullptr;
  const SpatialReference from(OSRClone(given));
  const SpatialReference to(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(to.get(), 4326);
  for (OGRSpatialReferenceH reference : {from.get(), to.get()}) OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
  if (OSRIsSame(from.get(), to.get())) return nullptr;
  CoordinateTransformation transformation(OCTNewCoordinateTransformation(from.get(), to.get()));
  if (!transformation) throw InputError("its coordinate reference system cannot be brought to WGS 84");
  return transformation;
}

/// A table gives its rows in any order, another one tomorrow: its key decides.
void sort_by_id(std::vector<Feature>& features, const std::vector<GIntBig>& ids) {
  if (std::is_sorted(ids.begin(), ids.end())) return;
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  std::vector<Feature> sorted;
  sorted.reserve(features.size());
  for (const std::size_t at : order) sorted.push_back(std::move(features[at]));
  features = std::move(sorted);
}

enum class Rows { AsTheyCome, ById };

VectorLayer read_layer(OGRLayerH source, Rows rows, std::size_t& features_left) {
  VectorLayer layer;
  layer.name = OGR_L_GetName(source);
  layer.kind = kind_of(OGR_L_GetGeomType(source));
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source);
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
    layer.fields.push_back({OGR_Fld_GetNameRef(field), type_of(OGR_Fld_GetType(field), OGR_Fld_GetSubType(field))});
  }
  const auto transformation = to_wgs84(source);
  std::vector<GIntBig> ids;
  OGR_L_ResetReading(source);
  while (OgrFeature row{OGR_L_GetNextFeature(source)}) {
    if (features_left-- == 0) throw InputError("there are more features than Dateline reads from one source");
    if (rows == Rows::ById) ids.push_back(OGR_F_GetFID(row.get()));
    Feature feature;
    OGRGeometryH geometry = OGR_F_GetGeometryRef(row.get());
    if (geometry != nullptr && transformation && OGR_G_Transform(geometry, transformation.get()) != OGRERR_NONE) {
      throw InputError("a feature of layer " + layer.name + " cannot be brought to WGS 84");
    }
    feature.geometry = to_geometry(geometry);
    for (std::size_t i = 0; i < layer.fields.size(); ++i) feature.values.push_back(to_value(row.get(), static_cast<int>(i), layer.fields[i].type));
    layer.features.push_back(std::move(feature));
  }
  if (rows == Rows::ById) sort_by_id(layer.features, ids);
  return layer;
}

/// The layers that are asked for: one by its name, or all.
std::vector<VectorLayer> read_layers(GDALDatasetH source, Rows rows, const VectorReadOptions& options) {
  std::vector<VectorLayer> layers;
  std::size_t features_left = options.most_features;
  for (int i = 0; i < GDALDatasetGetLayerCount(source); ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(source, i);
    if (options.layer.empty() || options.layer == OGR_L_GetName(layer)) layers.push_back(read_layer(layer, rows, features_left));
  }
  return layers;
}

}  // namespace

std::vector<VectorLayer> read_with_gdal(const std::filesystem::path& path, const VectorReadOptions& options) {
  start_gdal();
  const GdalErrors errors;
  // A plain existing file only: GDAL takes URLs, database connections and inline documents for names as well.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) throw InputError("there is no file " + path.string());
  const auto absolute = std::filesystem::absolute(path);
  const Dataset file(GDALOpenEx(absolute.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed_drivers, nullptr, nullptr));
  if (!file) throw InputError(path.string() + " is no GIS file that Dateline reads: " + errors.last(), "GeoJSON, GeoPackage, FlatGeobuf, shapefile, KML, GML, GPX and CSV are read");
  std::vector<VectorLayer> layers;
  try {
    layers = read_layers(file.get(), Rows::AsTheyCome, options);
  } catch (InputError& reason) {
    reason.set_file(path.string());
    throw;
  }
  if (layers.empty() && !options.layer.empty()) throw InputError(path.string() + " has no layer \"" + options.layer + "\"");
  return layers;
}

std::vector<VectorLayer> read_database_with_gdal(const std::string& address, const VectorReadOptions& options) {
  start_gdal();
  const GdalErrors errors;
  const Dataset database = open_database(address, GDAL_OF_READONLY);
  if (!database) throw InputError(connection_problem(errors), connection_hint);
  auto layers = read_layers(database.get(), Rows::ById, options);
  if (layers.empty()) {
    throw InputError(options.layer.empty() ? "the database has no table with geometry" : "the database has no table \"" + options.layer + "\" with geometry that this user may read",
                     "\"layer\" of the source names the table, as \"schema.table\" if it is not in the schema public");
  }
  return layers;
}

}  // namespace dateline::geo::detail
