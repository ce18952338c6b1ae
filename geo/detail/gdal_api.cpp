#include "geo/detail/gdal_api.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>

#include "base/error.hpp"
#include "geo/elevation.hpp"

namespace dateline::geo {
namespace detail {
namespace {

/// Beside the program of a build tree, or in lib/dateline beside its bin of an installed one.
std::vector<std::filesystem::path> places_to_look() {
  std::vector<std::filesystem::path> places;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) places.push_back(program.parent_path().parent_path() / DATELINE_GDAL_INSTALLED);
  places.emplace_back(DATELINE_GDAL_BUILT);
  return places;
}

const GdalApi* open_library() {
  std::string tried;
  for (const auto& place : places_to_look()) {
    tried += (tried.empty() ? "" : "; ") + place.string();
    std::error_code error;
    if (!std::filesystem::exists(place, error)) continue;
    // Never closed: GDAL does not like being unloaded, and the table must stay.
    void* library = dlopen(place.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
      const char* reason = dlerror();
      throw PluginError("cannot load " + place.string() + ": " + (reason != nullptr ? reason : "no reason given"),
                        "install GDAL 3.6 or later (Debian package libgdal32)");
    }
    const auto* api = static_cast<const GdalApi*>(dlsym(library, gdal_api_symbol));
    if (api == nullptr || api->version != gdal_api_version) {
      throw PluginError(place.string() + " belongs to another version of Dateline", "reinstall Dateline");
    }
    return api;
  }
  throw PluginError("the part of Dateline that reads and writes GIS files is missing; looked for " + tried, "reinstall Dateline");
}

}  // namespace

const GdalApi& gdal_api() {
  static const GdalApi* const api = open_library();
  return *api;
}

}  // namespace detail

std::vector<VectorLayer> read_vector_file(const std::filesystem::path& path, const VectorReadOptions& options) {
  return detail::gdal_api().read(path, options);
}

bool is_database(std::string_view address) noexcept {
  return address.starts_with("postgresql://") || address.starts_with("postgres://") || address.starts_with("PG:");
}

std::vector<VectorLayer> read_database(const std::string& address, const VectorReadOptions& options) {
  return detail::gdal_api().read_database(address, options);
}

std::vector<float> read_elevations(const std::filesystem::path& raster, std::span<const MapPoint> places) {
  return detail::gdal_api().elevations(raster, places);
}

}  // namespace dateline::geo
