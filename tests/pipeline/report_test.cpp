#include "pipeline/report.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;
using namespace dateline::pipeline;

namespace {

/// A report whose every word a stranger chose.
Report hostile(const claims::ArticleRecord& article) {
  Report report;
  report.title = "<script>alert(1)</script> & \\input{x} [l](javascript:x) $5";
  report.as_of = "As reported up to 3 Jun 2031";
  report.unverified = "Reports not independently verified.";
  report.alt_text = "Map \"quoted\" <b>";
  report.long_description = {"A map with 1 numbered mark."};
  report.has_map = true;
  ReportNote note;
  note.number = 3;
  note.heading = "900 troops to <Port> #Sorrow";
  note.status = "Reported · 1 origin, 2 outlets";
  note.quotes = {{"They “left” </blockquote> *now*", "The Agency", "A", "Harbour Post", "3 Jun 2031", "https://example.org/a_b"}};
  note.responses = {"Denied by: Ministry"};
  note.differs = "The stories differ in quantity.";
  report.notes.push_back(note);
  report.conflicts = {{{3}, "They differ & more."}};
  report.sources = {{"k", "A", {3}, &article}};
  report.document_id = "0123456789ab";
  return report;
}

claims::ArticleRecord hostile_article() {
  claims::ArticleRecord article;
  article.file = "a.txt";
  article.title = "100% <i>sure</i>";
  article.url = "javascript:alert(1)";
  article.sha256 = std::string(64, 'a');
  return article;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page holds nobody else's markup and no script", "[pipeline]") {
  const auto article = hostile_article();
  const std::string html = write_report(hostile(article), ReportFormat::Html, {"", "<svg/>", "image/svg+xml"});
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(has(html, "default-src 'none'"));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "<i>"));
  CHECK_FALSE(has(html, "href=\"javascript"));
  CHECK(has(html, "&lt;script&gt;"));
  CHECK(has(html, "alt=\"Map &quot;quoted&quot; &lt;b&gt;\" src=\"data:image/svg+xml;base64,PHN2Zy8+\""));
  CHECK(has(html, "<li id=\"note-3\">"));
  CHECK(has(html, "<a href=\"#source-A\">"));
  CHECK(has(html, "(note <a href=\"#note-3\">3</a>)"));
}

TEST_CASE("Markdown shows markup as text", "[pipeline]") {
  const auto article = hostile_article();
  const std::string md = write_report(hostile(article), ReportFormat::Markdown, {"x-map.svg", "", ""});
  CHECK(md.starts_with("# \\<script\\>alert(1)\\</script\\> & \\\\input\\{x\\} \\[l\\](javascript:x) \\$5\n"));
  CHECK(has(md, "![Map \\\"quoted\\\" \\<b\\>](<x-map.svg>)"));
  CHECK(has(md, "### 3 · 900 troops to \\<Port\\> \\#Sorrow"));
  CHECK(has(md, "> — The Agency; [source A](<https://example.org/a_b>), Harbour Post, 3 Jun 2031"));
  CHECK_FALSE(has(md, "(<javascript"));
  CHECK(has(md, "- They differ & more. (Note 3)"));
}

TEST_CASE("Quarto gets front matter, a label and alt text", "[pipeline]") {
  const auto article = hostile_article();
  const std::string qmd = write_report(hostile(article), ReportFormat::Quarto, {"x-map.svg", "", ""});
  CHECK(qmd.starts_with("---\ntitle: \"<script>alert(1)</script> & \\\\input{x} [l](javascript:x) $5\"\n"));
  CHECK(has(qmd, "](<x-map.svg>){#fig-map fig-alt=\"Map \\\"quoted\\\" <b>\"}"));
}

TEST_CASE("LaTeX gets text, not commands, and balanced braces", "[pipeline]") {
  const auto article = hostile_article();
  const std::string tex = write_report(hostile(article), ReportFormat::Tex, {"x-map.pdf", "", ""});
  CHECK(has(tex, "\\textbackslash{}input\\{x\\}"));
  CHECK(has(tex, "alt={Map \\textquotedbl{}quoted\\textquotedbl{} <b>}]{x-map.pdf}"));
  CHECK(has(tex, "\\label{note-3}"));
  CHECK(has(tex, "\\item[A] a.txt") == false);
  CHECK(has(tex, "\\item[A] “100\\% <i>sure</i>”"));
  int depth = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') ++i;
    else if (tex[i] == '{') ++depth;
    else if (tex[i] == '}') --depth;
    REQUIRE(depth >= 0);
  }
  CHECK(depth == 0);
}

TEST_CASE("the ending chooses the format", "[pipeline]") {
  CHECK(report_format("a.MD") == ReportFormat::Markdown);
  CHECK(report_format("a.html") == ReportFormat::Html);
  CHECK(report_format("a.tex") == ReportFormat::Tex);
  CHECK(report_format("a.qmd") == ReportFormat::Quarto);
  CHECK_THROWS_AS(report_format("a.docx"), UsageError);
  CHECK(figure_format(ReportFormat::Tex) == PictureFormat::Pdf);
}
