#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "claims/place_relation.hpp"
#include "pipeline/data.hpp"
#include "pipeline/detail/contested_names.hpp"
#include "pipeline/detail/sea_parts.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// Collects the places of a scene, under the names that the ledger of the index has, each once, with the outline that its precision calls for. What is told as lying at a distance from a
/// place is a place of its own.
class ScenePlaces {
 public:
  ScenePlaces(const claims::LedgerIndex& index, const geo::BaseMap& base_map, const SeaParts& sea_parts)
      : index_(index), base_map_(base_map), sea_parts_(sea_parts) {}
  /// Index in the scene of one of the event's places; added at its first use.
  std::size_t add(const claims::EventView& view, const std::string& place_id);
  [[nodiscard]] std::vector<render::ScenePlace> take() { return std::move(places_); }
  [[nodiscard]] const std::vector<render::ScenePlace>& places() const noexcept { return places_; }

 private:
  const claims::LedgerIndex& index_;
  const geo::BaseMap& base_map_;
  const SeaParts& sea_parts_;
  std::vector<render::ScenePlace> places_;
  std::map<std::string, std::size_t> by_id_;   // the id, with the relation if it has a distance
};

/// Cities and waters for orientation around the places of the scene.
void add_context(render::Scene& scene, const gazetteer::Store& store, const ContestedNames& names, const SeaParts& sea_parts);

/// Countries of the base map whose names are contested: both names, which the map sets instead of its own.
void add_contested_countries(render::Scene& scene, const geo::BaseMap& base_map, const ContestedNames& names);

}  // namespace dateline::pipeline::detail
