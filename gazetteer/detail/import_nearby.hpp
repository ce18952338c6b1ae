#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gazetteer/detail/store_stream.hpp"
#include "geo/lonlat.hpp"

namespace dateline::gazetteer::detail {

/// Places of the base that have no GeoNames number: newer towns ("cj:...") and airports. A row of the dump may be one of them.
class NumberlessPlaces {
 public:
  NumberlessPlaces(const StoreFile& base, StoreStream& store);

  enum class Sort { Town, Airport };
  /// False if no such place lies near: spares the folding of names for take().
  [[nodiscard]] bool has_near(geo::LonLat point) const;
  /// The place at this point that a row with these folded names is: a town of the same name within 3 km, any newer town within
  /// 0.8 km, an airport within 3 km. Each is found once.
  [[nodiscard]] std::optional<std::uint32_t> take(Sort sort, geo::LonLat point, const std::vector<std::string>& folded_names);

 private:
  struct Place {
    std::uint32_t record;
    Sort sort;
    geo::LonLat point;
    std::string folded;
    bool taken;
  };
  std::unordered_map<std::int64_t, std::vector<Place>> cells_;  // looked up only
};

}  // namespace dateline::gazetteer::detail
