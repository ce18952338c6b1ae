#include <cstdlib>

#include <catch2/catch.hpp>

#include "render/detail/link_boxes.hpp"
#include "render/detail/pdf_repair.hpp"
#include "render/write.hpp"
#include "tests/render/support/command.hpp"
#include "tests/render/support/sample_page.hpp"

using namespace dateline;
using namespace dateline::render;
using dateline::render::test::run;
using dateline::render::test::sample_page;
using Catch::Matchers::Contains;

namespace {

/// Sets an environment variable for one scope.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~Environment() { unsetenv(name_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("a PDF with links is clean for a strict reader", "[render]") {
  if (!test::has_program("qpdf")) return;
  const test::ScratchFolder folder;
  const auto result = run("qpdf --check " + folder.file("page.pdf", write_pdf({sample_page(), sample_page()})));
  INFO(result.output);
  CHECK(result.status == 0);
}

TEST_CASE("text can be copied from a PDF and its fonts are inside", "[render]") {
  if (!test::has_program("pdftotext") || !test::has_program("pdffonts")) return;
  const test::ScratchFolder folder;
  const std::string path = folder.file("page.pdf", write_pdf({sample_page()}));
  CHECK_THAT(run("pdftotext " + path + " -").output, Contains("Hamburg – Tórshavn") && Contains("Хабаровск, Ґанок") && Contains("1,500 to 12,000"));
  CHECK_THAT(run("pdffonts " + path).output, Contains("OpenSans") && Contains("Identity-H"));
  CHECK_THAT(run("pdfinfo " + path).output, Contains("Every kind of item") && Contains("480 x 360 pts") && Contains("document 0123456789abcdef"));
}

TEST_CASE("a PDF has no date unless SOURCE_DATE_EPOCH gives one", "[render]") {
  const std::string without = write_pdf({sample_page()});
  CHECK(without.find("/CreationDate") == std::string::npos);
  CHECK(without.find("/ModDate") == std::string::npos);
  CHECK(without == write_pdf({sample_page()}));
  const Environment environment("SOURCE_DATE_EPOCH", "1700000000");
  const std::string dated = write_pdf({sample_page()});
  CHECK(dated.size() == without.size());   // no byte moves
  CHECK_THAT(dated, Contains("/CreationDate (D:20231114221320Z)"));
  CHECK(dated == write_pdf({sample_page()}));
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no time is ignored", "[render]") {
  for (const char* value : {"", "yesterday", "-1", "17e8", "99999999999999999999", "253402300800"}) {
    const Environment environment("SOURCE_DATE_EPOCH", value);
    CHECK(write_pdf({sample_page()}).find("/CreationDate") == std::string::npos);
  }
}

TEST_CASE("links cover words and badges, not the box of a long line", "[render]") {
  const detail::PangoEngine engine({"Open Sans"});
  PathItem line = test::shape({MoveTo{{0, 0}}, LineTo{{500, 400}}});
  line.stroke = Stroke{};
  PathItem badge = test::shape(test::box_path(10, 10, 20, 20));
  badge.fill = styles::Color{};
  const BeginGroup group{"a", "", "", "", "https://example.org"};
  DisplayList items{group, line, badge, test::words("word", {100, 50}), EndGroup{}, badge};
  const auto boxes = detail::link_boxes(items, 0, engine);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0] == PageBox{10, 10, 30, 30});
  CHECK(boxes[1].left == Approx(100));
  CHECK(boxes[1].bottom > 50);
  CHECK(detail::link_boxes({group, line, EndGroup{}}, 0, engine) == std::vector<PageBox>{{0, 0, 500, 400}});
  CHECK(detail::link_boxes({group}, 0, engine).empty());
}

TEST_CASE("mending leaves a healthy file alone and survives what is no PDF", "[render]") {
  std::string pdf = "%PDF-1.5\n1 0 obj\nendobj\n";
  const std::size_t table = pdf.size();
  pdf += "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000011 00000 n \ntrailer\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  std::string mended = pdf;
  detail::repair_cross_references(mended);
  CHECK(mended.size() == pdf.size());
  CHECK_THAT(mended, Contains("0000000009 00000 n \n0000000000 65535 f \n"));
  for (const char* text : {"", "startxref", "startxref\n0\n", "startxref\n99999999999999999999\n", "xref\n0 9\nstartxref\n0\n", "xref\n\nstartxref\n0\n", "/CreationDate (D:20"}) {
    std::string broken = text;
    detail::repair_cross_references(broken);
    detail::set_dates(broken, "");
    CHECK(broken.size() == std::string(text).size());
  }
}

TEST_CASE("the PDF passes the outside check", "[render]") {
  const auto checker = test::find_checker("check_pdf.sh");
  if (!checker) return;
  const test::ScratchFolder folder;
  const auto result = run(*checker + " --title --no-images --deterministic --pages 1 --expect 'Norwegian Sea' --link 'https://example.org/story?a=1&b=2' " +
                          folder.file("page.pdf", write_pdf({sample_page()})));
  INFO(result.output);
  CHECK((result.status == 0 || result.status == 3));   // 3: a program it needs is not installed
}
