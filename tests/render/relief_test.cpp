#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <limits>

#include "render/relief.hpp"
#include "render/write.hpp"
#include "support/command.hpp"

namespace dateline::render::test {
namespace {

constexpr int side = 41;

/// A cone of a hill in the middle, 2,000 m high, on a plain; no heights in the lower left corner.
std::vector<float> hill() {
  std::vector<float> heights;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const double d = std::hypot(x - 20, y - 20);
      heights.push_back(x < 4 && y > 36 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(std::max(0.0, 2000 - 200 * d)));
    }
  }
  return heights;
}

struct Shade {
  int ink, alpha;
};
Shade at(const std::vector<std::uint8_t>& rgba, int x, int y) {
  const std::size_t i = static_cast<std::size_t>(y * side + x) * 4;
  return {rgba[i], rgba[i + 3]};
}

}  // namespace

TEST_CASE("a hill is light at its upper left and dark at its lower right", "[relief]") {
  const auto rgba = shade(hill(), side, 400);
  const Shade lit = at(rgba, 16, 16), dark = at(rgba, 24, 24);
  CHECK(lit.ink == 255);
  CHECK(lit.alpha > 25);
  CHECK(dark.ink < 60);
  CHECK(dark.alpha > 25);
}

TEST_CASE("flat ground and places without heights stay clear", "[relief]") {
  const auto rgba = shade(hill(), side, 400);
  CHECK(at(rgba, 38, 2).alpha == 0);
  CHECK(at(rgba, 1, 39).alpha == 0);
  CHECK(at(rgba, 5, 38).alpha == 0);   // beside them
}

TEST_CASE("the relief stays light enough for labels", "[relief]") {
  const auto rgba = shade(hill(), side, 1);   // as steep as walls
  for (std::size_t i = 3; i < rgba.size(); i += 4) CHECK(rgba[i] <= 110);
}

TEST_CASE("the waves of a plain do not become mountains", "[relief]") {
  std::vector<float> heights;
  for (int i = 0; i < side * side; ++i) heights.push_back(static_cast<float>((i % side) % 2));
  const auto rgba = shade(heights, side, 1000);
  for (std::size_t i = 3; i < rgba.size(); i += 4) CHECK(rgba[i] < 6);
}

TEST_CASE("a raster is laid into a panel, and absent where it has nothing", "[relief][gdal]") {
  const ScratchFolder folder;
  std::string text = "ncols 40\nnrows 40\nxllcorner 10\nyllcorner 45\ncellsize 0.05\nNODATA_value -9999\n";
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 40; ++x) text += std::to_string(static_cast<int>(std::max(0.0, 3000 - 200 * std::hypot(x - 20, y - 20)))) + " ";
    text += "\n";
  }
  const std::string raster = folder.file("alps.asc", text);
  const auto here = MapFrame::fit({10, 45, 12, 47}, {0, 0, 200, 200}, 5, "");
  const auto image = make_relief(raster, here);
  REQUIRE(image);
  CHECK(image->rgba->size() == static_cast<std::size_t>(image->width * image->height * 4));
  CHECK_FALSE(make_relief(raster, MapFrame::fit({60, 45, 62, 47}, {0, 0, 200, 200}, 5, "")));

  Page page;
  page.width = page.height = 200;
  page.items = {*image};
  const std::string svg = write_svg(page);
  CHECK(svg.find("<image x=\"0\" y=\"0\" width=\"200\" height=\"200\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,iVBORw0KGgo") != std::string::npos);
  Page empty = page;
  empty.items.clear();
  CHECK(write_png(page, 1) != write_png(empty, 1));
  CHECK(write_pdf({page}).find("/Image") != std::string::npos);
  CHECK(to_text(page).find("image 160 x 160 at 0.0,0.0 200.0,200.0") != std::string::npos);
}

}  // namespace dateline::render::test
