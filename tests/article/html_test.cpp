#include <catch2/catch.hpp>

#include <string>

#include "article/reader.hpp"
#include "base/error.hpp"

using namespace dateline;
using article::Article;

namespace {

Article read(std::string_view page) { return article::read_article(page, "page.html", {}); }

const std::string kParagraph =
    "The engineers crossed the river on Sunday night and reached the old quarry before dawn, the harbour office said in a note.";

}  // namespace

TEST_CASE("a page gives its paragraphs and not its furniture", "[article]") {
  const Article story = read(
      "<!DOCTYPE html><html lang=en><head><title>Quarry | Post</title><style>p{}</style></head><body>"
      "<nav><p>Home page of the newspaper, sections and more.</p></nav><div class='main-content'>"
      "<h1>Engineers at quarry</h1><figure><img><figcaption>The quarry, seen from the air in spring.</figcaption></figure>"
      "<p>" + kParagraph + "</p><p>It rained&nbsp;all\n day &mdash; <a href=x>hard</a>.</p><h2>What next</h2><p>Nobody knows &amp; nobody asks.</p>"
      "<div class='related-stories'><p>Ten other stories that you may want to read today.</p></div></div>"
      "<div id=footer-links><p>All the small print of the company stands here.</p></div><script>var x = '<p>no</p>';</script></body></html>");
  CHECK(story.text == kParagraph + "\n\nIt rained all day \xE2\x80\x94 hard.\n\nWhat next\n\nNobody knows & nobody asks.");
  CHECK(story.metadata.title == "Engineers at quarry");
  CHECK(story.metadata.language == "en");
  CHECK(story.body == Span{0, story.text.size()});
}

TEST_CASE("lists of links are not the story", "[article]") {
  const Article story = read("<body><div><ul><li><a href=1>One long headline of another story in this paper.</a></li></ul><p>" +
                             kParagraph + "</p><p><a href=2>" + kParagraph + "</a></p></div></body>");
  CHECK(story.text == kParagraph);
}

TEST_CASE("metadata of a page, strongest first", "[article]") {
  const std::string linked =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"From the graph",)"
      R"("datePublished":"2031-06-07T01:02:03+09:00","author":[{"name":"A. Writer"},{"name":"B. Writer"}],"publisher":{"name":"Post"}}]}</script>)";
  const std::string meta =
      "<meta property='og:title' content='From meta'><meta property='article:published_time' content='2031-06-08'>"
      "<meta property='og:site_name' content='Daily'><link rel=canonical href='http://example.org/q'>";
  const std::string body = "<body><time datetime='2031-06-09'></time><p>" + kParagraph + "</p></body>";
  const Article strong = read("<html><head>" + linked + meta + "</head>" + body);
  CHECK(strong.metadata.title == "From the graph");
  CHECK(strong.metadata.author == "A. Writer, B. Writer");
  CHECK(strong.metadata.publisher == "Post");
  CHECK(strong.metadata.published->to_string() == "2031-06-07");
  CHECK(strong.metadata.published_basis == article::PublishedBasis::Metadata);
  CHECK(strong.metadata.url == "http://example.org/q");
  const Article middle = read("<html><head><script type='application/ld+json'>{broken</script>" + meta + "</head>" + body);
  CHECK(middle.metadata.title == "From meta");
  CHECK(middle.metadata.published->to_string() == "2031-06-08");
  CHECK(read(body).metadata.published->to_string() == "2031-06-09");
}

TEST_CASE("a furniture word in the name of the whole page does not empty it", "[article]") {
  CHECK(read("<body><div class='page-with-sidebar'><p>" + kParagraph + "</p></div></body>").text == kParagraph);
}

TEST_CASE("line breaks make paragraphs where a page has none", "[article]") {
  CHECK(read("<body><div>" + kParagraph + "<br><br>" + kParagraph + "</div></body>").text == kParagraph + "\n\n" + kParagraph);
}

TEST_CASE("damaged and hostile pages are read as far as possible", "[article]") {
  CHECK(read("<p>" + kParagraph + "<p>Unclosed <b>tags<p>It ended.").text.find("It ended.") != std::string::npos);
  std::string deep = "<html><body><p>" + kParagraph + "</p>";
  for (int i = 0; i < 50000; ++i) deep += "<div>";
  CHECK(read(deep + "<p>Far too deep.</p>").text.find(kParagraph) == 0);
  CHECK_THROWS_AS(read("<html><body><nav>Home</nav></body></html>"), InputError);
}

TEST_CASE("a page in another encoding is decoded", "[article]") {
  CHECK(read("<html><head><meta charset=windows-1252></head><body><p>The caf\xE9 at the harbour was closed on Sunday.</p></body>").text ==
        "The caf\xC3\xA9 at the harbour was closed on Sunday.");
}
