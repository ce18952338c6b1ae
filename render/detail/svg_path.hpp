#pragma once

#include <string>
#include <vector>

#include "render/detail/display_geometry.hpp"
#include "render/display_list.hpp"

namespace dateline::render::detail {

/// A number rounded to hundredths, as short as can be: "12.5", ".25", "-3". Never "nan", "-0" or an exponent.
[[nodiscard]] std::string svg_number(double value);

/// Path data: absolute starts, then relative segments that are exact differences of rounded places, so that rounding
/// does not add up and shared borders stay shared. Segments of no length are left out.
[[nodiscard]] std::string svg_path_data(const Path& path);
[[nodiscard]] std::string svg_path_data(const std::vector<Segment>& segments);

}  // namespace dateline::render::detail
