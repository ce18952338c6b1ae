#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/detail/arc_reader.hpp"
#include "geo/detail/basemap_file.hpp"

namespace dateline::geo::detail {

/// Collects the parts of a compiled base map file and lays them out.
class BaseMapWriter {
 public:
  explicit BaseMapWriter(BaseMapKind kind) : kind_(kind) {}

  /// Adds an arc with the importance of its vertices; returns its number.
  std::uint32_t add_arc(const SourceArc& arc, std::uint32_t flags = 0);
  /// Adds a ring of arcs already there.
  void add_ring(const std::vector<std::int32_t>& arcs, std::uint32_t group);
  /// Offset of `text` in the pool; equal texts share one.
  std::uint32_t add_text(const std::string& text);

  [[nodiscard]] const std::vector<StoredArc>& arcs() const noexcept { return arcs_; }
  [[nodiscard]] const std::vector<StoredPoint>& points() const noexcept { return points_; }

  std::vector<StoredCell> cells;
  std::vector<std::uint32_t> views;
  std::vector<std::uint16_t> owners;
  std::vector<StoredCountry> countries;
  std::vector<StoredRegion> regions;
  std::vector<std::uint32_t> region_cells;
  std::vector<StoredLabel> labels;

  [[nodiscard]] std::string bytes() const;

 private:
  BaseMapKind kind_;
  std::vector<StoredPoint> points_;
  std::vector<std::uint8_t> levels_;
  std::vector<StoredArc> arcs_;
  std::vector<std::int32_t> ring_arcs_;
  std::vector<StoredRing> rings_;
  std::string strings_;
  std::map<std::string, std::uint32_t> offsets_;
};

}  // namespace dateline::geo::detail
