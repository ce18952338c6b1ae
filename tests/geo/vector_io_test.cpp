#include <sqlite3.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/files.hpp"
#include "geo/date_line.hpp"
#include "geo/vector_reader.hpp"
#include "geo/vector_writer.hpp"

using namespace dateline;
using namespace dateline::geo;

namespace {

namespace fs = std::filesystem;

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("dateline-vector-" + std::to_string(std::random_device{}()))) { fs::create_directory(path_); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

VectorLayer sites() {
  return {"sites", GeometryKind::Point,
          {{"number", FieldType::Integer}, {"name", FieldType::Text}, {"share", FieldType::Real}, {"reported", FieldType::Date}},
          {{at(131.9, 43.1), {std::int64_t{1}, std::string("Port \"A\"\nsecond line"), 0.5, *CivilDate::make(2024, 10, 18)}},
           {std::monostate{}, {std::int64_t{2}, std::monostate{}, std::monostate{}, std::monostate{}}}}};
}

VectorLayer lines() {
  return {"movements", GeometryKind::Line, {{"id", FieldType::Text}},
          {{std::vector<LineString>{{at(170, 60), at(-170, 62)}}, {std::string("a")}},
           {std::vector<LineString>{{at(10, 50), at(20, 51)}}, {std::string("b")}}}};
}

std::string ask(const fs::path& file, const std::string& sql) {
  sqlite3* raw = nullptr;
  sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, sqlite3_close);
  std::string answer;
  const auto take = [](void* text, int, char** values, char**) { return static_cast<std::string*>(text)->append(values[0] == nullptr ? "NULL" : values[0]), 0; };
  REQUIRE(sqlite3_exec(raw, sql.c_str(), take, &answer, nullptr) == SQLITE_OK);
  return answer;
}

}  // namespace

TEST_CASE("a line over the date line becomes two", "[geo]") {
  const auto pieces = cut_at_date_line(LineString{at(170, 60), at(-170, 62)});
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0] == PairLine{{170, 60}, {180, 61}});
  CHECK(pieces[1] == PairLine{{-180, 61}, {-170, 62}});
  CHECK(cut_at_date_line(LineString{at(10, 0), at(20, 0)}).size() == 1);
  CHECK(cut_at_date_line(LineString{}).empty());
  CHECK(cut_at_date_line(LineString{at(-180, 0), at(-170, 0)}).size() == 1);
}

TEST_CASE("an area over the date line becomes two, its hole goes along", "[geo]") {
  const MultiPolygon fiji{{{at(177, -19), at(-178, -19), at(-178, -16), at(177, -16)},
                           {{at(178, -17), at(179, -17), at(179, -18), at(178, -18)}}}};
  const auto pieces = cut_at_date_line(fiji);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].size() == 2);
  CHECK(pieces[1].size() == 1);
  for (const auto& p : pieces[0][0]) CHECK(p.lon >= 177);
  for (const auto& p : pieces[1][0]) CHECK(p.lon <= -178);
}

TEST_CASE("an area round the pole is closed along it", "[geo]") {
  LineString ring;
  for (int lon = 170; lon >= -180; lon -= 10) ring.push_back(at(lon, -70));
  const auto pieces = cut_at_date_line(MultiPolygon{{ring, {}}});
  REQUIRE_FALSE(pieces.empty());
  bool pole = false;
  for (const auto& polygon : pieces) {
    for (const auto& p : polygon[0]) pole = pole || p.lat == -90;
  }
  CHECK(pole);
}

TEST_CASE("GeoJSON is written to the letter", "[geo]") {
  CHECK(to_geojson(sites()) ==
        "{\"type\":\"FeatureCollection\",\"name\":\"sites\",\"bbox\":[131.9,43.1,131.9,43.1],\"features\":[\n"
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[131.9,43.1]},\"properties\":{\"number\":1,"
        "\"name\":\"Port \\\"A\\\"\\nsecond line\",\"share\":0.5,\"reported\":\"2024-10-18\"}},\n"
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"number\":2,\"name\":null,\"share\":null,\"reported\":null}}\n]}\n");
  CHECK_THAT(to_geojson(lines()), Catch::Contains("[[[170,60],[180,61]],[[-180,61],[-170,62]]]") && Catch::Contains("\"LineString\""));
}

TEST_CASE("numbers that JSON lacks become null", "[geo]") {
  VectorLayer layer{"n", GeometryKind::None, {{"x", FieldType::Real}}, {{std::monostate{}, {std::numeric_limits<double>::quiet_NaN()}}}};
  CHECK_THAT(to_geojson(layer), Catch::Contains("{\"x\":null}"));
}

