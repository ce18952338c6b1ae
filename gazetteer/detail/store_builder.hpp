#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/detail/store_format.hpp"
#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

/// A place as the tables give it.
struct PlaceRow {
  std::string id;
  std::string name;
  PlaceKind kind = PlaceKind::Other;
  std::string feature;
  geo::LonLat point = geo::LonLat::checked(geo::Lon(0), geo::Lat(0));
  std::optional<geo::Box> box;
  Meters radius;
  std::string country;             ///< ISO code
  std::string admin1;              ///< "UA.05"
  std::string admin2;              ///< "US.GA.089"
  std::int64_t population = 0;
  std::uint8_t source = 0;
};

/// One name of a place.
struct NameRow {
  std::string folded;
  Candidate candidate;
};

/// Gathers places and names and turns them into the bytes of a store. The same calls in the same order give the same bytes.
class StoreBuilder {
 public:
  /// Index of a source line, to be used in PlaceRow::source.
  std::uint8_t add_source(std::string line);
  std::uint8_t language(std::string_view code);
  std::uint32_t add_place(PlaceRow row);
  [[nodiscard]] PlaceRow& place(std::uint32_t index) { return places_[index]; }
  [[nodiscard]] const std::vector<PlaceRow>& places() const noexcept { return places_; }

  /// Adds a name for searching. Empty and overlong names are left out; a name the place has already keeps its better kind.
  void add_name(std::uint32_t place, std::string_view name, NameKind kind, std::uint8_t guards = no_guard, std::uint8_t language = 0,
                std::uint8_t note = 0);
  /// Keeps a name in its spelling and language, to be shown.
  void add_language_name(std::uint32_t place, std::string_view language, std::string_view name);
  /// A second id by which the place is found.
  void add_id_alias(std::uint32_t place, std::uint32_t geonames_id);
  void set_capital(const std::string& country, std::uint32_t place) { capitals_[country] = place; }
  /// `brief` is the line for maps, `credits` the whole attribution.
  void set_credits(std::string credits, std::string brief = {}) {
    credits_ = std::move(credits);
    credits_short_ = std::move(brief);
  }

  /// The whole file. May be called once.
  [[nodiscard]] std::string build();

 private:
  std::vector<PlaceRow> places_;
  std::vector<NameRow> names_;
  std::vector<std::string> sources_;
  std::vector<std::string> languages_ = {""};
  struct Shown {
    std::uint32_t place;
    std::uint8_t language;
    std::string name;
  };
  std::vector<Shown> shown_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> aliases_;
  std::map<std::string, std::uint32_t> capitals_;
  std::string credits_;
  std::string credits_short_;
};

}  // namespace dateline::gazetteer::detail
