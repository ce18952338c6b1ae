#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "render/detail/png_tile.hpp"
#include "tests/render/support/pixels.hpp"

using namespace dateline::render;
using namespace dateline::render::detail;

namespace {

std::vector<Argb> picture(std::size_t colors, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Argb> palette, out;
  for (std::size_t i = 0; i < colors; ++i) palette.push_back(0xFF000000U | static_cast<Argb>(random() & 0xFFFFFFU));
  while (out.size() < 64 * 64) out.insert(out.end(), 1 + random() % 40, palette[random() % colors]);
  out.resize(64 * 64);
  return out;
}

int worst(const std::string& png, const std::vector<Argb>& pixels) {
  const test::Pixels decoded = test::decode_png(png);
  REQUIRE(decoded.width == 64);
  int most = 0;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    for (unsigned c = 0; c < 3; ++c) {
      most = std::max(most, std::abs(static_cast<int>(pixels[i] >> (16 - 8 * c) & 0xFFU) - decoded.rgba[4 * i + c]));
    }
    CHECK(decoded.rgba[4 * i + 3] == (pixels[i] >> 24U));
  }
  return most;
}

}  // namespace

TEST_CASE("palette tiles are exact and as shallow as their colours allow", "[render][tiles]") {
  TilePng png;
  const std::pair<std::size_t, int> cases[] = {{1, 1}, {2, 1}, {3, 2}, {4, 2}, {5, 4}, {16, 4}, {17, 8}, {200, 8}};
  for (const auto& [colors, depth] : cases) {
    const auto pixels = picture(colors, static_cast<std::uint32_t>(colors));
    const std::string bytes = png.encode_palette(pixels, 64);
    INFO(colors << " colours");
    const std::set<Argb> distinct(pixels.begin(), pixels.end());
    if (distinct.size() == colors) CHECK(static_cast<int>(bytes[24]) == depth);
    CHECK(worst(bytes, pixels) == 0);
    CHECK(worst(png.encode_rgba(pixels, 64), pixels) == 0);
    CHECK(png.encode_palette(pixels, 64) == bytes);
  }
}

TEST_CASE("of more colours than a palette holds the frequent ones stay and the others move a little", "[render][tiles]") {
  TilePng png;
  std::vector<Argb> pixels;
  for (std::uint32_t i = 0; i < 64 * 64; ++i) pixels.push_back(0xFF000000U | (i % 600) / 3U << 16U | (i % 3) * 40U);
  const std::string bytes = png.encode_palette(pixels, 64);
  CHECK(static_cast<int>(bytes[24]) == 8);
  CHECK(worst(bytes, pixels) <= 4);
  CHECK(worst(png.encode_rgba(pixels, 64), pixels) == 0);
}

TEST_CASE("transparent and half transparent pixels keep their colour", "[render][tiles]") {
  TilePng png;
  std::vector<Argb> pixels(64 * 64, 0);
  pixels[5] = 0x80800000U;   // premultiplied: full red, half opaque
  pixels[6] = 0xFF00FF00U;
  for (const std::string& bytes : {png.encode_palette(pixels, 64), png.encode_rgba(pixels, 64)}) {
    const test::Pixels decoded = test::decode_png(bytes);
    CHECK(decoded.rgba[3] == 0);
    CHECK(decoded.rgba[5 * 4] == 255);
    CHECK(decoded.rgba[5 * 4 + 3] == 128);
    CHECK(decoded.rgba[6 * 4 + 1] == 255);
  }
  CHECK(png.encode_uniform(0xFF123456U, 256, true).size() < 200);
}
