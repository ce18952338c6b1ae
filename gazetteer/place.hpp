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
  std::string admin2_name;         ///< county, district; empty if unknown
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

/// What the printed form must look like for a name to count. Names fold alike that are not read alike: "IN" is
/// Indiana, "in" is not. If several bits are set, one of them is enough.
enum NameGuard : std::uint8_t {
  no_guard = 0,
  needs_dot = 1,      ///< written with a point: "Calif.", "N.Y."
  needs_capitals = 2, ///< written in capitals: "CA", "DPRK"
  needs_article = 4,  ///< after "the": "the North", "the Kingdom"
};

/// A place under one of its names. The layout is that of the store.
struct Candidate {
  std::uint32_t record = 0;  ///< index into the store
  NameKind name_kind = NameKind::Main;
  std::uint8_t guards = no_guard;  ///< bits of NameGuard
  std::uint8_t language = 0;       ///< index into Store::languages(); 0 is "not known"
  std::uint8_t note = 0;           ///< bits of NameNote
  bool operator==(const Candidate&) const = default;
};
static_assert(sizeof(Candidate) == 8);

/// Further facts about a name.
enum NameNote : std::uint8_t {
  historic_name = 1,  ///< no longer in use: "Zaire", "Leningrad"
  people_name = 2,    ///< a demonym for the people, not an adjective: "Ukrainians"
  own_name = 4,       ///< from a user's own table: whoever wrote it down expects it in the stories
};

/// A name in its original spelling with its language.
struct LanguageName {
  std::string language;  ///< BCP 47: "uk"
  std::string name;
  bool operator==(const LanguageName&) const = default;
};

}  // namespace dateline::gazetteer
