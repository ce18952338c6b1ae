#include "gazetteer/detail/import_nearby.hpp"

#include <algorithm>
#include <cmath>

#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

constexpr double same_name_metres = 3'000;
constexpr double any_name_metres = 800;
/// Cells of a tenth of a degree: 3 km never reach past the neighbouring cell below 74 degrees of latitude, and there are hardly any towns beyond.
constexpr double cells_per_degree = 10;
constexpr std::int64_t columns = 3600;

std::int64_t row_of(geo::LonLat point) { return static_cast<std::int64_t>(std::floor((point.lat() + 90) * cells_per_degree)); }
std::int64_t column_of(geo::LonLat point) { return static_cast<std::int64_t>(std::floor((point.lon() + 180) * cells_per_degree)); }
std::int64_t key_of(std::int64_t row, std::int64_t column) { return row * columns + (column + columns) % columns; }

}  // namespace

NumberlessPlaces::NumberlessPlaces(const StoreFile& base, StoreStream& store) {
  for (const auto& entry : base.id_texts) {
    const auto id = base.string(entry.key);
    const bool town = id.substr(0, 3) == "cj:";
    if ((!town && id.substr(0, 8) != "airport:") || entry.record >= base.records.size()) continue;
    const auto& record = store.record(entry.record);
    const auto point = geo::LonLat::make(geo::Lon(record.lon / 1e5), geo::Lat(record.lat / 1e5));
    if (record.id_type == 0 || !point) continue;
    cells_[key_of(row_of(*point), column_of(*point))].push_back(
        {entry.record, town ? Sort::Town : Sort::Airport, *point, fold(base.string(record.name)), false});
  }
}

bool NumberlessPlaces::has_near(geo::LonLat point) const {
  for (auto row = row_of(point) - 1; row <= row_of(point) + 1; ++row) {
    for (auto column = column_of(point) - 1; column <= column_of(point) + 1; ++column) {
      if (cells_.contains(key_of(row, column))) return true;
    }
  }
  return false;
}

std::optional<std::uint32_t> NumberlessPlaces::take(Sort sort, geo::LonLat point, const std::vector<std::string>& folded_names) {
  Place* best = nullptr;
  double best_distance = same_name_metres;
  for (auto row = row_of(point) - 1; row <= row_of(point) + 1; ++row) {
    for (auto column = column_of(point) - 1; column <= column_of(point) + 1; ++column) {
      const auto cell = cells_.find(key_of(row, column));
      if (cell == cells_.end()) continue;
      for (auto& place : cell->second) {
        if (place.taken || place.sort != sort) continue;
        const double distance = geo::great_circle_distance(point, place.point).value();
        const bool same_name = std::find(folded_names.begin(), folded_names.end(), place.folded) != folded_names.end();
        if (sort == Sort::Town && !same_name && distance > any_name_metres) continue;
        if (distance > best_distance || (best != nullptr && distance == best_distance)) continue;
        best = &place;
        best_distance = distance;
      }
    }
  }
  if (best == nullptr) return std::nullopt;
  best->taken = true;
  return best->record;
}

}  // namespace dateline::gazetteer::detail
