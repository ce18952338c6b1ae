#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "geo/box.hpp"
#include "geo/lonlat.hpp"

namespace dateline::gazetteer {

enum class PlaceKind : std::uint8_t {
  Country, Admin1, Admin2, City, Region, Continent, Sea, Strait, River, Lake, Island, Mountain, Site, Bloc, Metonym, Other
};
[[nodiscard]] const char* to_string(PlaceKind kind) noexcept;

/// One record of the gazetteer.
struct Place {
  std::string id;                  ///< "geonames:2013348", "region:russian-far-east", "country:KP", "admin1:UA.05"
  std::string name;                ///< English main name
  PlaceKind kind = PlaceKind::Other;
  std::string feature_code;        ///< GeoNames code ("PPLA") or the class of the region table ("strait")
  geo::LonLat point = geo::LonLat::checked(geo::Lon(0), geo::Lat(0));
  std::optional<geo::Box> box;     ///< extent, where known
  Meters radius;                   ///< how far the truth may be from the point
  std::string country;             ///< ISO 3166-1 alpha-2; recognised state first; empty for seas
  std::string country_name;
  std::string admin1;              ///< GeoNames code within the country ("59"); empty if unknown
  std::string admin1_name;
  std::int64_t population = 0;     ///< 0 if unknown
  std::string source;              ///< "GeoNames cities500 2023-03"
};

/// The parts of a record that ranking needs: fixed size, no strings.
struct PlaceSummary {
  PlaceKind kind = PlaceKind::Other;
  float lon = 0;                   ///< degrees
  float lat = 0;                   ///< degrees
  std::uint16_t country = 0;       ///< two letters of the ISO code, first in the high byte; 0 if none
  std::uint64_t admin1 = 0;        ///< the bytes of "UA.05", first in the highest byte, at most 8; 0 if unknown
  std::uint8_t seat = 0;           ///< GeoNames: 6 for PPLC, 5 for PPLA, 4 for PPLA2, ... 1 for PPLA5, 0 otherwise
  bool part = false;               ///< PPLX, PPLQ, PPLH, PPLW: a part of a town, or one that is no more
  std::int64_t population = 0;     ///< 0 if unknown
};

/// How a name stands for a place, best first.
enum class NameKind : std::uint8_t { Main, English, Alternate, Demonym, Adjective, Abbreviation, Metonym };

/// A place under one of its names.
struct Candidate {
  std::uint32_t record = 0;  ///< index into the store
  NameKind name_kind = NameKind::Main;
};

}  // namespace dateline::gazetteer
