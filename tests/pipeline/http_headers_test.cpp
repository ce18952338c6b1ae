#include "pipeline/detail/http_headers.hpp"

#include <catch2/catch.hpp>

using namespace dateline::pipeline::detail;
using Kind = RangeRequest::Kind;

TEST_CASE("If-None-Match takes lists, weak tags and the star", "[pipeline][http]") {
  CHECK(matches_etag("\"a\"", "\"a\""));
  CHECK(matches_etag("\"x\", W/\"a\" ,\"y\"", "\"a\""));
  CHECK(matches_etag(" * ", "\"a\""));
  CHECK_FALSE(matches_etag("", "\"a\""));
  CHECK_FALSE(matches_etag("\"ab\"", "\"a\""));
  CHECK_FALSE(matches_etag("a", "\"a\""));
}

TEST_CASE("gzip is sent only to those who say that they take it", "[pipeline][http]") {
  CHECK(accepts_gzip("gzip, deflate, br"));
  CHECK(accepts_gzip("br;q=1.0, GZip;q=0.5"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("identity"));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("gzip; q=0.000, *"));
  CHECK_FALSE(accepts_gzip("*;q=0"));
}

TEST_CASE("one range of bytes is a part of the file", "[pipeline][http]") {
  const auto range = [](const char* header) { return parse_range(header, 1000); };
  CHECK(range("bytes=0-126").range == ByteRange{0, 126});
  CHECK(range("bytes=990-").range == ByteRange{990, 999});
  CHECK(range("bytes=-10").range == ByteRange{990, 999});
  CHECK(range("bytes=-5000").range == ByteRange{0, 999});
  CHECK(range("Bytes = 5-5000").range == ByteRange{5, 999});
  CHECK(range("bytes=0-99999999999999999999999").range == ByteRange{0, 999});
  for (const char* header : {"bytes=0-126", "bytes=990-", "bytes=-10"}) CHECK(range(header).kind == Kind::Part);
}

TEST_CASE("a range behind the end is no part, and what is no range asks for the whole", "[pipeline][http]") {
  for (const char* header : {"bytes=1000-", "bytes=1000-2000", "bytes=99999999999999999999999-", "bytes=-0"}) {
    INFO(header);
    CHECK(parse_range(header, 1000).kind == Kind::Unsatisfiable);
  }
  for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=1-2,4-5", "lines=1-2", "bytes=0x1-2", "bytes=--1"}) {
    INFO(header);
    CHECK(parse_range(header, 1000).kind == Kind::Whole);
  }
  CHECK(parse_range("bytes=-1", 0).kind == Kind::Unsatisfiable);
  CHECK(parse_range("bytes=0-", 0).kind == Kind::Unsatisfiable);
}

TEST_CASE("a host is answered only if it is spelled like one", "[pipeline][http]") {
  CHECK(safe_host("127.0.0.1:8080") == "127.0.0.1:8080");
  CHECK(safe_host("[::1]:80") == "[::1]:80");
  CHECK(safe_host("maps.example.org") == "maps.example.org");
  for (const char* host : {"", "a b", "a/b", "a\"b", "a<b", "a@b", "a?b", "a{b}"}) CHECK_FALSE(safe_host(host).has_value());
  CHECK_FALSE(safe_host(std::string(300, 'a')).has_value());
}

TEST_CASE("numbers and localhost are this machine's own names, others are not", "[pipeline][http]") {
  for (const char* host : {"127.0.0.1", "127.0.0.1:8080", "localhost", "LocalHost:80", "[::1]:8080", "192.0.2.7"}) CHECK(names_machine_by_number(host));
  for (const char* host : {"", "example.org", "localhost.example.org", "127.0.0.1.example.org:80", "1a.2"}) CHECK_FALSE(names_machine_by_number(host));
}

TEST_CASE("what is logged has no line breaks and no control characters", "[pipeline][http]") {
  CHECK(printable("/a b\n\x1b[31m\"", 100) == "/a%20b%0A%1B[31m%22");
  CHECK(printable("/\xC3\xA4", 100) == "/%C3%A4");
  CHECK(printable("abcdef", 3) == "abc...");
}
