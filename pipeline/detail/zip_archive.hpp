#pragma once

#include <string>
#include <string_view>

namespace dateline::pipeline::detail {

/// A zip file with one file in it, as .qgz and .kmz are. Deflated; the date in it is 1980-01-01, so the same bytes give the same archive.
/// Throws std::logic_error beyond 4 GB, which this form of zip cannot hold.
[[nodiscard]] std::string zip_of_one(std::string_view name, std::string_view content);

}  // namespace dateline::pipeline::detail
