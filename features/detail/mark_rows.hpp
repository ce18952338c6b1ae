#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "features/detail/event_columns.hpp"
#include "features/feature_tables.hpp"
#include "features/place_shapes.hpp"

namespace dateline::features::detail {

/// Names and fields of the layers that a map is drawn from.
void define_marks(FeatureTables& tables);

/// Makes their rows. The first row of a place says which numbers meet there, so all events are looked through before: survey() each, add_outlines(),
/// add() each in the same order.
class MarkRows {
 public:
  MarkRows(const claims::LedgerIndex& index, PlaceShapes& shapes, RowSink& sink);
  void survey(const claims::EventView& view);
  void add_outlines();
  void add(const claims::EventView& view);

 private:
  /// What meets at a place.
  struct Gathered {
    std::set<int> numbers;                       ///< on the map: where an arrow starts, its number stands on the arrow
    std::set<int> events;                        ///< all
    bool is_told = false;                        ///< a row has said so
    std::map<std::string, std::int64_t> looks;   ///< marks so far by how they look
  };

  void add_place(const claims::EventView& view, const std::string& place, const char* role);
  void add_movement(const claims::EventView& view, const std::string& from, const std::string& to);

  const claims::LedgerIndex& index_;
  PlaceShapes& shapes_;
  CountryNames countries_;
  RowSink& sink_;
  std::vector<geo::FieldValue> values_;                            ///< of the event that is being added
  std::map<std::string, Gathered> gathered_;                       ///< by place
  std::map<std::pair<std::string, std::string>, int> between_;     ///< movements so far between two places
};

}  // namespace dateline::features::detail
