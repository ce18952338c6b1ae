// The rasteriser of tiles: against Cairo, and against its own promise that a tile shows what a larger picture shows.
#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <random>

#include "render/detail/cairo_handles.hpp"
#include "render/detail/raster_canvas.hpp"
#include "render/detail/raster_stroke.hpp"

using namespace dateline::render::detail;

namespace {

using Mask = std::vector<int>;   // 0..256, row by row

Mask mask_of(CoverageBuffer& cells, int size) {
  Mask mask(static_cast<std::size_t>(size * size), 0);
  cells.sweep([&](int y, int x, int length, int coverage) {
    for (int i = 0; i < length; ++i) mask[static_cast<std::size_t>(y * size + x + i)] = coverage;
  });
  return mask;
}

template <typename Draw>
Mask cairo_mask(int size, Draw&& draw) {
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_A8, size, size));
  const ContextHandle context(cairo_create(surface.get()));
  cairo_set_antialias(context.get(), CAIRO_ANTIALIAS_BEST);
  cairo_set_tolerance(context.get(), 0.02);
  draw(context.get());
  cairo_surface_flush(surface.get());
  Mask mask;
  for (int y = 0; y < size; ++y) {
    const unsigned char* row = cairo_image_surface_get_data(surface.get()) + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface.get());
    for (int x = 0; x < size; ++x) mask.push_back(row[x] + (row[x] >> 7));
  }
  return mask;
}

struct Apart {
  int most = 0;
  double mean = 0;
};
Apart compare(const Mask& a, const Mask& b) {
  Apart apart;
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    apart.most = std::max(apart.most, std::abs(a[i] - b[i]));
    apart.mean += std::abs(a[i] - b[i]);
  }
  apart.mean /= static_cast<double>(a.size());
  return apart;
}

std::vector<Pixel> star(std::mt19937& random, double x, double y, double radius, int points) {
  std::uniform_real_distribution<double> share(0.3, 1);
  std::vector<Pixel> out;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points, r = radius * share(random);
    out.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
  }
  return out;
}

void add(CoverageBuffer& cells, const std::vector<Pixel>& ring) {
  std::vector<FixedPoint> fixed;
  for (const Pixel& p : ring) fixed.push_back(to_fixed(p));
  cells.add_ring(fixed);
}

void trace(cairo_t* context, const std::vector<Pixel>& line, bool closed) {
  for (const Pixel& p : line) cairo_line_to(context, p.x, p.y);
  if (closed) cairo_close_path(context);
}

}  // namespace

TEST_CASE("areas are covered as Cairo covers them", "[render][tiles]") {
  std::mt19937 random(1);
  CoverageBuffer cells(128);
  for (int i = 0; i < 40; ++i) {
    const auto ring = star(random, 20 + 3 * i, 64, 10 + 2 * i, 5 + i);   // the larger ones reach beyond all four sides
    add(cells, ring);
    const Apart apart = compare(mask_of(cells, 128), cairo_mask(128, [&](cairo_t* context) {
                                  trace(context, ring, true);
                                  cairo_fill(context);
                                }));
    INFO("star " << i);
    CHECK(apart.most <= 20);   // Cairo samples each row 15 times
    CHECK(apart.mean < 0.2);
  }
}

TEST_CASE("lines are stroked as Cairo strokes them", "[render][tiles]") {
  std::mt19937 random(2);
  std::uniform_real_distribution<double> place(5, 123);
  CoverageBuffer cells(128);
  for (const auto cap : {StrokeShape::Cap::Butt, StrokeShape::Cap::Round, StrokeShape::Cap::Square}) {
    for (const auto join : {StrokeShape::Join::Miter, StrokeShape::Join::Round, StrokeShape::Join::Bevel}) {
      for (const double width : {0.4, 0.8, 1.3, 2.5, 7.0}) {
        StrokeShape shape;
        shape.width = width;
        shape.cap = cap;
        shape.join = join;
        std::vector<Pixel> line{{place(random), place(random)}, {place(random), place(random)}, {place(random), place(random)}, {place(random), place(random)}};
        stroke_line(line, false, shape, cells);
        const Apart apart = compare(mask_of(cells, 128), cairo_mask(128, [&](cairo_t* context) {
                                      cairo_set_line_width(context, width);
                                      cairo_set_miter_limit(context, shape.miter_limit);
                                      cairo_set_line_cap(context, static_cast<cairo_line_cap_t>(cap));
                                      cairo_set_line_join(context, static_cast<cairo_line_join_t>(join));
                                      trace(context, line, false);
                                      cairo_stroke(context);
                                    }));
        INFO("cap " << static_cast<int>(cap) << " join " << static_cast<int>(join) << " width " << width);
        // Where a line crosses itself within a pixel, summed areas count twice what Cairo counts once.
        CHECK(apart.most <= 128);
        CHECK(apart.mean < 0.35);
      }
    }
  }
}

TEST_CASE("a thin winding line has no beads", "[render][tiles]") {
  std::vector<Pixel> line;
  for (int i = 0; i < 400; ++i) line.push_back({10 + i * 0.25, 64 + 20 * std::sin(i * 0.05)});
  StrokeShape shape;
  shape.width = 0.5;
  shape.join = StrokeShape::Join::Round;
  CoverageBuffer cells(128);
  stroke_line(line, false, shape, cells);
  const Apart apart = compare(mask_of(cells, 128), cairo_mask(128, [&](cairo_t* context) {
                                cairo_set_line_width(context, 0.5);
                                cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
                                trace(context, line, false);
                                cairo_stroke(context);
                              }));
  CHECK(apart.most <= 24);
}

