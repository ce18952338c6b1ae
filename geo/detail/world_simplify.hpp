#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/tile_id.hpp"

namespace dateline::geo::detail {

using WorldLine = std::vector<WorldPoint>;

/// Douglas-Peucker that stops where the tolerance is met: much quicker than weighing every vertex (simplify.hpp) when a line
/// is needed for one tolerance only. Ends stay; the direction of the line does not matter.
void simplify_open(std::span<const WorldPoint> line, double tolerance, WorldLine& out);

/// Vertices at which three or more ways meet, over all rings of a layer: borders between them are simplified on their own, so
/// that both neighbours get the same line.
class Junctions {
 public:
  explicit Junctions(std::size_t most_vertices);
  void add_ring(std::span<const WorldPoint> ring);
  [[nodiscard]] bool contains(WorldPoint p) const noexcept;

 private:
  struct Slot {
    std::uint64_t key = 0;                 ///< of the vertex, even; 0: free; odd: a junction
    std::uint32_t first = 0, second = 0;   ///< neighbours seen
  };
  Slot& slot(std::uint64_t key) noexcept;
  std::vector<Slot> slots_;
};

/// A closed ring, simplified between its anchors: junctions and the places where it meets the edge of the square. Empty if less
/// than a triangle is left.
[[nodiscard]] WorldLine simplify_ring(std::span<const WorldPoint> ring, const Junctions& junctions, double tolerance);

}  // namespace dateline::geo::detail
