#include <cpl_conv.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_io.hpp"
#include "geo/detail/gdal_session.hpp"

namespace dateline::geo::detail {
namespace {

/// Rasters that are data and nothing else: no virtual formats that name other files, no services.
constexpr const char* allowed_drivers[] = {"GTiff", "COG", "AAIGrid", "SRTMHGT", "DTED", "USGSDEM", "HFA", "EHdr", "ENVI", "GSAG", "NGSGEOID", nullptr};
constexpr float no_height = std::numeric_limits<float>::quiet_NaN();
/// Higher than any mountain and deeper than any trench: a raster's own mark of no data that its header does not name.
constexpr float least_height = -12'000, most_height = 9'500;

struct Raster {
  Dataset dataset;
  GDALRasterBandH band = nullptr;
  int width = 0, height = 0;
  double to_pixel[6] = {};           ///< from the raster's CRS to its pixels
  bool geographic = true;
  double columns_around = 0;         ///< pixels in 360 degrees; 0 if the raster is not geographic
  CoordinateTransformation from_degrees;
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_file(path.string());
  throw error;
}

void find_reference(Raster& raster, const std::filesystem::path& path, const double (&place)[6]) {
  const OGRSpatialReferenceH reference = GDALGetSpatialRef(raster.dataset.get());
  if (reference == nullptr) {
    const double right = place[0] + place[1] * raster.width, bottom = place[3] + place[5] * raster.height;
    const bool degrees = place[0] >= -360.01 && right <= 360.01 && place[3] <= 90.01 && bottom >= -90.01;
    if (!degrees) fail(path, "the raster does not say which coordinate reference system it has", "add one with `gdal_edit.py -a_srs EPSG:... FILE`, or a .prj file beside an ASCII grid");
  } else {
    raster.geographic = OSRIsGeographic(reference) != 0;
  }
  if (raster.geographic) {
    // Datums differ by less than a pixel of any relief that a map can show.
    raster.columns_around = place[1] > 0 && place[2] == 0 ? 360 / place[1] : 0;
    return;
  }
  const SpatialReference degrees(OSRNewSpatialReference(nullptr)), target(OSRClone(reference));
  OSRSetWellKnownGeogCS(degrees.get(), "CRS84");
  OSRSetAxisMappingStrategy(degrees.get(), OAMS_TRADITIONAL_GIS_ORDER);
  OSRSetAxisMappingStrategy(target.get(), OAMS_TRADITIONAL_GIS_ORDER);
  raster.from_degrees.reset(OCTNewCoordinateTransformation(degrees.get(), target.get()));
  if (!raster.from_degrees) fail(path, "there is no way from degrees to the raster's coordinate reference system", "warp it with `gdalwarp -t_srs EPSG:4326`");
}

Raster open_raster(const std::filesystem::path& path, const GdalErrors& errors) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) fail(path, "there is no such file", "name a raster of heights, for example a GeoTIFF");
  Raster raster;
  raster.dataset.reset(GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_INTERNAL, allowed_drivers, nullptr, nullptr));
  if (!raster.dataset) fail(path, "this is no raster of heights that can be read: " + errors.last(), "GeoTIFF, ASCII grid, SRTM and DTED are read");
  raster.width = GDALGetRasterXSize(raster.dataset.get());
  raster.height = GDALGetRasterYSize(raster.dataset.get());
  raster.band = GDALGetRasterBand(raster.dataset.get(), 1);
  double place[6];
  if (raster.band == nullptr || raster.width < 2 || raster.height < 2) fail(path, "the raster has no heights", "a relief needs at least two rows and columns");
  if (GDALGetGeoTransform(raster.dataset.get(), place) != CE_None || GDALInvGeoTransform(place, raster.to_pixel) == 0) {
    fail(path, "the raster does not say where it lies", "georeference it, for example with `gdal_translate -a_ullr`");
  }
  find_reference(raster, path, place);
  return raster;
}

