#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "pipeline/data.hpp"
#include "pipeline/detail/contested_names.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// Collects the places of a scene, each once, with the outline that its precision calls for.
class ScenePlaces {
 public:
  ScenePlaces(const claims::LedgerIndex& index, const geo::BaseMap& base_map, const ContestedNames& names)
      : index_(index), base_map_(base_map), names_(names) {}
  /// Index of the place in the scene; added at its first use.
  std::size_t add(const std::string& place_id);
  [[nodiscard]] std::vector<render::ScenePlace> take() { return std::move(places_); }
  [[nodiscard]] const std::vector<render::ScenePlace>& places() const noexcept { return places_; }

 private:
  const claims::LedgerIndex& index_;
  const geo::BaseMap& base_map_;
  const ContestedNames& names_;
  std::vector<render::ScenePlace> places_;
  std::map<std::string, std::size_t> by_id_;
};

/// Cities and waters for orientation around the places of the scene.
void add_context(render::Scene& scene, const gazetteer::Store& store, const ContestedNames& names);

/// Countries of the base map whose names are contested: both names, which the map sets instead of its own.
void add_contested_countries(render::Scene& scene, const geo::BaseMap& base_map, const ContestedNames& names);

}  // namespace dateline::pipeline::detail
