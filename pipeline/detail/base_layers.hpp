#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/box.hpp"
#include "geo/projection.hpp"
#include "geo/vector_layer.hpp"
#include "pipeline/data.hpp"

namespace dateline::pipeline::detail {

/// Our base map around the marks as layers, so that a GIS shows them on the ground that the printed map has.
struct BaseLayers {
  geo::VectorLayer places;   ///< `kind` capital, city, country, water; `name`
  geo::VectorLayer lines;    ///< `kind` coast, international, disputed, first-level, river
  geo::VectorLayer land;     ///< `kind` sea, land, lake
  std::string projection;    ///< PROJ definition that suits the extent
  geo::Projection::Window view;  ///< the extent on its plane
};
[[nodiscard]] BaseLayers make_base_layers(Data& data, const std::string& worldview, const geo::Box& extent);

/// The box of the marks, with a margin: of points and lines, and of areas that are no country.
class MarkExtent {
 public:
  /// A feature of a layer; of those that have their areas from another nothing is new.
  void add(const geo::VectorLayer& layer, const geo::Feature& feature);
  /// Absent without marks.
  [[nodiscard]] std::optional<geo::Box> box() const;

 private:
  std::vector<geo::LonLat> points_, countries_;
};

}  // namespace dateline::pipeline::detail
