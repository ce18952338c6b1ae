#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.hpp"
#include "base/diagnostics.hpp"
#include "base/token.hpp"

namespace dateline::article {

/// Where the date of publication came from, strongest first.
enum class PublishedBasis { Option, Metadata, Text, Inferred, None };
[[nodiscard]] const char* to_string(PublishedBasis basis) noexcept;

/// What is known about a story besides its text. Empty strings are unknown.
struct Metadata {
  std::string id;           ///< given by the feed; else empty
  std::string title;
  std::string publisher;
  std::string author;
  std::string url;
  std::string archive_url;
  std::string language;     ///< BCP 47
  std::optional<CivilDate> published;
  PublishedBasis published_basis = PublishedBasis::None;
};

/// A story: clean text and what is known about it.
struct Article {
  std::string id;            ///< metadata id, else "sha256:" + first 16 hex digits of the text's hash
  std::string file;          ///< as given on the command line; "-" for standard input
  std::string sha256;        ///< hex, of the text
  std::string text;          ///< valid UTF-8. For plain text the file's own characters: offsets count from its start
  Span body;                 ///< the part that is the story: after front matter and a leading "date YYYY-MM-DD"
  Metadata metadata;
  std::vector<std::string> flags;   ///< "invalid-utf8", "truncated", "machine-translated"
  Diagnostics diagnostics;
};

/// Cuts the body of a story into tokens and sentences; offsets are bytes of `text`.
///
/// Sentences by rules over the tokens, not by ICU's iterator, which breaks after "Rep." and "Oct." and costs ten times as much:
/// abbreviations, month + number, initials, fragments, headings without a stop, list items, paragraphs as hard borders (but not the
/// line breaks of text wrapped to a fixed width). A stop before a lower-case word ends nothing. Headings and boilerplate lines are one
/// sentence each; bullets belong to no sentence. Never throws; any valid UTF-8; linear time.
[[nodiscard]] SegmentedText segment(std::string_view text, Span body);
[[nodiscard]] inline SegmentedText segment(const Article& article) { return segment(article.text, article.body); }

}  // namespace dateline::article
