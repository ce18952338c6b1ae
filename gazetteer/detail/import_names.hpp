#pragma once

#include <string_view>

namespace dateline::gazetteer::detail {

/// Whether an alternate name of GeoNames is a name people write. Left out are codes of three capitals, links, names with digits,
/// single letters, and Latin names in lower case, which are machine transliterations. Untagged names are not to be trusted; names
/// with a language are.
enum class NameOrigin { Untagged, Tagged };
[[nodiscard]] bool is_usable_name(std::string_view name, NameOrigin origin);

}  // namespace dateline::gazetteer::detail
