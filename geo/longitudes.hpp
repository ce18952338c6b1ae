#pragma once

#include <cmath>

namespace dateline::geo {

/// A difference of longitudes, the short way round the Earth: -180..180 degrees, 180 either way.
/// Lines of a large ledger have millions of vertices, and nearly all differences are short already.
[[nodiscard]] inline double short_way(double difference) noexcept { return std::abs(difference) <= 180 ? difference : std::remainder(difference, 360.0); }

}  // namespace dateline::geo