/// Places become positions in pixels, NaN where there is none. Pixel centres lie at .5.
std::vector<MapPoint> to_pixels(const Raster& raster, std::span<const MapPoint> places) {
  std::vector<double> x(places.size()), y(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    x[i] = places[i].x;
    y[i] = places[i].y;
  }
  std::vector<int> good(places.size(), 1);
  if (raster.from_degrees && !places.empty()) OCTTransformEx(raster.from_degrees.get(), static_cast<int>(places.size()), x.data(), y.data(), nullptr, good.data());
  std::vector<MapPoint> pixels(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool finite = good[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i]);
    const double column = raster.to_pixel[0] + raster.to_pixel[1] * x[i] + raster.to_pixel[2] * y[i];
    const double row = raster.to_pixel[3] + raster.to_pixel[4] * x[i] + raster.to_pixel[5] * y[i];
    pixels[i] = finite ? MapPoint{column, row} : MapPoint{no_height, no_height};
  }
  return pixels;
}

bool is_around(const Raster& raster) { return raster.columns_around > 0 && std::fabs(raster.columns_around - raster.width) < 1.5; }

/// Columns that lie a turn of the Earth away come beside the middle one, so that a window across the antimeridian is narrow.
void gather(const Raster& raster, std::vector<MapPoint>& pixels) {
  if (raster.columns_around <= 0) return;
  const auto any = std::find_if(pixels.begin(), pixels.end(), [](MapPoint p) { return std::isfinite(p.x); });
  if (any == pixels.end()) return;
  // Around the whole Earth any place can be the middle; a smaller raster is its own.
  double middle = raster.width / 2.0;
  if (is_around(raster)) {
    middle = std::fmod(any->x, raster.columns_around);
    if (middle < 0) middle += raster.columns_around;
  }
  for (MapPoint& p : pixels) {
    if (std::isfinite(p.x)) p.x -= std::round((p.x - middle) / raster.columns_around) * raster.columns_around;
  }
}

/// A reading of columns [first, first + columns) and rows [top, top + rows), `step` pixels to one cell.
struct Block {
  int first = 0, top = 0, columns = 0, rows = 0, step = 1;
  int across = 0, down = 0;          ///< cells
  std::vector<float> cells;

  [[nodiscard]] float at(int column, int row) const {
    if (column < 0 || row < 0 || column >= across || row >= down) return no_height;
    return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(across) + static_cast<std::size_t>(column)];
  }
};

/// Reads part of the raster's own columns into the block's cells from `into` on.
void read_columns(const Raster& raster, Block& block, int from, int count, int into) {
  const int cells = std::min((count + block.step - 1) / block.step, block.across - into);
  if (cells <= 0) return;
  GDALRasterIOExtraArg how;
  INIT_RASTERIO_EXTRA_ARG(how);
  how.eResampleAlg = block.step > 1 ? GRIORA_Average : GRIORA_NearestNeighbour;
  const CPLErr result = GDALRasterIOEx(raster.band, GF_Read, from, block.top, std::min(count, raster.width - from), block.rows,
                                       block.cells.data() + into, cells, block.down, GDT_Float32, 0, static_cast<GSpacing>(sizeof(float)) * block.across, &how);
  if (result != CE_None) throw InputError("the raster of heights is damaged", "check it with `gdalinfo -checksum`");
}

void clean_heights(const Raster& raster, Block& block) {
  int has_none = 0, has_scale = 0, has_offset = 0;
  const double none = GDALGetRasterNoDataValue(raster.band, &has_none);
  const double scale = GDALGetRasterScale(raster.band, &has_scale), offset = GDALGetRasterOffset(raster.band, &has_offset);
  for (float& h : block.cells) {
    if (has_none != 0 && h == static_cast<float>(none)) h = no_height;
    else h = static_cast<float>(h * (has_scale != 0 ? scale : 1) + (has_offset != 0 ? offset : 0));
    if (!(h >= least_height && h <= most_height)) h = no_height;
  }
}

