#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "claims/span_record.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::test::extract;

namespace {

constexpr unsigned seed = 20241018;

/// The words between two code points, counted the slow and obvious way.
std::string slice(const std::string& text, std::size_t start, std::size_t end) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto point = decode_at(text, i);
    if (count >= start && count < end) out += text.substr(i, point.length);
    i += point.length;
    ++count;
  }
  return out;
}

void check_quotes(const std::string& text, const claims::Extraction& extraction) {
  for (const auto& claim : extraction.claims) {
    CHECK(slice(text, claim.quote.start, claim.quote.end) == claim.quote.exact);
    CHECK_FALSE(claim.quote.exact.empty());
    for (const auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
      for (const auto& place : *list) CHECK(slice(text, place.span.start, place.span.end) == place.span.text);
    }
    for (const auto& link : claim.attribution) CHECK(slice(text, link.span.start, link.span.end) == link.span.text);
    for (const auto& response : claim.responses) CHECK(slice(text, response.quote.start, response.quote.end) == response.quote.exact);
    if (claim.quantity) CHECK(slice(text, claim.quantity->span.start, claim.quantity->span.end) == claim.quantity->span.text);
    if (claim.when) CHECK(slice(text, claim.when->span.start, claim.when->span.end) == claim.when->span.text);
  }
}

/// Words that the rules react to, marks that damage text, and letters of other scripts.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts{
      "troops", "1,500", "soldiers", "sent", "was", "were", "to", "from", "Goma", "Kyiv", "Russia's", "North Korean", "plans", "they", "them", "where", ",", ".", ";",
      "“", "”", "\"", "(", ")", "—", "…", "and", "that", "who", "said", "accused", "of", "sending", "not", "will", "be", "deployed", "in", "the", "on Friday", "withdrew",
      "brigades", "артиллерия", "军队", "é", "\xF0\x9F\x9A\x80", "\n\n", "-", "’s", "shells", "supplied", "there", "are", "if", "have", "denied", "dozens of", "by", "ships",
      "between October 8 and 13", "it", "\u200B", "A", "NATO", "%", "Chad sent 300 soldiers to Goma", "Two brigades were moved to Kyiv", "where they are training", "Turkey supplied shells to Libya",
      "rebels entered Bangui", "\t", "according to", "including", "has", "Vladivostok", "Russia"};
  std::string text;
  const auto words = 1 + random() % 60;
  for (unsigned i = 0; i < words; ++i) {
    text += parts[random() % parts.size()];
    if (random() % 8 != 0) text += ' ';
  }
  return text;
}

std::string random_code_points(std::mt19937& random) {
  std::string text;
  const auto count = random() % 200;
  for (unsigned i = 0; i < count; ++i) {
    auto value = static_cast<char32_t>(random() % 4 == 0 ? random() % 0x10FFFF : random() % 0x250);
    if (value >= 0xD800 && value < 0xE000) value = 0xFFFD;
    append_utf8(text, value == 0 ? U' ' : value);
  }
  return text;
}

}  // namespace

TEST_CASE("quotes and spans equal the text at their offsets for any words in any order", "[claims][extract]") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::size_t claims_seen = 0;
  for (int round = 0; round < 1500; ++round) {
    const auto text = random_text(random);
    INFO(text);
    const auto found = extract(text);
    claims_seen += found.claims.size();
    check_quotes(text, found);
  }
  CHECK(claims_seen > 50);  // else the test looks at nothing
}

TEST_CASE("extraction survives arbitrary code points", "[claims][extract]") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 500; ++round) {
    const auto text = random_code_points(random);
    check_quotes(text, extract(text));
  }
  CHECK(extract("").claims.empty());
  CHECK(extract(" ").claims.empty());
}

TEST_CASE("a sentence without end does not stop the extraction", "[claims][extract]") {
  std::string text = "Chad sent 300 soldiers";
  for (int i = 0; i < 20'000; ++i) text += " to Goma and";
  const auto found = extract(text);
  check_quotes(text, found);
}

TEST_CASE("the same story gives the same claims and ids twice", "[claims][extract]") {
  const std::string text = "Chad has sent 300 soldiers to Bangui and plans to move them to Bria, the defence minister said on Friday. The minister denied sending tanks.";
  const auto first = extract(text);
  const auto second = extract(text);
  REQUIRE(first.claims.size() >= 2);
  CHECK(first.claims == second.claims);
  CHECK(first.claims[0].id != first.claims[1].id);
  CHECK(claims::to_span_record(first, "x") == claims::to_span_record(second, "x"));
}
