#pragma once

#include <string>

#include "geo/box.hpp"

namespace dateline::geo {

/// A projection for an extent, as a PROJ definition and in words.
struct ProjectionChoice {
  std::string definition;
  std::string description;
};

/// The rules of Projection::for_extent, without PROJ.
[[nodiscard]] ProjectionChoice choose_projection(const Box& extent);

}  // namespace dateline::geo
