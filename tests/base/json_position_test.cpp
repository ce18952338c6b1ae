#include "base/json_position.hpp"

#include <catch2/catch.hpp>

#include <string>

using dateline::find_json_value;

TEST_CASE("a JSON pointer leads to the bytes of its value", "[base]") {
  const std::string json = R"({"a": [1, {"b": "x\"]", "c/d": null}, []], "e~f": -2.5e3 , "g":{}})";
  const auto at = [&](const char* pointer) {
    const auto span = find_json_value(json, pointer);
    return span ? std::string(span->of(json)) : "(none)";
  };
  CHECK(at("") == json);
  CHECK(at("/a/0") == "1");
  CHECK(at("/a/1/b") == R"("x\"]")");
  CHECK(at("/a/1/c~1d") == "null");
  CHECK(at("/a/2") == "[]");
  CHECK(at("/e~0f") == "-2.5e3");
  CHECK(at("/g") == "{}");
  CHECK(at("/a/3") == "(none)");
  CHECK(at("/a/x") == "(none)");
  CHECK(at("/zz") == "(none)");
  CHECK(at("/a/0/b") == "(none)");
}

TEST_CASE("cut JSON never sends the scanner past the end", "[base]") {
  const std::string json = R"({"a": [1, {"b": "x\"]"}], "c": 2})";
  for (std::size_t length = 0; length <= json.size(); ++length) {
    const auto cut = json.substr(0, length);
    for (const char* pointer : {"/a/1/b", "/c", "/a/7"}) {
      if (const auto span = find_json_value(cut, pointer)) CHECK(span->start <= cut.size() + 2);
    }
  }
}
