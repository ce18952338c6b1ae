#pragma once

#include <string>

#include "pipeline/report.hpp"

namespace dateline::pipeline::detail {

[[nodiscard]] std::string report_html(const Report& report, const ReportFigure& figure);
enum class MarkdownKind { Plain, Quarto };
[[nodiscard]] std::string report_markdown(const Report& report, const ReportFigure& figure, MarkdownKind kind);
[[nodiscard]] std::string report_tex(const Report& report, const ReportFigure& figure);

/// The parts of one line of a source list: outlet, “title”, date; never empty.
[[nodiscard]] std::string source_words(const claims::ArticleRecord& article);
/// The address if it is one that a reader may be sent to (http, https); else empty. A ledger from a stranger could hold scripts.
[[nodiscard]] std::string web_link(const std::string& url);
/// "Notes 1, 2": where the numbers of a conflict or source are told.
[[nodiscard]] std::string number_list(const std::vector<int>& numbers);

}  // namespace dateline::pipeline::detail
