#include "geo/vector_writer.hpp"

#include <filesystem>
#include <stdexcept>

#include "geo/detail/draft_file.hpp"
#include "geo/detail/fits_layer.hpp"
#include "geo/detail/gdal_api.hpp"

namespace dateline::geo {
namespace {

void check(const VectorLayer& layer) {
  for (const Feature& feature : layer.features) detail::check_fits(feature, layer);
}

void write_package(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, Overwrite overwrite, const GeoPackageExtras& extras) {
  GeoPackageWriter writer(path, overwrite);
  for (const VectorLayer& layer : layers) writer.add_layer(layer);
  writer.finish(extras);
}

}  // namespace

void write_vector_file(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format, Overwrite overwrite,
                       const GeoPackageExtras& extras) {
  if (format == VectorFormat::GeoPackage) return write_package(layers, path, overwrite, extras);
  if (layers.size() != 1) throw std::logic_error("this format takes exactly one layer");
  check(layers.front());
  if (format == VectorFormat::GeoJson) return write_file_atomically(path, to_geojson(layers.front()), overwrite);
  detail::DraftFile draft(path, overwrite, ".fgb");  // FlatGeobuf chooses between a file and a folder by the ending
  detail::gdal_api().write_flatgeobuf(layers.front(), draft.path());
  draft.put_in_place();
}

void run_in_database(const std::string& address, const std::string& sql) { detail::gdal_api().run_in_database(address, sql); }

}  // namespace dateline::geo
