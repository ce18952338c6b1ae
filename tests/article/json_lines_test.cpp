#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "article/reader.hpp"
#include "base/error.hpp"

using namespace dateline;
using article::Article;

namespace {

struct Streamed {
  std::vector<Article> stories;
  Diagnostics problems;
};

Streamed stream(const std::string& lines) {
  std::istringstream in(lines);
  Streamed result;
  const std::size_t count = article::stream_json_lines(
      in, "feed.jsonl", {}, [&](Article&& story) { result.stories.push_back(std::move(story)); },
      [&](const Diagnostic& problem) { result.problems.push_back(problem); });
  CHECK(count == result.stories.size());
  return result;
}

}  // namespace

TEST_CASE("each line of JSON Lines is a story", "[article]") {
  const Streamed got = stream(
      "{\"id\": 7, \"text\": \"The fleet sailed.\", \"title\": \"Ships\", \"published\": \"2031-05-06\"}\n\n"
      "{\"text\": \"date 2031-04-01 It came back.\", \"published\": \"\", \"lang\": \"en\"}\r\n");
  REQUIRE(got.stories.size() == 2);
  CHECK(got.stories[0].id == "7");
  CHECK(got.stories[0].metadata.published->to_string() == "2031-05-06");
  CHECK(got.stories[1].body.of(got.stories[1].text) == "It came back.");
  CHECK(got.stories[1].metadata.published_basis == article::PublishedBasis::Text);
  CHECK(got.stories[1].metadata.language == "en");
  CHECK(got.problems.empty());
}

TEST_CASE("a bad line is reported with its place and skipped", "[article]") {
  const Streamed got = stream("{\"text\": \"One.\"}\n{\"text\": \"Two.\",]\n{\"title\": \"x\"}\n[1]\n{\"text\": \"Three.\"}\n{\"text\": \"cut");
  REQUIRE(got.stories.size() == 2);
  REQUIRE(got.problems.size() == 4);
  CHECK(got.problems[0].position == SourcePosition{"feed.jsonl", 2, 17});
  CHECK(got.problems[1].message == "the story has no \"text\"");
  CHECK(got.problems[1].position.line == 3);
  CHECK(got.problems[2].message == "expected a JSON object, found array");
  CHECK(got.problems[3].message == "the JSON ends too early");
}

TEST_CASE("deep nesting is refused", "[article]") {
  const Streamed got = stream("{\"text\": " + std::string(100000, '[') + "\n{\"text\": \"Fine.\"}\n");
  CHECK(got.stories.size() == 1);
  CHECK(got.problems.size() == 1);
}

TEST_CASE("a page inside a line is read as a page", "[article]") {
  const Streamed got = stream(R"({"text": "<p>The fleet sailed on Sunday, and nobody has seen it since that day.</p><script>x()</script>"})");
  REQUIRE(got.stories.size() == 1);
  CHECK(got.stories[0].text == "The fleet sailed on Sunday, and nobody has seen it since that day.");
}

TEST_CASE("one object spread over lines is one story", "[article]") {
  const Article story = article::read_article("{\n  \"text\": \"The fleet sailed.\",\n  \"publisher\": \"Post\"\n}\n", "story.json", {});
  CHECK(story.text == "The fleet sailed.");
  CHECK(story.metadata.publisher == "Post");
  CHECK(story.file == "story.json");
}
