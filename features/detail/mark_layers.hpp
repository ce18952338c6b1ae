#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "features/detail/event_columns.hpp"
#include "features/feature_tables.hpp"
#include "features/place_shapes.hpp"

namespace dateline::features::detail {

/// Fills the four layers that a map is drawn from, one event after the other.
class MarkLayers {
 public:
  MarkLayers(const claims::LedgerIndex& index, PlaceShapes& shapes, const CountryNames& countries, FeatureTables& tables);
  void add(const claims::EventView& view);
  /// Writes at the first feature of each place all numbers that meet there, and the layer of outlines. Call once, after the last add().
  void finish();

 private:
  void add_place(const claims::EventView& view, const std::string& place, const char* role);
  void add_movement(const claims::EventView& view, const std::string& from, const std::string& to);

  /// Where a place's features stand in a layer, and the numbers of its events.
  struct Gathered {
    geo::VectorLayer* layer = nullptr;
    std::size_t first = 0;
    std::set<int> numbers;                       ///< on the map: where an arrow starts, its number stands on the arrow
    std::set<int> events;                        ///< all
    std::map<std::string, std::int64_t> looks;   ///< marks so far by how they look
  };

  const claims::LedgerIndex& index_;
  PlaceShapes& shapes_;
  const CountryNames& countries_;
  FeatureTables& tables_;
  std::vector<geo::FieldValue> values_;                            ///< of the event that is being added
  std::map<std::string, Gathered> gathered_;                       ///< by place
  std::map<std::pair<std::string, std::string>, int> between_;     ///< movements so far between two places
};

}  // namespace dateline::features::detail
