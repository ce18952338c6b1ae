#include "article/article.hpp"

namespace dateline::article {

const char* to_string(PublishedBasis basis) noexcept {
  switch (basis) {
    case PublishedBasis::Option: return "option";
    case PublishedBasis::Metadata: return "metadata";
    case PublishedBasis::Text: return "text";
    case PublishedBasis::Inferred: return "inferred";
    case PublishedBasis::None: break;
  }
  return "none";
}

}  // namespace dateline::article
