#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "base/error.hpp"
#include "geo/elevation.hpp"

namespace dateline::geo {
namespace {

/// ASCII grids in a folder of their own.
class Grids {
 public:
  Grids() : folder_(std::filesystem::temp_directory_path() / ("dateline-relief-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::filesystem::create_directories(folder_);
  }
  ~Grids() { std::filesystem::remove_all(folder_); }
  Grids(const Grids&) = delete;
  Grids& operator=(const Grids&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }
  /// Cells of `size` degrees from the lower left corner; the height of a cell is 10 times its column plus its row from the top.
  std::filesystem::path grid(const std::string& name, int columns, int rows, double west, double south, double size) const {
    std::string text = "ncols " + std::to_string(columns) + "\nnrows " + std::to_string(rows) + "\nxllcorner " + std::to_string(west) + "\nyllcorner " +
                       std::to_string(south) + "\ncellsize " + std::to_string(size) + "\nNODATA_value -9999\n";
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) text += std::to_string(10 * c + r) + " ";
      text += "\n";
    }
    return write(name, text);
  }

 private:
  std::filesystem::path folder_;
};

float height(const std::filesystem::path& raster, double lon, double lat) { return read_elevations(raster, std::vector<MapPoint>{{lon, lat}}).front(); }

}  // namespace

TEST_CASE("heights are those of the cells, and between them in between", "[geo][gdal]") {
  const Grids grids;
  const auto raster = grids.grid("a.asc", 6, 4, 10, 40, 1);
  CHECK(height(raster, 10.5, 43.5) == Approx(0));
  CHECK(height(raster, 13.5, 41.5) == Approx(32));
  CHECK(height(raster, 14.0, 41.5) == Approx(37));
  CHECK(height(raster, 13.5, 41.0) == Approx(32.5));
  CHECK(std::isnan(height(raster, 9.0, 41.5)));
  CHECK(std::isnan(height(raster, 13.5, 46)));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(std::isnan(height(raster, nan, nan)));
}

TEST_CASE("cells without data are absent and do not spoil their neighbours", "[geo][gdal]") {
  const Grids grids;
  const auto raster = grids.write("a.asc", "ncols 3\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\nNODATA_value -9999\n5 -9999 7\n5 5 99999\n");
  CHECK(std::isnan(height(raster, 1.5, 1.5)));
  CHECK(height(raster, 0.9, 1.4) == Approx(5));
  CHECK(std::isnan(height(raster, 2.5, 0.5)));   // higher than any mountain
}

TEST_CASE("a raster beyond the antimeridian serves both ways of writing a longitude", "[geo][gdal]") {
  const Grids grids;
  const auto raster = grids.grid("a.asc", 20, 4, 170, -20, 1);
  CHECK(height(raster, 175.5, -16.5) == Approx(50));
  CHECK(height(raster, -175.5, -16.5) == Approx(140));
  CHECK(height(raster, 184.5, -16.5) == Approx(140));
  const auto both = read_elevations(raster, std::vector<MapPoint>{{160, -16.5}, {179.5, -16.5}, {-179.5, -16.5}});
  CHECK(std::isnan(both[0]));
  CHECK(both[1] == Approx(90));
  CHECK(both[2] == Approx(100));
}

TEST_CASE("a raster around the Earth has no seam", "[geo][gdal]") {
  const Grids grids;
  std::string text = "ncols 36\nnrows 18\nxllcorner -180\nyllcorner -90\ncellsize 10\n";
  for (int r = 0; r < 18; ++r) {
    for (int c = 0; c < 36; ++c) text += c == 0 || c == 35 ? "800 " : "100 ";
    text += "\n";
  }
  const auto heights = read_elevations(grids.write("world.asc", text), std::vector<MapPoint>{{179.9, 0}, {-179.9, 0}, {180, 0}, {-180, 5}, {150, 0}});
  for (std::size_t i = 0; i < 4; ++i) CHECK(heights[i] == Approx(800).margin(1));
  CHECK(heights[4] == Approx(100));
}

TEST_CASE("a projected raster is read at places in degrees", "[geo][gdal]") {
  const Grids grids;
  // One degree of Web Mercator at the equator is 111 319.49 m.
  const auto raster = grids.grid("m.asc", 10, 10, 1'000'000, -500'000, 100'000);
  grids.write("m.prj", "PROJCS[\"WGS 84 / Pseudo-Mercator\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
                       "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
                       "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"3857\"]]");
  CHECK(height(raster, 1'350'000 / 111'319.4908, 0.0) == Approx(34.5).margin(0.1));
}

TEST_CASE("what is no raster of heights is refused with a hint", "[geo][gdal]") {
  const Grids grids;
  CHECK_THROWS_AS(height("no-such.tif", 0, 0), InputError);
  CHECK_THROWS_AS(height(grids.write("a.tif", "not a picture"), 0, 0), InputError);
  // A virtual raster names other files: never opened.
  const auto virtual_raster = grids.write("a.vrt", "<VRTDataset rasterXSize=\"2\" rasterYSize=\"2\"><VRTRasterBand dataType=\"Byte\" band=\"1\"/></VRTDataset>");
  CHECK_THROWS_AS(height(virtual_raster, 0, 0), InputError);
  CHECK_THROWS_WITH(height(grids.grid("far.asc", 4, 4, 1'000'000, 0, 100), 0, 0), Catch::Contains("coordinate reference system"));
}

}  // namespace dateline::geo