TEST_CASE("dashes lie where Cairo puts them and go on from a given place of the pattern", "[render][tiles]") {
  const std::vector<Pixel> line{{5.3, 10.2}, {70.1, 33.4}, {120.7, 110.9}};
  StrokeShape shape;
  shape.width = 2;
  shape.dashes = {9, 4, 3};
  for (const double start : {0.0, 5.0, 14.5, 100.0}) {
    CoverageBuffer cells(128);
    stroke_dashes(line, start, shape, cells);
    const Apart apart = compare(mask_of(cells, 128), cairo_mask(128, [&](cairo_t* context) {
                                  cairo_set_line_width(context, 2);
                                  cairo_set_dash(context, shape.dashes.data(), 3, start);
                                  trace(context, line, false);
                                  cairo_stroke(context);
                                }));
    CHECK(apart.most <= 60);   // the dash that goes round the corner
    CHECK(apart.mean < 0.1);
  }
  shape.dashes = {0.001, 0.001};   // as good as a line, and must not take for ever
  CoverageBuffer cells(128), plain(128);
  stroke_dashes(line, 0, shape, cells);
  shape.dashes.clear();
  stroke_line(line, false, shape, plain);
  CHECK(mask_of(cells, 128) == mask_of(plain, 128));
}

TEST_CASE("tiles cut out of a large picture are that picture, bit by bit", "[render][tiles]") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(-300, 1300);
  const std::int64_t far = std::int64_t{1} << 31;   // as deep zooms have it
  std::vector<std::vector<Pixel>> rings, lines;
  for (int i = 0; i < 12; ++i) {
    rings.push_back(star(random, static_cast<double>(far) + place(random), static_cast<double>(far) + place(random), 500, 23));
    lines.push_back({{static_cast<double>(far) + place(random), static_cast<double>(far) + place(random)}, {static_cast<double>(far) + place(random), static_cast<double>(far) + place(random)}});
  }
  const auto draw = [&](CoverageBuffer& cells) {
    StrokeShape shape;
    shape.width = 2.5;
    shape.cap = StrokeShape::Cap::Round;
    for (const auto& ring : rings) add(cells, ring);
    for (const auto& line : lines) stroke_line(line, false, shape, cells);
  };
  CoverageBuffer large(1024);
  large.move_to(far, far);
  draw(large);
  const Mask whole = mask_of(large, 1024);
  CoverageBuffer small(256);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 4; ++x) {
      small.move_to(far + 256 * x, far + 256 * y);
      draw(small);
      const Mask tile = mask_of(small, 256);
      for (int row = 0; row < 256; ++row) {
        const auto from = whole.begin() + (256 * y + row) * 1024 + 256 * x;
        REQUIRE(std::equal(from, from + 256, tile.begin() + row * 256));
      }
    }
  }
}

TEST_CASE("neighbours that share a border leave no gap", "[render][tiles]") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> wiggle(-20, 20);
  std::vector<Pixel> border;
  for (int y = -10; y <= 140; y += 3) border.push_back({64 + wiggle(random), static_cast<double>(y)});
  std::vector<Pixel> west = border, east(border.rbegin(), border.rend());
  west.insert(west.end(), {{-50, 139}, {-50, -10}});
  east.insert(east.end(), {{200, -10}, {200, 139}});
  CoverageBuffer cells(128);
  add(cells, west);
  add(cells, east);
  for (const int coverage : mask_of(cells, 128)) REQUIRE(coverage == 256);
}

TEST_CASE("a tile within an area or outside all is known without looking at its pixels", "[render][tiles]") {
  CoverageBuffer cells(256);
  add(cells, {{-1000, -1000}, {2000, -900}, {1500, 3000}, {-800, 1500}});
  CHECK(cells.is_uniform());
  CHECK(cells.is_full());
  cells.clear();
  add(cells, {{-90, 10}, {-20, 40}, {-50, 200}});
  CHECK(cells.is_uniform());
  CHECK_FALSE(cells.is_full());
  cells.clear();
  add(cells, {{-90, 10}, {20, 40}, {-50, 200}});
  CHECK_FALSE(cells.is_uniform());
  CHECK(mask_of(cells, 256)[40 * 256 + 5] == 256);
  CHECK(cells.empty());
}

TEST_CASE("mixing is exact at both ends and keeps a tile of one colour one", "[render][tiles]") {
  CHECK(mix(0xFF102030U, 0xFFF0E0D0U, 0) == 0xFF102030U);
  CHECK(mix(0xFF102030U, 0xFFF0E0D0U, 256) == 0xFFF0E0D0U);
  for (int a = 0; a <= 256; ++a) CHECK(mix(0xFFABCDEFU, 0xFFABCDEFU, a) == 0xFFABCDEFU);
  Canvas canvas(64, Shades::Sixteen);
  canvas.start(0xFF000000U);
  canvas.paint_all(0xFFFFFFFFU, 128);
  REQUIRE(canvas.uniform());
  CHECK(*canvas.uniform() == 0xFF808080U);
  canvas.make_pixels();
  CHECK_FALSE(canvas.uniform());
  for (const Argb pixel : canvas.pixels()) REQUIRE(pixel == 0xFF808080U);
  CHECK(canvas.shade(256) == 256);
  CHECK(canvas.shade(1) == 0);
  std::vector<int> shades;
  for (int c = 0; c <= 256; ++c) {
    if (shades.empty() || shades.back() != canvas.shade(c)) shades.push_back(canvas.shade(c));
  }
  CHECK(shades.size() == 16);
}
