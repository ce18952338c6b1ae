#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/name_axis.hpp"
#include "render/panel_labels.hpp"
#include "render/ring_index.hpp"

/// Names of countries and seas: set along the shape of what is shown of them.
namespace dateline::render {

/// One way to set a name of the base map.
struct NameVariant {
  LabelCandidate candidate;
  TextBlock text;
  PagePoint corner;
  TextAnchor align = TextAnchor::Start;
  std::optional<NameAxis> axis;          ///< else the block stands upright at `corner`
};
/// A name of the base map, or of a context city with its dot, before it is placed.
struct ContextName {
  std::vector<NameVariant> variants;
  int priority = 0;
  std::optional<PlacedDot> dot;
};

struct CountryNames {
  std::vector<ContextName> names;
  std::vector<RingIndex> areas;          ///< of the countries named and of those that events name, each on its own
};
/// Names are found room clear of `taken`: the labels of events.
[[nodiscard]] CountryNames country_names(const LabelInput& input, const LabelObstacles& taken, const geo::BaseMap& base_map);
[[nodiscard]] std::vector<ContextName> water_names(const LabelInput& input, const LabelObstacles& taken);

/// Whether an event place of the panel carries the name already.
[[nodiscard]] bool is_event_name(const LabelInput& input, const std::string& name);

/// The letters of a name on a bent line, each where it stands and turned as the line runs. `axis` is the line through the
/// middle of all lines of the block.
[[nodiscard]] DisplayList letters_along(const TextBlock& block, const NameAxis& axis, const Typesetter& type);

}  // namespace dateline::render
