#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "render/arrow_planner.hpp"
#include "render/outline_ends.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {
constexpr double degree = std::numbers::pi / 180;
ArrowRequest between(std::size_t from, PagePoint a, std::size_t to, PagePoint b, double radius = 6) { return {{from, {a}, radius}, {to, {b}, radius}, 2.4, false, false}; }
const PageBox page{0, 0, 800, 600};
}  // namespace

TEST_CASE("a curve with opposite turns is close to a circular arc", "[render]") {
  const Curve c = make_curve({0, 0}, {100, 0}, -0.4, 0.4);
  // Radius and centre of the arc that leaves at 0.4 rad from a chord of 100.
  const double radius = 50 / std::sin(0.4);
  const PagePoint center{50, radius * std::cos(0.4)};
  for (const PagePoint p : c.sampled(20)) CHECK(distance(p, center) == Approx(radius).epsilon(0.002));
}

TEST_CASE("a part of a curve lies on it and keeps its tangents", "[render]") {
  const Curve c = make_curve({10, 20}, {300, 200}, 0.5, -0.3), part = c.part(0.25, 0.8);
  CHECK(distance(part.start, c.at(0.25)) < 1e-9);
  CHECK(distance(part.end, c.at(0.8)) < 1e-9);
  CHECK(distance(part.tangent(0), c.tangent(0.25)) < 1e-6);
  CHECK(distance(part.tangent(1), c.tangent(0.8)) < 1e-6);
}

TEST_CASE("short arrows bend by a small constant angle, long ones more", "[render]") {
  CHECK(usual_bend(40) == Approx(usual_bend(130)));
  CHECK(usual_bend(700) > 1.8 * usual_bend(100));
  CHECK(usual_bend(5000) == Approx(usual_bend(900)));
}

TEST_CASE("a head's axis is the line's tangent and its tip the line's end", "[render]") {
  const Curve line = make_curve({0, 0}, {200, 80}, -0.5, 0.5);
  const ArrowHead head = make_head(line, 12, 10);
  CHECK(distance(head.tip, line.end) < 1e-9);
  const PagePoint axis = direction((head.left + head.right) * 0.5, head.tip);
  CHECK(std::abs(normalized_angle(angle_of(axis) - angle_of(line.tangent(1)))) < 3 * degree);
  CHECK(distance(head.shaft.end, head.tip) == Approx(12).margin(0.5));
}

TEST_CASE("lines start and stop at the rims of their halos", "[render]") {
  const auto lines = plan_arrows({between(0, {100, 300}, 1, {500, 320}, 20)}, {}, page, 2);
  CHECK(distance(lines[0].start, {100, 300}) == Approx(22).margin(0.01));
  CHECK(distance(lines[0].end, {500, 320}) == Approx(22).margin(0.01));
}

TEST_CASE("an arrow bends around a place it has nothing to do with", "[render]") {
  // A      x      B   with x on the usual bend
  const Curve usual = plan_arrows({between(0, {100, 300}, 1, {600, 300})}, {}, page)[0];
  const std::vector<AvoidedSite> sites{{9, usual.at(0.5), 8}};
  const Curve bent = plan_arrows({between(0, {100, 300}, 1, {600, 300})}, sites, page)[0];
  CHECK(distance_to_line(sites[0].center, usual.sampled(40)) < 1);
  CHECK(distance_to_line(sites[0].center, bent.sampled(40)) > 12);
}

TEST_CASE("four arrows into one town arrive at least 15 degrees apart", "[render]") {
  std::vector<ArrowRequest> requests;
  for (std::size_t i = 0; i < 4; ++i) requests.push_back(between(i + 1, {100, 150 + 40.0 * static_cast<double>(i)}, 0, {600, 300}));
  const auto lines = plan_arrows(requests, {}, page);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) {
      CHECK(std::abs(normalized_angle(angle_of(lines[i].tangent(1)) - angle_of(lines[j].tangent(1)))) > 15 * degree);
    }
  }
}

TEST_CASE("arrows of one origin leave together", "[render]") {
  const auto lines = plan_arrows({between(0, {100, 300}, 1, {600, 200}), between(0, {100, 300}, 2, {600, 420})}, {}, page);
  const double apart = std::abs(normalized_angle(angle_of(lines[0].tangent(0)) - angle_of(lines[1].tangent(0))));
  const double chords = std::abs(std::atan2(-100, 500) - std::atan2(120, 500));
  CHECK(apart < chords);
}

TEST_CASE("lines stay on the map when a bend allows it", "[render]") {
  for (const PagePoint p : plan_arrows({between(0, {100, 15}, 1, {700, 15})}, {}, page)[0].sampled(30)) CHECK(page.contains(p));
}

TEST_CASE("arrows between one and the same point do not break the planner", "[render]") {
  const auto lines = plan_arrows({between(0, {50, 50}, 1, {50, 50})}, {}, page);
  for (const PagePoint p : lines[0].sampled(8)) CHECK((std::isfinite(p.x) && std::isfinite(p.y)));
}

TEST_CASE("ends on an outline face the other end and are not on the frame", "[render]") {
  const std::vector<PageRing> square{{{0, 200}, {200, 200}, {200, 400}, {0, 400}}};
  const auto points = facing_points(square, {600, 300}, page);
  REQUIRE_FALSE(points.empty());
  CHECK(points[0].x == Approx(200));
  CHECK(points[0].y == Approx(300).margin(12));
  for (const PagePoint p : points) CHECK(p.x > 9);
  CHECK(facing_points(square, {100, 300}, page).empty());
}

TEST_CASE("the ends of an arrow between two areas see each other", "[render]") {
  const std::vector<PageRing> a{{{100, 100}, {200, 100}, {200, 500}, {100, 500}}}, b{{{500, 100}, {600, 100}, {600, 500}, {500, 500}}};
  const auto pairs = facing_pairs(a, b, page);
  REQUIRE_FALSE(pairs.empty());
  CHECK(pairs[0].start.x == Approx(200));
  CHECK(pairs[0].end.x == Approx(500));
}

TEST_CASE("distances are rounded to two figures and directions follow the line of constant bearing", "[render]") {
  const auto at = [](double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); };
  CHECK(distance_and_direction(at(131.9, 43.1), at(32, 49)) == "7,200 km west");
  CHECK(distance_and_direction(at(0, 0), at(0, 10)) == "1,100 km north");
  CHECK(distance_and_direction(at(179, 0), at(-179, 0)) == "220 km east");
  CHECK(distance_and_direction(at(0, 90), at(0, -90)) == "20,000 km south");
  CHECK(rounded_distance(Meters(2345)) == "2.3 km");
  CHECK(rounded_distance(Meters(230)) == "0.23 km");
}
