#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "claims/place_relation.hpp"
#include "gazetteer/store.hpp"
#include "pipeline/data.hpp"
#include "pipeline/detail/contested_names.hpp"
#include "pipeline/detail/sea_parts.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// The names under which the stories speak of towns and sites: the most frequent spelling that is a name of the place ("Beit Hanoun" where
/// the store has "Bayt Hanun").
class StorySpellings {
 public:
  StorySpellings(const claims::Ledger& ledger, const gazetteer::Store& store);
  /// The store's name where the stories use none of the place's names, or it is an area.
  [[nodiscard]] const std::string& name(const claims::PlaceRecord& place) const noexcept;
  /// "Bayt Hanun, in the stories Beit Hanoun": the places of an event that headings and data call by another name than the map does.
  [[nodiscard]] std::string other_names(const claims::EventView& view, const claims::LedgerIndex& index) const;

 private:
  std::map<std::string, std::string> by_id_;
};

/// Collects the places of a scene, each once, with the outline that its precision calls for. What is told as lying at a distance from a
/// place is a place of its own.
class ScenePlaces {
 public:
  ScenePlaces(const claims::LedgerIndex& index, const geo::BaseMap& base_map, const ContestedNames& names, const StorySpellings& spellings, const SeaParts& sea_parts)
      : index_(index), base_map_(base_map), names_(names), spellings_(spellings), sea_parts_(sea_parts) {}
  /// Index in the scene of one of the event's places; added at its first use.
  std::size_t add(const claims::EventView& view, const std::string& place_id);
  [[nodiscard]] std::vector<render::ScenePlace> take() { return std::move(places_); }
  [[nodiscard]] const std::vector<render::ScenePlace>& places() const noexcept { return places_; }

 private:
  const claims::LedgerIndex& index_;
  const geo::BaseMap& base_map_;
  const ContestedNames& names_;
  const StorySpellings& spellings_;
  const SeaParts& sea_parts_;
  std::vector<render::ScenePlace> places_;
  std::map<std::string, std::size_t> by_id_;   // the id, with the relation if it has a distance
};

/// Cities and waters for orientation around the places of the scene.
void add_context(render::Scene& scene, const gazetteer::Store& store, const ContestedNames& names, const SeaParts& sea_parts);

/// Countries of the base map whose names are contested: both names, which the map sets instead of its own.
void add_contested_countries(render::Scene& scene, const geo::BaseMap& base_map, const ContestedNames& names);

}  // namespace dateline::pipeline::detail
