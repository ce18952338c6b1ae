#pragma once

#include <string>
#include <string_view>

namespace dateline::pipeline {

/// UTF-8 text for LaTeX: characters with a meaning of their own are written out, those that TeX would join are kept apart, control characters become
/// spaces. Quotes stay as they were printed.
[[nodiscard]] std::string tex_text(std::string_view text);
/// An address whose braces, blanks and other characters that no address has are percent-encoded: for BibTeX's `url`, HTML and Markdown.
[[nodiscard]] std::string plain_url(std::string_view url);
/// The same for the argument of \\url and \\href.
[[nodiscard]] std::string tex_url(std::string_view url);

}  // namespace dateline::pipeline
