#include "render/draw.hpp"

#include "render/compose.hpp"

namespace dateline::render {

Drawing draw(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options) {
  return compose(scene, base_map, style, options).drawing;
}

}  // namespace dateline::render
