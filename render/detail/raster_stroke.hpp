#pragma once

#include <span>
#include <vector>

#include "render/detail/raster_cells.hpp"

namespace dateline::render::detail {

/// A place in pixels of a zoom, counted from the corner of the world.
struct Pixel {
  double x = 0, y = 0;
  bool operator==(const Pixel&) const = default;
};
[[nodiscard]] inline FixedPoint to_fixed(Pixel p) noexcept { return {to_fixed(p.x), to_fixed(p.y)}; }

/// How a line becomes an outline. Lengths in pixels.
struct StrokeShape {
  enum class Cap { Butt, Round, Square };
  enum class Join { Miter, Round, Bevel };
  double width = 1;
  Cap cap = Cap::Butt;
  Join join = Join::Miter;
  double miter_limit = 4;
  std::vector<double> dashes;   ///< on, off, ...; empty: none. Not all zero.
};

/// Fills the outline of a line into `out`. Two equal vertices in a row count once. A closed line repeats no vertex.
void stroke_line(std::span<const Pixel> line, bool closed, const StrokeShape& shape, CoverageBuffer& out);

/// The same in dashes, `start` pixels after the beginning of the pattern. A pattern of odd length is repeated.
void stroke_dashes(std::span<const Pixel> line, double start, const StrokeShape& shape, CoverageBuffer& out);

/// A full circle.
void add_circle(Pixel center, double radius, CoverageBuffer& out);

}  // namespace dateline::render::detail
