#include "geo/vector_tile.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

#include "geo/detail/repair_area.hpp"
#include "geo/detail/tile_grid.hpp"

using namespace dateline::geo;
using dateline::CivilDate;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

/// The little that the tests need of a vector tile, read by the letter of the specification.
struct Decoded {
  struct Feature {
    int type = 0;
    std::vector<std::vector<std::pair<long, long>>> parts;
    std::map<std::string, std::string> tags;
  };
  struct Layer {
    std::vector<Feature> features;
    std::vector<std::string> keys;
    std::vector<std::string> values;
    std::uint64_t version = 0, extent = 0;
  };
  std::vector<std::string> order;
  std::map<std::string, Layer> layers;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool more() const { return !rest_.empty(); }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      REQUIRE_FALSE(rest_.empty());
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
  }
  std::string_view bytes(std::size_t size) {
    REQUIRE(size <= rest_.size());
    const auto part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
  }
  std::string_view bytes() { return bytes(number()); }

 private:
  std::string_view rest_;
};

long unzigzag(std::uint64_t n) { return static_cast<long>(n >> 1U) ^ -static_cast<long>(n & 1U); }

std::string read_value(std::string_view bytes) {
  Reader in(bytes);
  switch (in.number() >> 3U) {
    case 1: return std::string(in.bytes());
    case 3: {
      double value = 0;
      const auto raw = in.bytes(8);
      std::copy(raw.begin(), raw.end(), reinterpret_cast<char*>(&value));
      return "real " + std::to_string(value);
    }
    case 5: return "natural " + std::to_string(in.number());
    case 6: return "integer " + std::to_string(unzigzag(in.number()));
    case 7: return in.number() != 0 ? "true" : "false";
    default: return "?";
  }
}

Decoded::Feature read_feature(std::string_view bytes, const Decoded::Layer& layer) {
  Decoded::Feature feature;
  Reader in(bytes);
  while (in.more()) {
    const auto key = in.number();
    if (key >> 3U == 2) {
      Reader tags(in.bytes());
      while (tags.more()) {
        const auto name = tags.number(), value = tags.number();
        feature.tags[layer.keys.at(name)] = layer.values.at(value);
      }
    } else if (key >> 3U == 3) {
      feature.type = static_cast<int>(in.number());
    } else if (key >> 3U == 4) {
      Reader g(in.bytes());
      long x = 0, y = 0;
      while (g.more()) {
        const auto command = g.number();
        if ((command & 7U) == 7) continue;
        for (std::uint64_t i = 0; i < command >> 3U; ++i) {
          x += unzigzag(g.number());
          y += unzigzag(g.number());
          if ((command & 7U) == 1) feature.parts.emplace_back();
          feature.parts.back().emplace_back(x, y);
        }
      }
    }
  }
  return feature;
}

Decoded decode(std::string_view tile) {
  Decoded out;
  Reader in(tile);
  while (in.more()) {
    REQUIRE(in.number() == (3U << 3U | 2U));
    const auto bytes = in.bytes();
    Decoded::Layer layer;
    std::string name;
    std::vector<std::string_view> features;
    for (Reader l(bytes); l.more();) {
      const auto key = l.number();
      switch (key >> 3U) {
        case 1: name = l.bytes(); break;
        case 2: features.push_back(l.bytes()); break;
        case 3: layer.keys.emplace_back(l.bytes()); break;
        case 4: layer.values.push_back(read_value(l.bytes())); break;
        case 5: layer.extent = l.number(); break;
        case 15: layer.version = l.number(); break;
        default: FAIL("unknown field");
      }
    }
    for (const auto feature : features) layer.features.push_back(read_feature(feature, layer));
    CHECK(out.layers.count(name) == 0);
    out.order.push_back(name);
    out.layers[name] = layer;
  }
  return out;
}

TileLayer layer_of(const std::string& name, GeometryKind kind, std::vector<Feature> features, std::vector<Field> fields = {}) {
  TileLayer layer;
  layer.source = "dateline";
  layer.data.name = name;
  layer.data.kind = kind;
  layer.data.fields = std::move(fields);
  layer.data.features = std::move(features);
  return layer;
}

MultiPolygon square(double west, double south, double east, double north) { return {{{at(west, south), at(east, south), at(east, north), at(west, north)}, {}}}; }

double area_of(const std::vector<std::pair<long, long>>& ring) {
  double sum = 0;
  for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) sum += static_cast<double>(ring[last].first * ring[i].second - ring[i].first * ring[last].second);
  return sum / 2;
}

}  // namespace

