#pragma once

#include <string>
#include <string_view>

#include "article/article.hpp"

namespace dateline::article::detail {

/// Whether the bytes are a web page: a doctype or one of the tags a page begins with, or a file named *.html.
[[nodiscard]] bool looks_like_html(std::string_view bytes, const std::string& file);

/// The story of a web page: paragraphs, separated by empty lines, without navigation, captions and other furniture; metadata from
/// JSON-LD, <meta>, <time> and <title>, strongest first. Never throws; damaged pages give what can be read.
void read_html(std::string_view page, Article& article);

}  // namespace dateline::article::detail
