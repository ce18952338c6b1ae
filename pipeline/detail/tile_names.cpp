#include "pipeline/detail/tile_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "pipeline/detail/contested_names.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::FieldType;
using geo::TileLayer;

constexpr geo::Box kWorld{-180, -90, 180, 90};
constexpr double kWorldKilometres = 40'075;
constexpr double kStylePixels = 512;   // styles count zooms in tiles of so many pixels

/// The zoom of tiles at which a style's zoom is drawn.
int tile_zoom(int style_zoom, const TileScope& scope) noexcept { return style_zoom + (scope.tile_pixels < 512 ? 1 : 0); }

/// The least zoom of a style at which `kilometres` at a latitude are `pixels` long.
int zoom_for(double kilometres, double latitude, double pixels) noexcept {
  const double there = kWorldKilometres * std::cos(latitude * 0.017453292519943295);
  const double zoom = std::log2(pixels * std::max(there, 1.0) / (std::max(kilometres, 0.001) * kStylePixels));
  return std::clamp(static_cast<int>(std::ceil(zoom)), 0, geo::max_tile_zoom);
}

/// One TileLayer for each zoom at which places come in: they stay in all deeper ones.
class Tiers {
 public:
  Tiers(const char* name, std::vector<geo::Field> fields, const TileScope& scope) : name_(name), fields_(std::move(fields)), scope_(scope) {}

  void add(int style_zoom, geo::LonLat point, std::vector<geo::FieldValue> values) {
    const int zoom = std::max(tile_zoom(style_zoom, scope_), scope_.min_zoom);
    if (zoom > scope_.max_zoom) return;
    auto& layer = tiers_[zoom];
    if (layer.data.name.empty()) {
      layer = own_layer(name_, geo::GeometryKind::Point, fields_);
      layer.min_zoom = zoom;
    }
    layer.data.features.push_back({point, std::move(values)});
  }
  void take(std::vector<TileLayer>& out) && {
    for (auto& [zoom, layer] : tiers_) out.push_back(std::move(layer));
  }

 private:
  const char* name_;
  std::vector<geo::Field> fields_;
  const TileScope& scope_;
  std::map<int, TileLayer> tiers_;
};

void add_countries(Data& data, const TileScope& scope, std::vector<TileLayer>& out) {
  constexpr double kNamePixels = 34;   // a name of six letters; a longer one is set in two lines
  auto labels = data.base_map(scope.worldview).country_labels();
  std::stable_sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.area_km2 > b.area_km2; });
  Tiers tiers("countries", {{"name", FieldType::Text}, {"iso", FieldType::Text}, {"rank", FieldType::Integer}}, scope);
  std::int64_t rank = 0;
  for (const auto& label : labels) tiers.add(zoom_for(std::sqrt(label.area_km2), label.point.lat(), kNamePixels), label.point, {label.name, label.iso2, ++rank});
  std::move(tiers).take(out);
}

void add_waters(Data& data, const TileScope& scope, std::vector<TileLayer>& out) {
  constexpr double kNamePixels = 110, kKilometresPerDegree = 111.2;
  constexpr std::size_t kMostWaters = 2'000;
  const ContestedNames names(data.folder());
  Tiers tiers("waters", {{"name", FieldType::Text}, {"rank", FieldType::Integer}}, scope);
  std::int64_t rank = 0;
  for (const auto& water : data.store().waters_in(kWorld, kMostWaters)) {
    const double wide = water.box ? water.box->longitude_span() * kKilometresPerDegree * std::cos(water.point.lat() * 0.017453292519943295) : 0;
    const double high = water.box ? water.box->latitude_span() * kKilometresPerDegree : 0;
    // A long strait has room along it, a name stands in the middle of half of that.
    tiers.add(zoom_for(std::max({(wide + high) / 2, wide * 0.8, 1.0}), water.point.lat(), kNamePixels), water.point, {names.shown(water.name), ++rank});
  }
  std::move(tiers).take(out);
}

/// From which population on cities come in at each zoom of a style. Labels that find no room are left out by the renderer; this bounds the tiles.
constexpr std::array<std::int64_t, 12> kLeastPopulation = {20'000'000, 8'000'000, 4'000'000, 1'500'000, 600'000, 200'000, 60'000, 20'000, 7'000, 2'500, 1'000, 0};
constexpr int kCapitals = 3;   // every capital from this zoom on

void add_cities(Data& data, const TileScope& scope, std::vector<TileLayer>& out) {
  constexpr std::size_t kMostCities = 2'000'000;
  const int deepest = std::clamp(scope.max_zoom - tile_zoom(0, scope), 0, static_cast<int>(kLeastPopulation.size()) - 1);
  Tiers tiers("cities", {{"name", FieldType::Text}, {"population", FieldType::Integer}, {"capital", FieldType::Boolean}, {"rank", FieldType::Integer}}, scope);
  const std::int64_t least = kLeastPopulation[static_cast<std::size_t>(deepest)];
  constexpr std::int64_t kSmallestCapital = 20'000;   // the few smaller ones come in with towns of their size
  std::int64_t rank = 0;
  for (const auto& city : data.store().cities_in(kWorld, deepest >= kCapitals ? std::min(least, kSmallestCapital) : least, kMostCities)) {
    const bool capital = city.feature_code == "PPLC";
    ++rank;
    int zoom = 0;
    while (zoom + 1 < static_cast<int>(kLeastPopulation.size()) && city.population < kLeastPopulation[static_cast<std::size_t>(zoom)]) ++zoom;
    if (capital) zoom = std::min(zoom, kCapitals);
    // A capital is named before a city of thrice its size.
    const auto order = capital ? std::max<std::int64_t>(1, rank / 3) : rank;
    if (zoom <= deepest) tiers.add(zoom, city.point, {city.name, city.population, capital, order});
  }
  std::move(tiers).take(out);
}

}  // namespace

std::vector<TileLayer> name_layers(Data& data, const TileScope& scope) {
  std::vector<TileLayer> layers;
  add_waters(data, scope, layers);
  add_countries(data, scope, layers);
  add_cities(data, scope, layers);
  return layers;
}

}  // namespace dateline::pipeline::detail