TEST_CASE("a vector tile has its layers in order, with the fields that have values", "[geo]") {
  std::vector<TileLayer> layers;
  layers.push_back(layer_of("towns", GeometryKind::Point, {{at(10, 20), {std::string("Ålesund"), std::int64_t{-5}, 1.5, true, *CivilDate::make(2024, 10, 8)}}, {at(11, 20), {{}, std::int64_t{7}, {}, false, {}}}},
                            {{"name"}, {"rank", FieldType::Integer}, {"size", FieldType::Real}, {"capital", FieldType::Boolean}, {"day", FieldType::Date}}));
  layers.push_back(layer_of("roads", GeometryKind::Line, {{std::vector<LineString>{{at(10, 20), at(12, 22)}}, {}}}));
  const VectorTileMaker maker(layers, 4);
  const auto tile = decode(maker.make_tile({0, 0, 0}));
  CHECK(tile.order == std::vector<std::string>{"towns", "roads"});
  const auto& towns = tile.layers.at("towns");
  CHECK((towns.version == 2 && towns.extent == 4096));
  REQUIRE(towns.features.size() == 2);
  CHECK(towns.features[0].type == 1);
  CHECK(towns.features[0].tags == std::map<std::string, std::string>{{"name", "Ålesund"}, {"rank", "integer -5"}, {"size", "real 1.500000"}, {"capital", "true"}, {"day", "2024-10-08"}});
  CHECK(towns.features[1].tags == std::map<std::string, std::string>{{"rank", "natural 7"}, {"capital", "false"}});
  const auto expected = to_world(at(10, 20));
  CHECK(towns.features[0].parts[0][0] == std::pair{std::lround(expected.x * 4096), std::lround(expected.y * 4096)});
  CHECK(tile.layers.at("roads").features[0].type == 2);
  CHECK(maker.make_tile({4, 0, 0}).empty());
}

TEST_CASE("layers of one name are one layer of the tile, each at its zooms", "[geo]") {
  auto coarse = layer_of("coast", GeometryKind::Line, {{std::vector<LineString>{{at(-80, 0), at(80, 10)}}, {}}});
  coarse.max_zoom = 2;
  auto fine = layer_of("coast", GeometryKind::Line, {{std::vector<LineString>{{at(-80, 0), at(0, 30), at(80, 10)}}, {}}});
  fine.min_zoom = 3;
  auto both = layer_of("coast", GeometryKind::Point, {{at(1, 1), {}}});
  const VectorTileMaker maker({coarse, fine, both}, 5);
  CHECK(decode(maker.make_tile({0, 0, 0})).layers.at("coast").features[0].parts[0].size() == 2);
  CHECK(decode(maker.make_tile({0, 0, 0})).layers.at("coast").features.size() == 2);
  CHECK(decode(maker.make_tile({3, 4, 3})).layers.at("coast").features.size() == 2);
  const auto infos = describe_layers(maker.layers(), 0, 5);
  REQUIRE(infos.size() == 1);
  CHECK((infos[0].min_zoom == 0 && infos[0].max_zoom == 5));
}

TEST_CASE("outer rings are positive, holes negative, and a tile within a lake has nothing", "[geo]") {
  MultiPolygon land = square(-90, -60, 90, 60);
  land[0].holes.push_back({at(-40, -40), at(-40, 40), at(40, 40), at(40, -40)});
  const VectorTileMaker maker({layer_of("land", GeometryKind::Area, {{land, {}}})}, 6);
  const auto tile = decode(maker.make_tile({0, 0, 0}));
  const auto& parts = tile.layers.at("land").features[0].parts;
  REQUIRE(parts.size() == 2);
  CHECK(area_of(parts[0]) > 0);
  CHECK(area_of(parts[1]) < 0);
  CHECK(maker.make_tile({6, 32, 32}).empty());
  const auto inland = decode(maker.make_tile({6, 42, 32}));
  auto whole = inland.layers.at("land").features[0].parts;
  REQUIRE(whole.size() == 1);
  CHECK(area_of(whole[0]) == 4352.0 * 4352);
  std::sort(whole[0].begin(), whole[0].end());
  CHECK(whole[0] == std::vector<std::pair<long, long>>{{-128, -128}, {-128, 4224}, {4224, -128}, {4224, 4224}});
}

TEST_CASE("content beyond the date line stands in the rim of the tiles on the other side", "[geo]") {
  const VectorTileMaker maker({layer_of("towns", GeometryKind::Point, {{at(179.99, 0.5), {}}}), layer_of("isle", GeometryKind::Area, {{square(179, -2, -179, 2), {}}})}, 4);
  const auto east = decode(maker.make_tile({4, 15, 7})), west = decode(maker.make_tile({4, 0, 7}));
  CHECK(east.layers.at("towns").features.size() == 1);
  REQUIRE(west.layers.count("towns") == 1);
  CHECK(west.layers.at("towns").features[0].parts[0][0].first < 0);
  long low = 0, high = 0;
  for (const auto& feature : west.layers.at("isle").features) {
    for (const auto& part : feature.parts) {
      for (const auto& [x, y] : part) low = std::min(low, x), high = std::max(high, x);
    }
  }
  CHECK(low == -128);
  CHECK(high == std::lround(4096.0 * 16 / 360));
}

