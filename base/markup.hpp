#pragma once

#include <string>
#include <string_view>

/// What may reach a picture, a page or a report from outside text: shared by all writers, so that they agree.
namespace dateline {

/// One line of valid UTF-8: damaged bytes become U+FFFD, tabs and line breaks become spaces; control characters,
/// embeddings and overrides of the writing direction (which can make a quote read differently from what it says) and
/// code points that XML forbids are dropped.
[[nodiscard]] std::string clean_text(std::string_view text);

/// The address if it is one that a picture may link to (http, https, mailto, or a fragment of the same document), with
/// everything outside printable ASCII and every quote percent-encoded; else empty. Stops "javascript:" and "data:".
[[nodiscard]] std::string safe_link(std::string_view address);

/// Clean text with `& < > "` escaped: for content and double-quoted attributes of XML and HTML.
[[nodiscard]] std::string escape_xml(std::string_view text);

/// The text as it is, `& < > "` escaped and tabs and line breaks as references: for values that programs read back from XML, in content or double
/// quotes. What XML 1.0 cannot hold (control characters, damaged bytes) becomes U+FFFD.
[[nodiscard]] std::string xml_value(std::string_view text);

}  // namespace dateline