Block read_block(const Raster& raster, const std::vector<MapPoint>& pixels) {
  double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
  for (const MapPoint p : pixels) {
    if (!std::isfinite(p.x) || p.y < -1 || p.y > raster.height + 1) continue;
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  Block block;
  const bool around = is_around(raster);
  if (!around) left = std::max(left, 0.0), right = std::min(right, static_cast<double>(raster.width));
  if (!(left <= right && top <= bottom)) return block;
  block.first = static_cast<int>(std::floor(left)) - 2;
  block.columns = static_cast<int>(std::ceil(right)) + 2 - block.first;
  block.top = std::max(0, static_cast<int>(std::floor(top)) - 2);
  block.rows = std::min(raster.height, static_cast<int>(std::ceil(bottom)) + 2) - block.top;
  if (!around) {
    const int end = std::min(block.first + block.columns, raster.width);
    block.first = std::max(block.first, 0);
    block.columns = end - block.first;
  } else {
    block.columns = std::min(block.columns, raster.width);
  }
  if (block.columns <= 0 || block.rows <= 0) return block;
  // About one cell a place, and never more cells than the limit.
  const double area = static_cast<double>(block.columns) * block.rows;
  const double wanted = std::min(static_cast<double>(limits::max_relief_cells), 1.5 * static_cast<double>(pixels.size()) + 64);
  block.step = std::max(1, static_cast<int>(std::ceil(std::sqrt(area / wanted))));
  block.across = (block.columns + block.step - 1) / block.step;
  block.down = (block.rows + block.step - 1) / block.step;
  block.cells.assign(static_cast<std::size_t>(block.across) * static_cast<std::size_t>(block.down), no_height);
  for (int done = 0; done < block.columns;) {
    const int column = ((block.first + done) % raster.width + raster.width) % raster.width;
    // A piece ends at the raster's seam, on a whole cell.
    int count = std::min(block.columns - done, raster.width - column);
    if (done + count < block.columns) count = std::max(block.step, count / block.step * block.step);
    read_columns(raster, block, column, count, done / block.step);
    done += count;
  }
  clean_heights(raster, block);
  return block;
}

/// Between the four cells around; those without data do not count, as long as the nearest has some.
float height_at(const Block& block, MapPoint pixel) {
  if (!std::isfinite(pixel.x) || block.cells.empty()) return no_height;
  const double x = (pixel.x - block.first) / block.step - 0.5, y = (pixel.y - block.top) / block.step - 0.5;
  if (!(x >= -0.5 && y >= -0.5 && x <= block.across - 0.5 && y <= block.down - 0.5)) return no_height;
  const int column = std::clamp(static_cast<int>(std::floor(x)), 0, std::max(0, block.across - 2)), row = std::clamp(static_cast<int>(std::floor(y)), 0, std::max(0, block.down - 2));
  const double dx = std::clamp(x - column, 0.0, 1.0), dy = std::clamp(y - row, 0.0, 1.0);
  if (std::isnan(block.at(dx < 0.5 ? column : column + 1, dy < 0.5 ? row : row + 1))) return no_height;
  double sum = 0, weight = 0;
  struct Corner {
    int column, row;
    double weight;
  };
  const Corner corners[] = {{column, row, (1 - dx) * (1 - dy)}, {column + 1, row, dx * (1 - dy)}, {column, row + 1, (1 - dx) * dy}, {column + 1, row + 1, dx * dy}};
  for (const auto& [c, r, w] : corners) {
    const float h = block.at(c, r);
    if (std::isnan(h)) continue;
    sum += w * h;
    weight += w;
  }
  return weight > 0 ? static_cast<float>(sum / weight) : no_height;
}

}  // namespace

std::vector<float> elevations_with_gdal(const std::filesystem::path& path, std::span<const MapPoint> places) {
  start_gdal();
  const GdalErrors errors;
  const Raster raster = open_raster(path, errors);
  std::vector<MapPoint> pixels = to_pixels(raster, places);
  gather(raster, pixels);
  const Block block = read_block(raster, pixels);
  std::vector<float> heights;
  heights.reserve(pixels.size());
  for (const MapPoint p : pixels) heights.push_back(height_at(block, p));
  return heights;
}

}  // namespace dateline::geo::detail