TEST_CASE("a tile made by itself equals the one made in its block", "[geo]") {
  std::mt19937 random(3);  // NOLINT(cert-msc51-cpp): the same shapes each time
  std::uniform_real_distribution<double> lon(-180, 180), lat(-80, 80), size(0.1, 30);
  std::vector<Feature> areas, lines;
  for (int i = 0; i < 60; ++i) {
    LineString ring;
    const double x = lon(random), y = lat(random), r = size(random);
    for (int k = 0; k < 40; ++k) {
      const double a = k * 0.15708, s = r * (0.6 + 0.4 * std::cos(5 * a));
      const auto p = LonLat::make(Lon(x + s * std::cos(a)), Lat(std::clamp(y + s * std::sin(a), -89.0, 89.0)));
      ring.push_back(*p);
    }
    areas.push_back({MultiPolygon{{ring, {}}}, {}});
    lines.push_back({std::vector<LineString>{ring}, {}});
  }
  const VectorTileMaker maker({layer_of("areas", GeometryKind::Area, areas), layer_of("lines", GeometryKind::Line, lines)}, 6);
  for (const int zoom : {0, 3, 5}) {
    std::map<TileId, std::string> made;
    for (const auto& block : blocks_over({-180, -85, 180, 85}, zoom, VectorTileMaker::block_size)) {
      for (auto& tile : maker.make(block)) made[tile.id] = tile.bytes;
    }
    CHECK_FALSE(made.empty());
    for (const auto& [id, bytes] : made) {
      CHECK(maker.make_tile(id) == bytes);
      for (const auto& [name, layer] : decode(bytes).layers) {
        for (const auto& feature : layer.features) {
          for (const auto& part : feature.parts) {
            CHECK(part.size() >= (feature.type == 3 ? 3U : 2U));
            for (const auto& [x, y] : part) CHECK((x >= -128 && x <= 4224 && y >= -128 && y <= 4224));
          }
        }
      }
    }
  }
}

TEST_CASE("the pieces of an area in neighbouring boxes have its area together", "[geo]") {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp)
  for (int round = 0; round < 50; ++round) {
    detail::GridFeature feature;
    feature.kind = GeometryKind::Area;
    auto& ring = feature.parts.emplace_back();
    for (int k = 0; k < 60; ++k) {
      const double a = k * 2 * 3.14159265358979 / 60, r = 300 + static_cast<double>(random() % 500);
      ring.push_back({std::lround(1000 + r * std::cos(a)), std::lround(1000 + r * std::sin(a))});
    }
    feature.outer = {true};
    feature.boxes = {{0, 0, 2000, 2000}};
    double sum = 0;
    for (std::int64_t x = 0; x < 2000; x += 250) {
      for (std::int64_t y = 0; y < 2000; y += 250) {
        for (const auto& part : clip(feature, {x, y, x + 250, y + 250}).parts) sum += static_cast<double>(detail::signed_area(part));
      }
    }
    // Each crossing of a box's edge is rounded to a whole unit.
    CHECK(sum == Approx(static_cast<double>(detail::signed_area(ring))).epsilon(0.01));
  }
}

TEST_CASE("an outline that crosses itself becomes valid, a valid one stays as it is", "[geo]") {
  const auto feature_of = [](std::vector<detail::GridLine> rings, std::vector<bool> outer) {
    detail::GridFeature feature;
    feature.kind = GeometryKind::Area;
    for (std::size_t i = 0; i < rings.size(); ++i) add_part(feature, rings[i], outer[i]);
    return feature;
  };
  // A bow tie: its two halves.
  auto bow = feature_of({{{0, 0}, {100, 100}, {100, 0}, {0, 100}}}, {true});
  repair_area(bow);
  REQUIRE(bow.parts.size() == 2);
  for (const auto& part : bow.parts) CHECK(detail::signed_area(part) == 2 * 2500);
  // An edge laid on another, as clipping leaves it: a square with a whisker.
  auto whisker = feature_of({{{0, 0}, {100, 0}, {100, 50}, {200, 50}, {200, 51}, {100, 51}, {100, 100}, {0, 100}}, {{10, 10}, {10, 20}, {20, 20}, {20, 10}}}, {true, false});
  const auto before = whisker.parts;
  repair_area(whisker);
  CHECK(whisker.parts == before);
  // An island within another part of its own feature.
  auto nested = feature_of({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{40, 40}, {60, 40}, {60, 60}, {40, 60}}}, {true, true});
  repair_area(nested);
  REQUIRE(nested.parts.size() == 1);
  CHECK(detail::signed_area(nested.parts[0]) == 2 * 10'000);
  auto nothing = feature_of({{{0, 0}, {100, 0}, {50, 0}, {70, 0}}}, {true});
  repair_area(nothing);
  CHECK(nothing.parts.empty());
}
