#pragma once

#include <string>
#include <string_view>

namespace dateline::gazetteer::detail {

/// fold() for text that is not plain ASCII, through ICU's NFKD and case folding. Invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string fold_unicode(std::string_view name);

}  // namespace dateline::gazetteer::detail
