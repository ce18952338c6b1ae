#include "pipeline/coarsen.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "features/place_shapes.hpp"
#include "pipeline/review_session.hpp"

namespace dateline::pipeline {

namespace {

using claims::PlaceRecord;
using claims::Precision;

/// How far a town may lie from a site that is told as "at this town".
constexpr double kTownReachDegrees = 0.5;
constexpr std::int64_t kSmallestTown = 15'000;

int sharpness(Precision precision) {
  switch (precision) {
    case Precision::Site: return 4;
    case Precision::City: return 3;
    case Precision::Admin:
    case Precision::Region: return 2;
    case Precision::Country: return 1;
  }
  return 0;
}

int allowed(Coarseness to) { return to == Coarseness::City ? 3 : to == Coarseness::Admin ? 2 : 1; }

class Coarsener {
 public:
  Coarsener(Coarseness to, Data& data) : to_(to), data_(data), find_(place_finder(data)) {}

  /// The place that stands for `place`; absent if it may stay.
  std::optional<PlaceRecord> coarser(const PlaceRecord& place) const {
    if (sharpness(features::precision_of(place)) <= allowed(to_)) return std::nullopt;
    if (to_ == Coarseness::City) {
      if (auto town = town_near(place)) return town;
    }
    if (to_ != Coarseness::Country && !place.admin1.empty()) {
      if (auto division = find_("admin1:" + place.country + "." + place.admin1)) return division;
    }
    return place.country.empty() ? std::nullopt : find_("country:" + place.country);
  }

 private:
  std::optional<PlaceRecord> town_near(const PlaceRecord& place) const {
    const auto wrap = [](double lon) { return lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon; };
    const double reach = kTownReachDegrees / std::max(0.1, std::cos(place.lat * 0.017453));
    const geo::Box box{wrap(place.lon - reach), std::max(-90.0, place.lat - kTownReachDegrees), wrap(place.lon + reach), std::min(90.0, place.lat + kTownReachDegrees)};
    for (const auto& town : data_.store().cities_in(box, kSmallestTown, 1)) {
      if (town.country == place.country) return find_(town.id);
    }
    return std::nullopt;
  }

  Coarseness to_;
  Data& data_;
  claims::FindPlace find_;
};

}  // namespace

claims::Ledger coarsen(claims::Ledger ledger, Coarseness to, Data& data) {
  if (to == Coarseness::None) return ledger;
  const Coarsener coarsener(to, data);
  std::map<std::string, PlaceRecord> instead;
  for (const auto& place : ledger.places) {
    if (auto record = coarsener.coarser(place)) instead.emplace(place.id, std::move(*record));
  }
  for (auto& claim : ledger.claims) {
    for (auto* places : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
      for (auto& ref : *places) {
        const auto found = instead.find(ref.place);
        if (found == instead.end()) continue;
        ref.place = found->second.id;
        ref.precision = features::precision_of(found->second);
      }
    }
  }
  std::erase_if(ledger.places, [&](const PlaceRecord& place) { return instead.contains(place.id); });
  for (auto& [unused, record] : instead) {
    const bool there = std::any_of(ledger.places.begin(), ledger.places.end(), [&id = record.id](const PlaceRecord& place) { return place.id == id; });
    if (!there) ledger.places.push_back(record);
  }
  std::sort(ledger.places.begin(), ledger.places.end(), [](const PlaceRecord& a, const PlaceRecord& b) { return a.id < b.id; });
  return ledger;
}

}  // namespace dateline::pipeline
