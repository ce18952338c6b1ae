#pragma once

#include <string>

#include "geo/vector_layer.hpp"

namespace dateline::pipeline::detail {

/// A layer as CSV (RFC 4180, CRLF, UTF-8): its fields, and for a layer of points `lon` and `lat`, for other geometry `wkt`. Text that a spreadsheet
/// would run as a formula begins with an apostrophe.
[[nodiscard]] std::string to_csv(const geo::VectorLayer& layer);

}  // namespace dateline::pipeline::detail
