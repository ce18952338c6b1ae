#include "geo/vector_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "base/error.hpp"
#include "geo/detail/gdal_api.hpp"

namespace dateline::geo {
namespace {

bool fits(const FeatureGeometry& geometry, GeometryKind kind) {
  if (kind == GeometryKind::Mixed) return geometry.index() != 5 || areas_of(geometry) != nullptr;
  switch (geometry.index()) {
    case 0: return true;
    case 1: return kind == GeometryKind::Point;
    case 2: return kind == GeometryKind::Points;
    case 3: return kind == GeometryKind::Line || kind == GeometryKind::Lines;
    case 5:
      if (areas_of(geometry) == nullptr) return false;
      [[fallthrough]];
    default: return kind == GeometryKind::Area;
  }
}

bool fits(const FieldValue& value, FieldType type) {
  switch (value.index()) {
    case 0: return true;
    case 1: return type == FieldType::Text;
    case 2: return type == FieldType::Integer;
    case 3: return type == FieldType::Real;
    case 4: return type == FieldType::Date;
    default: return type == FieldType::Boolean;
  }
}

void check(const VectorLayer& layer) {
  for (const Feature& feature : layer.features) {
    if (!fits(feature.geometry, layer.kind)) throw std::logic_error("a geometry does not fit layer " + layer.name);
    if (feature.values.size() != layer.fields.size()) throw std::logic_error("values do not fit the fields of layer " + layer.name);
    for (std::size_t i = 0; i < feature.values.size(); ++i) {
      if (!fits(feature.values[i], layer.fields[i].type)) throw std::logic_error("a value does not fit field " + layer.fields[i].name);
    }
  }
}

/// Puts a finished file in its place, as write_file_atomically does with bytes: it may be too large to be read again.
void put_in_place(const std::filesystem::path& draft, const std::filesystem::path& target, Overwrite overwrite) {
  const int file = ::open(draft.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  std::error_code error;
  if (overwrite == Overwrite::Refuse && std::filesystem::exists(target, error)) throw OutputError(target.string() + " exists already", "choose another name, or allow overwriting");
  if (const auto old = std::filesystem::status(target, error); std::filesystem::exists(old)) std::filesystem::permissions(draft, old.permissions(), error);
  error.clear();
  if (synced) std::filesystem::rename(draft, target, error);
  if (!synced || error) throw OutputError("cannot write " + target.string(), synced ? error.message() : "is the disk full?");
}

/// GDAL writes a file of its own beside the target, which then takes its place.
void make_with_gdal(const std::vector<VectorLayer>& layers, const std::filesystem::path& target, VectorFormat format, const GeoPackageExtras& extras, Overwrite overwrite) {
  auto draft = target;
  // FlatGeobuf chooses between a file and a folder by the ending.
  draft += format == VectorFormat::FlatGeobuf ? ".dateline-draft.fgb" : ".dateline-draft";
  const auto clean_up = [&] {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
      auto file = draft;
      std::filesystem::remove(file += ending, ignored);
    }
  };
  clean_up();
  try {
    detail::gdal_api().write(layers, draft, format, extras);
    put_in_place(draft, target, overwrite);
    clean_up();
  } catch (...) {
    clean_up();
    throw;
  }
}

}  // namespace

void write_vector_file(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format, Overwrite overwrite,
                       const GeoPackageExtras& extras) {
  for (const VectorLayer& layer : layers) check(layer);
  if (format != VectorFormat::GeoPackage && layers.size() != 1) throw std::logic_error("this format takes exactly one layer");
  if (format == VectorFormat::GeoJson) {
    write_file_atomically(path, to_geojson(layers.front()), overwrite);
    return;
  }
  std::error_code error;
  if (overwrite == Overwrite::Refuse && std::filesystem::exists(path, error)) {
    throw OutputError(path.string() + " exists already", "choose another name, or allow overwriting");
  }
  make_with_gdal(layers, path, format, extras, overwrite);
}

void run_in_database(const std::string& address, const std::string& sql) { detail::gdal_api().run_in_database(address, sql); }

}  // namespace dateline::geo
