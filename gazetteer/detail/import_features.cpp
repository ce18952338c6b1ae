#include "gazetteer/detail/import_features.hpp"

#include <array>

#include "gazetteer/detail/table_sources.hpp"

namespace dateline::gazetteer::detail {

namespace {

struct Feature {
  std::string_view feature_class;
  std::string_view code;  ///< beginning of the code; the first row that fits counts
  PlaceKind kind;
  double radius;          ///< metres; generous, since GeoNames tells no extent
};
constexpr std::array<Feature, 45> features = {{
    {"A", "PCL", PlaceKind::Country, 500'000}, {"A", "TERR", PlaceKind::Country, 100'000}, {"A", "ADM1", PlaceKind::Admin1, 100'000},
    {"A", "ADM2", PlaceKind::Admin2, 30'000}, {"A", "ADM", PlaceKind::Region, 10'000}, {"A", "", PlaceKind::Region, 30'000},
    {"H", "OCN", PlaceKind::Sea, 3'000'000}, {"H", "SEA", PlaceKind::Sea, 500'000}, {"H", "GULF", PlaceKind::Sea, 200'000},
    {"H", "BAY", PlaceKind::Sea, 20'000}, {"H", "STRT", PlaceKind::Strait, 50'000}, {"H", "CHN", PlaceKind::Strait, 10'000},
    {"H", "STM", PlaceKind::River, 50'000}, {"H", "CNL", PlaceKind::River, 20'000}, {"H", "LK", PlaceKind::Lake, 10'000},
    {"H", "RSV", PlaceKind::Lake, 10'000}, {"H", "RF", PlaceKind::Island, 10'000}, {"H", "", PlaceKind::Other, 5'000},
    {"L", "CONT", PlaceKind::Continent, 3'000'000}, {"L", "MILB", PlaceKind::Site, 5'000}, {"L", "NVB", PlaceKind::Site, 5'000},
    {"L", "PRT", PlaceKind::Site, 3'000}, {"L", "OILF", PlaceKind::Site, 20'000}, {"L", "INDS", PlaceKind::Site, 5'000},
    {"L", "", PlaceKind::Region, 30'000},
    {"P", "", PlaceKind::City, 0},
    {"R", "", PlaceKind::Other, 5'000},
    {"S", "AIR", PlaceKind::Site, 3'000}, {"S", "INSM", PlaceKind::Site, 3'000}, {"S", "", PlaceKind::Site, 1'000},
    {"T", "ISLS", PlaceKind::Island, 100'000}, {"T", "ISL", PlaceKind::Island, 20'000}, {"T", "ATOL", PlaceKind::Island, 20'000},
    {"T", "MTS", PlaceKind::Mountain, 100'000}, {"T", "MT", PlaceKind::Mountain, 5'000}, {"T", "PK", PlaceKind::Mountain, 5'000},
    {"T", "HLL", PlaceKind::Mountain, 3'000}, {"T", "VLC", PlaceKind::Mountain, 10'000}, {"T", "PASS", PlaceKind::Mountain, 5'000},
    {"T", "PEN", PlaceKind::Region, 100'000}, {"T", "DSRT", PlaceKind::Region, 200'000}, {"T", "PLN", PlaceKind::Region, 100'000},
    {"T", "", PlaceKind::Other, 5'000},
    {"U", "", PlaceKind::Other, 100'000},
    {"V", "", PlaceKind::Other, 20'000},
}};

}  // namespace

FeatureMeaning meaning_of(std::string_view feature_class, std::string_view code, std::int64_t population) {
  for (const auto& feature : features) {
    if (feature.feature_class != feature_class || code.substr(0, feature.code.size()) != feature.code) continue;
    return {feature.kind, feature.kind == PlaceKind::City ? city_radius(population) : Meters(feature.radius)};
  }
  return {PlaceKind::Other, Meters(10'000)};
}

}  // namespace dateline::gazetteer::detail
