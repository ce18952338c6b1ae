#include "claims/words.hpp"
#include "pipeline/detail/report_writers.hpp"
#include "pipeline/tex_text.hpp"

namespace dateline::pipeline::detail {

namespace {

// Quotes and names may be in any script. TeX's own fonts have Latin only and drop every other letter without a word: of the fonts that are
// there, one that has more is taken. pdfTeX knows Latin only, and says so.
constexpr const char* kPreamble = R"(% Compile with xelatex or lualatex, which set any script that the font has; pdflatex will do for Latin letters.
\documentclass[a4paper,11pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
\else
  \usepackage{fontspec}
  \IfFontExistsTF{Noto Serif}{\setmainfont{Noto Serif}}{\IfFontExistsTF{DejaVu Serif}{\setmainfont{DejaVu Serif}}{%
  \IfFontExistsTF{Open Sans}{\setmainfont{Open Sans}}{}}}
\fi
\usepackage[margin=25mm]{geometry}
\usepackage{graphicx}
\usepackage{xcolor}
\usepackage[colorlinks,allcolors=linkblue]{hyperref}
\definecolor{linkblue}{RGB}{26,62,110}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt}
\setlength{\emergencystretch}{3em}
)";

std::string link(const std::string& words, const std::string& url) { return url.empty() ? words : "\\href{" + tex_url(url) + "}{" + words + "}"; }

std::string quote_text(const ReportQuote& quote) {
  std::string out = "\\begin{quote}\n“" + tex_text(quote.text) + "”\\\\\n--- ";
  if (!quote.speaker.empty()) out += tex_text(quote.speaker) + "; ";
  std::vector<std::string> where = {link("source~" + quote.letter, quote.url)};
  if (!quote.outlet.empty()) where.push_back(tex_text(quote.outlet));
  if (!quote.date.empty()) where.push_back(tex_text(quote.date));
  return out + claims::join(where, ", ") + "\n\\end{quote}\n";
}

std::string note_text(const ReportNote& note) {
  const std::string number = std::to_string(note.number);
  std::string out = "\n\\subsection*{" + number + "\\quad " + tex_text(note.heading) + "}\\label{note-" + number + "}\n" + tex_text(note.status) + ".\n";
  if (!note.not_on_map.empty()) out += "\nNot on the map: " + tex_text(note.not_on_map) + ".\n";
  for (const auto& quote : note.quotes) out += quote_text(quote);
  for (const auto& response : note.responses) out += "\n\\textbf{" + tex_text(response) + ".}\n";
  if (!note.differs.empty()) out += "\n" + tex_text(note.differs) + "\n";
  return out;
}

std::string figure_text(const Report& report, const ReportFigure& figure) {
  if (figure.file.empty()) return "";
  return "\n\\begin{figure}[htbp]\n\\centering\n\\includegraphics[width=\\linewidth,alt={" + tex_text(report.alt_text) + "}]{" + figure.file + "}\n\\caption{" +
         tex_text(report.title + ". " + report.as_of + ". " + report.unverified) + "}\\label{fig:map}\n\\end{figure}\n";
}

template <typename Records, typename Words>
std::string list_text(const char* title, const Records& records, Words&& words) {
  if (records.empty()) return "";
  std::string out = "\n\\section*{" + std::string(title) + "}\n\\begin{itemize}\n";
  for (const auto& record : records) out += words(record) + "\n";
  return out + "\\end{itemize}\n";
}

}  // namespace

std::string report_tex(const Report& report, const ReportFigure& figure) {
  std::string out = kPreamble;
  out += "\\hypersetup{pdftitle={" + tex_text(report.title) + "},pdflang={en}}\n\\begin{document}\n\\begin{center}\n{\\LARGE " + tex_text(report.title) + "\\par}\n\\medskip\n";
  if (!report.subtitle.empty()) out += tex_text(report.subtitle) + "\\par\n";
  out += tex_text(report.as_of) + "\\par\n\\end{center}\n";
  if (!report.unverified.empty()) out += "\n\\textbf{" + tex_text(report.unverified) + "}\n";
  out += figure_text(report, figure);
  if (!report.long_description.empty()) {
    out += "\n\\section*{The map in words}\n";
    for (const auto& paragraph : report.long_description) out += tex_text(paragraph) + "\n\n";
  }
  out += "\n\\section*{Notes}\n";
  for (const auto& note : report.notes) out += note_text(note);
  out += list_text("Where the sources disagree", report.conflicts, [](const ReportConflict& conflict) {
    return "\\item " + tex_text(conflict.text) + (conflict.numbers.empty() ? "" : " (" + number_list(conflict.numbers) + ")");
  });
  out += list_text("Sources", report.sources, [](const Citation& source) {
    std::string item = "\\item[" + source.letter + "] " + link(tex_text(source_words(*source.article)), web_link(source.article->url));
    if (const auto archived = web_link(source.article->archive_url); !archived.empty()) item += " (" + link("archived", archived) + ")";
    return item + (source.numbers.empty() ? "" : ". " + number_list(source.numbers)) + ". SHA-256 \\texttt{" + source.article->sha256.substr(0, 12) + "}";
  });
  out += "\n\\section*{About this map}\n";
  for (const auto& line : {report.precision, report.policy, report.credits}) {
    if (!line.empty()) out += tex_text(line) + "\n\n";
  }
  if (!report.document_id.empty()) out += "Document \\texttt{" + report.document_id + "}.\n";
  return out + "\\end{document}\n";
}

}  // namespace dateline::pipeline::detail
