#include "cli/option_table.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;
using namespace dateline::cli;

namespace {
struct Values {
  bool flag = false;
  std::string text = "old";
  std::string choice = "a";
  int count = 3;
  std::vector<std::string> files;
  OptionTable table;

  Values() {
    table.list("FILES", "FILES", files, "inputs");
    table.require();
    table.flag("-f,--flag", flag, "a flag");
    table.text("--text", "T", text, "a text");
    table.choice("--choice", "C", choice, {"a", "b"}, "a choice");
    table.integer("--count", "N", count, 1, 9, "a number");
  }
  std::string error(const std::vector<std::string>& arguments) {
    try {
      parse_arguments(table, "test", arguments);
    } catch (const UsageError& e) {
      return e.to_string();
    }
    return "";
  }
};
}  // namespace

TEST_CASE("arguments reach their targets and defaults stay", "[cli]") {
  Values v;
  CHECK(v.error({"x", "-f", "--count", "7", "-", "--text=a b"}).empty());
  CHECK(v.files == std::vector<std::string>{"x", "-"});
  CHECK(v.flag);
  CHECK(v.count == 7);
  CHECK(v.text == "a b");
  CHECK(v.choice == "a");
}

TEST_CASE("wrong arguments say what was expected", "[cli]") {
  CHECK(Values().error({}).find("FILES") != std::string::npos);
  CHECK(Values().error({"x", "--choice", "c"}).find("one of: a, b") != std::string::npos);
  CHECK(Values().error({"x", "--count", "10"}).find("between 1 and 9") != std::string::npos);
  CHECK(Values().error({"x", "--count", "2.5"}).find("whole number") != std::string::npos);
  CHECK(Values().error({"x", "--count", "many"}).find("whole number") != std::string::npos);
  CHECK(Values().error({"x", "--cuont", "2"}).find("did you mean --count?") != std::string::npos);
  CHECK(Values().error({"x", "--text"}).find("--text") != std::string::npos);
}
