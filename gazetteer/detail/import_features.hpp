#pragma once

#include <cstdint>
#include <string_view>

#include "base/units.hpp"
#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

/// What a GeoNames feature is in this gazetteer, and how far its truth may reach from its point.
struct FeatureMeaning {
  PlaceKind kind = PlaceKind::Other;
  Meters radius;
};
/// `feature_class` is GeoNames' letter ("P"), `code` its feature code ("PPLA"); unknown ones give Other.
[[nodiscard]] FeatureMeaning meaning_of(std::string_view feature_class, std::string_view code, std::int64_t population);

}  // namespace dateline::gazetteer::detail