TEST_CASE("a GeoPackage holds what was written", "[geo]") {
  const Folder folder;
  write_vector_file({sites(), lines()}, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  const auto layers = read_vector_file(folder / "a.gpkg");
  REQUIRE(layers.size() == 2);
  CHECK(layers[0].name == "sites");
  REQUIRE(layers[0].features.size() == 2);
  CHECK(std::get<LonLat>(layers[0].features[0].geometry) == at(131.9, 43.1));
  CHECK(layers[0].features[0].values == sites().features[0].values);
  CHECK(layers[0].features[1].values == sites().features[1].values);
  CHECK(std::holds_alternative<std::monostate>(layers[0].features[1].geometry));
  CHECK(std::get<std::vector<LineString>>(layers[1].features[0].geometry).size() == 2);
  // Only the file itself is left behind.
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a GeoPackage's index is an R-tree as SQLite makes them, and finds what lies in a box", "[geo]") {
  const Folder folder;
  const int count = GENERATE(0, 1, 51, 52, 8'000);  // a root alone, as full as it can be, with one level below, with two
  VectorLayer layer{"sites", GeometryKind::Point, {{"number", FieldType::Integer}}, {}, "fid", ""};
  std::mt19937 random(3);
  int inside = 0;
  for (int i = 0; i < count; ++i) {
    const double lon = static_cast<double>(random() % 3'600) / 10 - 180, lat = static_cast<double>(random() % 1'800) / 10 - 90;
    inside += lon > 20.05 && lon < 50.05 && lat > -30.05 && lat < 40.05 ? 1 : 0;
    layer.features.push_back({at(lon, lat), {std::int64_t{i}}});
  }
  write_vector_file({layer}, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  CHECK(ask(folder / "a.gpkg", "SELECT rtreecheck('rtree_sites_geom')") == "ok");
  CHECK(ask(folder / "a.gpkg", "SELECT count(*) FROM rtree_sites_geom") == std::to_string(count));
  CHECK(ask(folder / "a.gpkg", "SELECT count(*) FROM rtree_sites_geom WHERE maxx > 20.05 AND minx < 50.05 AND maxy > -30.05 AND miny < 40.05") == std::to_string(inside));
  CHECK(ask(folder / "a.gpkg", "PRAGMA integrity_check") == "ok");
}

TEST_CASE("rows of several layers may come in turn, and an unfinished GeoPackage leaves nothing behind", "[geo]") {
  const Folder folder;
  {
    GeoPackageWriter writer(folder / "a.gpkg", Overwrite::Refuse);
    auto first = sites(), second = lines();
    const auto points = std::exchange(first.features, {}), curves = std::exchange(second.features, {});
    const auto number = writer.add_layer(first), other = writer.add_layer(second);
    for (std::size_t i = 0; i < points.size(); ++i) {
      writer.add(number, points[i]);
      writer.add(other, curves[i]);
    }
    GeoPackageExtras extras;
    extras.order = {"movements", "sites"};
    writer.finish(extras);
  }
  const auto layers = read_vector_file(folder / "a.gpkg");
  REQUIRE(layers.size() == 2);
  CHECK(layers[0].name == "movements");
  CHECK(layers[1].features[1].values == sites().features[1].values);
  {
    GeoPackageWriter writer(folder / "b.gpkg", Overwrite::Refuse);
    writer.add_layer(sites());
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("the same layers give the same GeoPackage", "[geo]") {
  const Folder folder;
  write_vector_file({sites(), lines()}, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  write_vector_file({sites(), lines()}, folder / "b.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  CHECK(read_file(folder / "a.gpkg", 1 << 24) == read_file(folder / "b.gpkg", 1 << 24));
}

namespace {

/// Two outlines, and three rows that share them.
std::vector<VectorLayer> shared_areas() {
  const auto west = std::make_shared<const MultiPolygon>(MultiPolygon{{{at(0, 0), at(2, 0), at(2, 2), at(0, 2)}, {}}});
  const auto east = std::make_shared<const MultiPolygon>(MultiPolygon{{{at(170, 60), at(-175, 60), at(-175, 65), at(170, 65)}, {}}});
  VectorLayer outlines{"outlines", GeometryKind::Area, {{"id", FieldType::Text}}, {}, "fid", ""};
  outlines.features = {{west, {std::string("w")}}, {east, {std::string("e")}}};
  VectorLayer areas{"areas", GeometryKind::Area, {{"id", FieldType::Text}, {"day", FieldType::Date}, {"sure", FieldType::Boolean}}, {}, "fid", "outlines"};
  areas.features = {{east, {std::string("1"), CivilDate::parse("2031-05-01").value(), true}}, {west, {std::string("2"), std::monostate{}, false}}, {east, {std::string("3"), std::monostate{}, std::monostate{}}}};
  return {outlines, areas};
}

}  // namespace

TEST_CASE("areas that many rows share are written once into a GeoPackage and read as each row's own", "[geo]") {
  const Folder folder;
  write_vector_file(shared_areas(), folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  write_vector_file(shared_areas(), folder / "b.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse);
  CHECK(read_file(folder / "a.gpkg", 1 << 24) == read_file(folder / "b.gpkg", 1 << 24));
  VectorReadOptions only;
  only.layer = "areas";
  const auto layers = read_vector_file(folder / "a.gpkg", only);
  REQUIRE(layers.size() == 1);
  REQUIRE(layers[0].features.size() == 3);
  CHECK(layers[0].fields.size() == 3);
  CHECK(layers[0].features[0].values == shared_areas()[1].features[0].values);
  CHECK(layers[0].features[2].values == shared_areas()[1].features[2].values);
  CHECK(areas_of(layers[0].features[0].geometry)->size() == 2);  // cut at the date line
  CHECK(areas_of(layers[0].features[1].geometry)->size() == 1);
  // QGIS lists every table and opens those that are registered.
  CHECK(ask(folder / "a.gpkg", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'rtree_%' AND name NOT LIKE 'sqlite_%' "
                               "AND name NOT IN (SELECT table_name FROM gpkg_contents)").empty());
  CHECK(ask(folder / "a.gpkg", "SELECT rtreecheck('rtree_areas_geom')") == "ok");
}

TEST_CASE("shared areas whose layer is not there are a mistake of the caller", "[geo]") {
  const Folder folder;
  auto layers = shared_areas();
  layers[0].features.pop_back();
  CHECK_THROWS_AS(write_vector_file(layers, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse), std::logic_error);
  layers.erase(layers.begin());
  CHECK_THROWS_AS(write_vector_file(layers, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse), std::logic_error);
  CHECK(fs::is_empty(folder.path()));
  // Other formats write each row's area.
  CHECK(to_geojson(layers[0]).find("MultiPolygon") != std::string::npos);
}

TEST_CASE("an existing file is kept unless overwriting is allowed", "[geo]") {
  const Folder folder;
  write_file_atomically(folder / "a.gpkg", "mine", Overwrite::Refuse);
  CHECK_THROWS_AS(write_vector_file({sites()}, folder / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Refuse), OutputError);
  CHECK(read_file(folder / "a.gpkg", 100) == "mine");
  CHECK_THROWS_AS(write_vector_file({sites()}, folder.path() / "no" / "a.gpkg", VectorFormat::GeoPackage, Overwrite::Allow), OutputError);
}

TEST_CASE("what is no GIS file is refused", "[geo]") {
  const Folder folder;
  CHECK_THROWS_AS(read_vector_file(folder / "missing.gpkg"), InputError);
  write_file_atomically(folder / "x.gpkg", "not a database", Overwrite::Refuse);
  CHECK_THROWS_AS(read_vector_file(folder / "x.gpkg"), InputError);
  CHECK_THROWS_AS(read_vector_file("/vsicurl/http://localhost/x.geojson"), InputError);
  write_file_atomically(folder / "x.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", Overwrite::Refuse);
  CHECK_THROWS_AS(read_vector_file(folder / "x.vrt"), InputError);
}

TEST_CASE("a GIS file is read with its types, brought to WGS 84, and limited", "[geo]") {
  const Folder folder;
  write_file_atomically(folder / "x.geojson",
                        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[1113194.9079327357,0]},"properties":{"n":3,"t":"ü"}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1000,0],[0,1000],[0,0]]]},"properties":{"n":4,"t":null}}]})",
                        Overwrite::Refuse);
  const auto layers = read_vector_file(folder / "x.geojson");
  REQUIRE(layers.size() == 1);
  REQUIRE(layers[0].features.size() == 2);
  CHECK(std::get<LonLat>(layers[0].features[0].geometry).lon() == Approx(10).margin(1e-9));
  CHECK(std::get<std::int64_t>(layers[0].features[0].values[0]) == 3);
  CHECK(std::get<std::string>(layers[0].features[0].values[1]) == "ü");
  CHECK(std::get<MultiPolygon>(layers[0].features[1].geometry)[0].outer.size() == 3);
  VectorReadOptions few;
  few.most_features = 1;
  CHECK_THROWS_AS(read_vector_file(folder / "x.geojson", few), InputError);
  VectorReadOptions other;
  other.layer = "nothing";
  CHECK_THROWS_AS(read_vector_file(folder / "x.geojson", other), InputError);
}

TEST_CASE("values that do not fit their layer are a mistake of the caller", "[geo]") {
  const Folder folder;
  auto layer = sites();
  layer.features[0].values.pop_back();
  CHECK_THROWS_AS(write_vector_file({layer}, folder / "a.geojson", VectorFormat::GeoJson, Overwrite::Refuse), std::logic_error);
  layer = sites();
  layer.kind = GeometryKind::Area;
  CHECK_THROWS_AS(write_vector_file({layer}, folder / "a.geojson", VectorFormat::GeoJson, Overwrite::Refuse), std::logic_error);
}
