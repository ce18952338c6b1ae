// Clipping and simplifying against slow, obvious versions.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/detail/clip.hpp"
#include "geo/detail/simplify.hpp"

using namespace dateline::geo;
using namespace dateline::geo::detail;

namespace {

constexpr Projection::Window window{{-10, -5}, {10, 5}};

bool odd_inside(const MapLine& ring, MapPoint p) {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapPoint& a = ring[i];
    const MapPoint& b = ring[(i + 1) % ring.size()];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

double length(const MapLine& line) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
  return sum;
}

/// Length of the line inside the window, by cutting each segment into a thousand.
double slow_length_inside(const MapLine& line) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double piece = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y) / 1000;
    for (int k = 0; k < 1000; ++k) {
      const double t = (k + 0.5) / 1000;
      const double x = line[i].x + t * (line[i + 1].x - line[i].x);
      const double y = line[i].y + t * (line[i + 1].y - line[i].y);
      if (std::abs(x) <= 10 && std::abs(y) <= 5) sum += piece;
    }
  }
  return sum;
}

double distance(MapPoint p, MapPoint a, MapPoint b) {
  const double l = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  const double t = l > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / l, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

/// Douglas-Peucker as in the textbook.
void slow_simplify(const MapLine& line, std::size_t first, std::size_t last, double tolerance, MapLine& out) {
  double farthest = -1;
  std::size_t at = first;
  for (std::size_t i = first + 1; i < last; ++i) {
    const double d = distance(line[i], line[first], line[last]);
    if (d > farthest) {
      farthest = d;
      at = i;
    }
  }
  if (farthest >= tolerance) {
    slow_simplify(line, first, at, tolerance, out);
    slow_simplify(line, at, last, tolerance, out);
  } else {
    out.push_back(line[last]);
  }
}

MapLine random_walk(std::mt19937& random, int count, double step) {
  std::normal_distribution<double> move(0, step);
  MapLine line{{0, 0}};
  for (int i = 1; i < count; ++i) line.push_back({line.back().x + move(random), line.back().y + move(random)});
  return line;
}

}  // namespace

TEST_CASE("clipped lines are as long as what lies inside", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 100; ++i) {
    const MapLine line = random_walk(random, 30, 6);
    std::vector<MapLine> parts;
    clip_line(line, window, parts);
    double sum = 0;
    for (const MapLine& part : parts) {
      sum += length(part);
      for (const MapPoint& p : part) {
        CHECK(std::abs(p.x) <= 10 + 1e-9);
        CHECK(std::abs(p.y) <= 5 + 1e-9);
      }
    }
    CHECK(sum == Approx(slow_length_inside(line)).margin(0.5));
  }
}

TEST_CASE("a clipped ring covers the same places inside the window", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> x(-9.99, 9.99);
  std::uniform_real_distribution<double> y(-4.99, 4.99);
  for (int i = 0; i < 100; ++i) {
    const MapLine ring = random_walk(random, 25, 7);
    const MapLine clipped = clip_ring(ring, window);
    for (int k = 0; k < 50; ++k) {
      const MapPoint p{x(random), y(random)};
      CHECK(odd_inside(clipped, p) == odd_inside(ring, p));
    }
  }
}

TEST_CASE("a window inside a ring is all covered; a ring outside leaves nothing", "[geo]") {
  CHECK(clip_ring({{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}, window).size() == 4);
  CHECK(clip_ring({{20, 20}, {30, 20}, {30, 30}}, window).empty());
  std::vector<MapLine> parts;
  clip_line(MapLine{{-20, 0}, {20, 0}, {20, 3}, {-20, 3}}, window, parts);
  CHECK(parts.size() == 2);
}

TEST_CASE("one importance for each vertex gives every simplification", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 50; ++i) {
    const MapLine line = random_walk(random, 60, 2);
    for (const double tolerance : {0.1, 1.0, 3.0, 10.0}) {
      MapLine expected{line.front()};
      slow_simplify(line, 0, line.size() - 1, tolerance, expected);
      // The stored importance never exceeds its parents', so it may keep fewer vertices, never others.
      const MapLine fast = simplify_line(line, tolerance);
      CHECK(fast.front() == line.front());
      CHECK(fast.back() == line.back());
      CHECK(fast.size() <= expected.size());
      for (const MapPoint& p : fast) CHECK(std::find(expected.begin(), expected.end(), p) != expected.end());
      CHECK(fast == expected);
    }
  }
}

TEST_CASE("a ring is simplified alike wherever it starts", "[geo]") {
  MapLine ring;
  for (int i = 0; i < 100; ++i) ring.push_back({std::cos(i * 0.0628) * (10 + i % 3), std::sin(i * 0.0628) * (10 + i % 3)});
  MapLine turned = ring;
  std::rotate(turned.begin(), turned.begin() + 37, turned.end());
  CHECK(simplify_ring(ring, 1.5) == simplify_ring(turned, 1.5));
  CHECK(simplify_ring(ring, 1.5).size() < 60);
  CHECK(simplify_ring(ring, 1000).empty());
}
