#include "base/utf8.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace dateline;

namespace {
/// The slow, obvious version: walk from the start.
std::size_t slow_code_points_before(const std::string& text, std::size_t offset) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = decode_at(text, i).length;
    if (i + length > offset) break;
    i += length;
    ++count;
  }
  return count;
}

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<int> length(0, 60);
  std::uniform_int_distribution<int> kind(0, 3);
  std::string text;
  for (int i = length(random); i > 0; --i) {
    constexpr char32_t samples[] = {U'a', U'é', U'한', U'🚢'};
    append_utf8(text, samples[kind(random)]);
  }
  return text;
}
}  // namespace

TEST_CASE("overlong forms, surrogates and values beyond Unicode are invalid", "[base]") {
  for (const std::string bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\x80", "\xC3"}) {
    CAPTURE(bytes.size());
    CHECK_FALSE(is_valid_utf8(bytes));
  }
  CHECK(is_valid_utf8("Ussuriysk Уссурийск 우수리스크 🚢"));
}

TEST_CASE("each run of damage becomes one replacement character", "[base]") {
  const auto repaired = repair_utf8("ab\xE2\x82" "c\xFF");
  CHECK(repaired.text == "ab\xEF\xBF\xBD" "c\xEF\xBF\xBD");
  CHECK(repaired.replaced == 2);
  CHECK(repair_utf8("plain").replaced == 0);
}

TEST_CASE("the code-point index agrees with walking the text", "[base]") {
  const unsigned seed = 20241018;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    const std::string text = random_text(random);
    const CodePointIndex index(text);
    REQUIRE(index.size() == count_code_points(text));
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      REQUIRE(index.to_code_points(byte) == slow_code_points_before(text, byte));
    }
    for (std::size_t point = 0; point <= index.size(); ++point) {
      REQUIRE(index.to_code_points(index.to_bytes(point)) == point);
    }
  }
}

TEST_CASE("UTF-16 of either byte order becomes UTF-8", "[base]") {
  using namespace std::string_view_literals;
  CHECK(dateline::utf8_from_utf16("\xFF\xFE" "a\0\xAC\x20\x3D\xD8\x00\xDE"sv) == "a\xE2\x82\xAC\xF0\x9F\x98\x80");
  CHECK(dateline::utf8_from_utf16("\xFE\xFF" "\0a\x20\xAC\xD8\x3D\xDE\x00"sv) == "a\xE2\x82\xAC\xF0\x9F\x98\x80");
  CHECK(dateline::utf8_from_utf16("\xFF\xFE" "\x3D\xD8" "a\0b"sv) == "\xEF\xBF\xBD" "a");
  CHECK(dateline::utf8_from_utf16("\xFF\xFE"sv).empty());
}
