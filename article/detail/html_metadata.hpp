#pragma once

#include "article/article.hpp"
#include "article/detail/html_handles.hpp"

namespace dateline::article::detail {

struct PageMetadata {
  Metadata metadata;
  std::string article_body;  ///< text that JSON-LD carries; empty if it carries none
};

/// What a page says about itself: JSON-LD first, then <meta>, then <time>, <h1>, <title> and <html lang>.
[[nodiscard]] PageMetadata read_page_metadata(const xmlNode* root);

}  // namespace dateline::article::detail
