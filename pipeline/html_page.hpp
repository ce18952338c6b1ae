#pragma once

#include <string>

namespace dateline::pipeline {

/// One HTML file that needs nothing else: style and script inside, no request to anywhere, and a Content-Security-Policy
/// that allows exactly this style and this script (so no `style` attributes and no event attributes in the body).
struct HtmlPage {
  std::string language = "en";
  std::string title, description;   ///< plain text
  std::string document_id;          ///< plain text; may be empty
  std::string style, script;        ///< ours, never text from outside; the script may be empty
  std::string body;                 ///< markup; outside text in it went through escape_xml() of base/markup.hpp
};
[[nodiscard]] std::string write_html_page(const HtmlPage& page);

/// `<a href="...">words</a>`, or the words alone where the address is none that may be linked to. Both arguments are plain text.
[[nodiscard]] std::string html_link(const std::string& address, const std::string& words);

}  // namespace dateline::pipeline
