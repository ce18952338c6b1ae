#pragma once

#include <cstdint>
#include <vector>

#include "geo/detail/basemap_file.hpp"
#include "geo/geometry.hpp"

namespace dateline::geo::detail {

/// The countries of one view as areas. Arcs are sorted by owner once, as a map asks for a dozen countries. Refers to the file.
class CountryAreas {
 public:
  CountryAreas(const BaseMapFile& file, std::size_t view);
  [[nodiscard]] MultiPolygon outline(std::uint16_t country) const;
  /// Label of each country, in the order of the file's table.
  [[nodiscard]] std::vector<StoredLabel> labels() const;

 private:
  [[nodiscard]] std::uint16_t owner(std::uint32_t cell) const noexcept { return owners_[cell]; }

  const BaseMapFile& file_;
  std::span<const std::uint16_t> owners_;               ///< by cell
  std::vector<std::vector<std::uint32_t>> outline_arcs_;   ///< by country: arcs that have it on one side only
};

}  // namespace dateline::geo::detail
