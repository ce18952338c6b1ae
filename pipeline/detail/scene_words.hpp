#pragma once

#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// Country names by ISO code, as the gazetteer has them.
class CountryNames {
 public:
  explicit CountryNames(const gazetteer::Store& store) : store_(store) {}
  /// Empty for an empty or unknown code.
  [[nodiscard]] std::string name(const std::string& iso2) const;

 private:
  const gazetteer::Store& store_;
};

/// Title, subtitle, as-of stamp, alt text and the lines of fine print. `views` are the events that the scene shows.
void add_words(render::Scene& scene, const std::vector<claims::EventView>& views, const claims::LedgerIndex& index, const CountryNames& countries);

}  // namespace dateline::pipeline::detail
