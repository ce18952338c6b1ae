#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pipeline/citations.hpp"
#include "pipeline/picture.hpp"

namespace dateline::pipeline {

struct ReportQuote {
  std::string text;      ///< verbatim, at most SceneOptions::quote_words words
  std::string speaker;   ///< empty: the story itself
  std::string letter;    ///< of the source list
  std::string outlet, date;
  std::string url;       ///< http or https; else empty
};

struct ReportNote {
  int number = 0;                        ///< the badge
  std::string heading, status;
  std::vector<ReportQuote> quotes;       ///< one a story
  std::vector<std::string> responses;
  std::string differs;                   ///< "The stories differ in quantity and place."; empty if they do not
  std::string not_on_map;                ///< why; empty if it is there
};

struct ReportConflict {
  std::vector<int> numbers;
  std::string text;
};

/// The words of a report, without any format.
struct Report {
  std::string title, subtitle, as_of, unverified;
  std::string alt_text;                        ///< under 600 characters
  std::vector<std::string> long_description;   ///< what a reader who does not see the map needs, one paragraph a mark
  std::vector<ReportNote> notes;               ///< by number
  std::vector<ReportConflict> conflicts;
  std::vector<Citation> sources;               ///< looks into the ledger
  std::string precision, policy, credits, document_id;
  bool has_map = false;                        ///< false: no event has a place that can be drawn
};

/// A ledger as a report. Looks into the ledger.
[[nodiscard]] Report make_report(Data& data, const claims::Ledger& ledger, const SceneOptions& options);

enum class ReportFormat { Markdown, Html, Tex, Quarto };
/// By the ending of a file name, in any case: .md, .html, .tex, .qmd. Throws UsageError that lists them.
[[nodiscard]] ReportFormat report_format(const std::string& path);
/// The kind of picture that a report of this format shows best.
[[nodiscard]] PictureFormat figure_format(ReportFormat format) noexcept;

/// The map of a report: a file beside it, or, in HTML, the picture itself. Empty: no map.
struct ReportFigure {
  std::string file;        ///< as the report names it; not in HTML
  std::string picture;     ///< HTML: the bytes that are taken into the page
  std::string media_type;  ///< of the picture: "image/svg+xml"
};

/// HTML: one page, no script, nothing loaded from elsewhere. Markdown: CommonMark. LaTeX: a whole document for pdfLaTeX, LuaLaTeX and XeLaTeX.
/// Quarto: Markdown with its front matter and alt text.
[[nodiscard]] std::string write_report(const Report& report, ReportFormat format, const ReportFigure& figure);

}  // namespace dateline::pipeline
