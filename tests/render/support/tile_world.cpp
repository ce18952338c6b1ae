#include "tests/render/support/tile_world.hpp"

#include <cmath>
#include <numbers>

namespace dateline::render::test {

namespace {

geo::LonLat at(double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); }

geo::LineString island(double lon, double lat, double radius, int bumps) {
  geo::LineString ring;
  for (int i = 0; i < 720; ++i) {
    const double angle = i * std::numbers::pi / 360, r = radius * (1 + 0.2 * std::sin(bumps * angle) + 0.03 * std::sin(97 * angle));
    ring.push_back(at(std::remainder(lon + 1.3 * r * std::cos(angle), 360), lat + r * std::sin(angle)));
  }
  return ring;
}

constexpr const char* towns[] = {"Alder", "Birchport", "Cedar Falls", "Dunmore", "Eastwick", "Fernhill", "Новый Порт", "Γέφυρα", "Garth", "Hollow Bay"};

}  // namespace

std::vector<geo::TileLayer> tile_world() {
  geo::TileLayer land{"test", {}, 0, 24}, borders{"test", {}, 0, 24}, places{"test", {}, 0, 24};
  land.data.name = "land";
  land.data.fields = {{"kind", geo::FieldType::Text}};
  land.data.features.push_back({geo::MultiPolygon{{island(10, 20, 35, 5), {island(12, 25, 6, 3)}}, {island(178, -20, 15, 7), {}}}, {std::string("isle")}});
  land.data.features.push_back({geo::MultiPolygon{{island(-90, 45, 22, 4), {}}}, {std::string("isle")}});
  borders.data.name = "borders";
  borders.data.features.push_back({std::vector<geo::LineString>{{at(-20, 5), at(0, 30), at(15, 10), at(40, 45)}, {at(165, -30), at(-170, -12)}}, {}});
  places.data.name = "places";
  places.data.fields = {{"name", geo::FieldType::Text}, {"people", geo::FieldType::Integer}};
  for (int i = 0; i < 120; ++i) {
    const double angle = i * 2.4, r = 3 * std::sqrt(i);
    places.data.features.push_back({at(std::remainder(10 + r * std::cos(angle), 360), 20 + 0.8 * r * std::sin(angle)), {std::string(towns[i % 10]), std::int64_t{1000 * (120 - i)}}});
  }
  places.data.features.push_back({at(-180, -20), {std::string("Dateline Town"), std::int64_t{999'999}}});
  return {land, borders, places};
}

styles::Style world_style() {
  return styles::parse_style(R"({
    "version": 8, "sources": {"test": {"type": "vector"}},
    "metadata": {"dateline:font": ["Open Sans", "Noto Sans"],
      "dateline:colors": {"paper": "#fff", "ink": "#000", "muted": "#555", "rule": "#ccc", "mark": "#b00", "denied": "#000",
        "withdrawn": "#888", "tint": "#eee", "badge": "#000", "badge-text": "#fff", "land": "#fefefe", "water": "#ddeeff"},
      "dateline:sizes": {"title": 30, "subtitle": 15, "note-heading": 12, "note": 11, "fine": 10, "country": 14, "label": 13, "context": 11, "small": 10, "badge": 11}},
    "layers": [
      {"id": "sea", "type": "background", "paint": {"background-color": "#d7e5ec"}},
      {"id": "land", "type": "fill", "source": "test", "source-layer": "land", "paint": {"fill-color": "#f6f3ea"}},
      {"id": "coast", "type": "line", "source": "test", "source-layer": "land", "layout": {"line-join": "round"}, "paint": {"line-color": "#8fa9b8", "line-width": 0.8}},
      {"id": "borders", "type": "line", "source": "test", "source-layer": "borders", "paint": {"line-color": "#8b7d98", "line-width": 3, "line-dasharray": [3, 2]}},
      {"id": "dots", "type": "circle", "source": "test", "source-layer": "places", "filter": [">", "people", 2000],
        "paint": {"circle-color": "#333", "circle-radius": 1.75, "circle-stroke-color": "#fff", "circle-stroke-width": 0.5}},
      {"id": "names", "type": "symbol", "source": "test", "source-layer": "places",
        "layout": {"text-field": ["get", "name"], "text-font": ["Open Sans Semibold"], "text-size": 11, "symbol-sort-key": ["-", ["get", "people"]],
          "text-variable-anchor": ["left", "right", "bottom-left", "top-left", "top", "bottom"], "text-radial-offset": 0.4},
        "paint": {"text-color": "#222", "text-halo-color": "#fff", "text-halo-width": 1.2}}
    ]})", "world.json");
}

}  // namespace dateline::render::test
