#include "pipeline/citations.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/tex_text.hpp"

using namespace dateline;
using namespace dateline::pipeline;

namespace {

claims::ArticleRecord article(std::string id, char hash, std::string publisher, std::string title) {
  claims::ArticleRecord record;
  record.id = std::move(id);
  record.file = "wire/" + record.id + ".txt";
  record.sha256 = std::string(64, hash);
  record.publisher = std::move(publisher);
  record.title = std::move(title);
  return record;
}

claims::Ledger sample() {
  claims::Ledger ledger;
  ledger.articles = {article("s1", 'a', "Harbour Post & Co.", "Troops move 100% {soon}"), article("s2", 'b', "", "")};
  ledger.articles[0].published = "2031-06-03";
  ledger.articles[0].author = "R. Roe";
  ledger.articles[0].url = "https://example.org/a_b?c=1%202";
  for (const char* id : {"c1", "c2", "c3"}) {
    claims::Claim claim;
    claim.id = id;
    claim.article = std::string(id) == "c3" ? "s2" : "s1";
    ledger.claims.push_back(claim);
  }
  ledger.events = {{"e1", 1, claims::ClaimKind::Movement, claims::ClaimStatus::Reported, {"c1", "c3"}, {}, {}, {}}, {"e2", 4, claims::ClaimKind::Basing, claims::ClaimStatus::Reported, {"c2"}, {}, {}, {}}};
  return ledger;
}

}  // namespace

TEST_CASE("an entry names the letter of its source and the numbers of the map", "[pipeline]") {
  const auto ledger = sample();
  const auto citations = list_citations(ledger);
  REQUIRE(citations.size() == 2);
  CHECK(citation_note(citations[0]) == "Source A; notes 1 and 4");
  CHECK(citation_note(citations[1]) == "Source B; note 1");
}

TEST_CASE("keys stay when other stories come and go", "[pipeline]") {
  auto ledger = sample();
  CHECK(list_citations(ledger)[0].key == "harbour-post-co-2031-aaaa");
  CHECK(list_citations(ledger)[1].key == "s2-bbbb");
  ledger.articles.insert(ledger.articles.begin(), article("s0", 'c', "Other", ""));
  CHECK(list_citations(ledger)[1].key == "harbour-post-co-2031-aaaa");
}

TEST_CASE("two stories never share a key, even with one text", "[pipeline]") {
  claims::Ledger ledger;
  ledger.articles = {article("s1", 'a', "Post", ""), article("s2", 'a', "Post", ""), article("s3", 'a', "Post", "")};
  const auto citations = list_citations(ledger);
  CHECK(citations[0].key != citations[1].key);
  CHECK(citations[1].key != citations[2].key);
  CHECK(citations[0].key != citations[2].key);
}

TEST_CASE("BibTeX escapes what LaTeX would read as its own and keeps addresses whole", "[pipeline]") {
  const auto ledger = sample();
  const std::string bib = to_bibtex(ledger);
  CHECK(bib.starts_with("@misc{harbour-post-co-2031-aaaa,\n  author = {{R. Roe}},\n  title = {{Troops move 100\\% \\{soon\\}}},\n  howpublished = {Harbour Post \\& Co.},\n"
                        "  year = {2031},\n  month = jun,\n  day = {3},\n  date = {2031-06-03},\n  url = {https://example.org/a_b?c=1%202},\n"));
  CHECK(bib.find("note = {Source A; notes 1 and 4}") != std::string::npos);
}

TEST_CASE("CSL-JSON has date parts and leaves out what is not known", "[pipeline]") {
  const auto ledger = sample();
  const auto items = nlohmann::json::parse(to_csl_json(ledger));
  CHECK(items[0]["type"] == "article-newspaper");
  CHECK(items[0]["issued"]["date-parts"] == nlohmann::json::parse("[[2031, 6, 3]]"));
  CHECK(items[0]["author"][0]["literal"] == "R. Roe");
  CHECK_FALSE(items[1].contains("issued"));
  CHECK(items[1]["title"] == "s2.txt");
  CHECK(items[1]["note"] == "Source B; note 1");
}

TEST_CASE("braces and blanks of a hostile address cannot leave its field", "[pipeline]") {
  CHECK(plain_url("https://e.org/}\\end{document} x\n") == "https://e.org/%7D%5Cend%7Bdocument%7D%20x%0A");
  CHECK(tex_url("https://e.org/a_b#c%20") == "https://e.org/a\\_b\\#c\\%20");
  CHECK(tex_text("50% of $5 & #1_{x}~^\\") == "50\\% of \\$5 \\& \\#1\\_\\{x\\}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
  CHECK(tex_text("\"a\" `b` -- <<c>>") == "\\textquotedbl{}a\\textquotedbl{} \\textasciigrave{}b\\textasciigrave{} -{}- <{}<c>{}>");
}
