#include <catch2/catch.hpp>

#include <fstream>
#include <nlohmann/json.hpp>

#include "claims/detail/ledger_fields.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline;
using namespace dateline::claims;
using Json = nlohmann::ordered_json;

namespace {

const Json& schema() {
  static const Json loaded = [] {
    std::ifstream in(std::string(DATELINE_SOURCE_DIR) + "/docs/formats/ledger.schema.json");
    return Json::parse(in);
  }();
  return loaded;
}

/// Collects what the writer and the reader know about a record, in the words of JSON Schema.
class FieldLister {
 public:
  std::vector<std::string> names, required;
  std::vector<std::pair<std::string, std::vector<std::string>>> enumerations;

  void text(const char* name, const std::string&, detail::Presence presence) { add(name, presence == detail::Always); }
  void words(const char* name, const std::vector<std::string>&) { add(name, false); }
  void size(const char* name, std::size_t) { add(name, true); }
  void integer(const char* name, int, detail::Presence presence) { add(name, presence == detail::Always); }
  void number(const char* name, double) { add(name, true); }
  void open_number(const char* name, const std::optional<double>&) { add(name, true); }
  void truth(const char* name, bool) { add(name, false); }
  template <typename Enumeration, typename Names>
  void word(const char* name, Enumeration, const Names& values) {
    add(name, true);
    enumerations.emplace_back(name, std::vector<std::string>(values.begin(), values.end()));
  }
  template <typename Record>
  void record(const char* name, Record&, detail::Presence presence) { add(name, presence == detail::Always); }
  template <typename Record>
  void optional_record(const char* name, std::optional<Record>&) { add(name, false); }
  template <typename Record>
  void records(const char* name, std::vector<Record>&) { add(name, false); }
  void box(const char* name, const std::optional<geo::Box>&) { add(name, false); }

 private:
  void add(const char* name, bool always) {
    names.emplace_back(name);
    if (always) required.emplace_back(name);
  }
};

std::vector<std::string> strings_of(const Json& list) { return list.get<std::vector<std::string>>(); }

template <typename Record>
void compare(const char* definition, Record record) {
  CAPTURE(definition);
  FieldLister fields;
  detail::describe(fields, record);
  const Json& written = schema()["$defs"][definition];
  std::vector<std::string> names;
  for (const auto& [name, value] : written["properties"].items()) names.push_back(name);
  CHECK(names == fields.names);
  CHECK(strings_of(written["required"]) == fields.required);
  CHECK(written["additionalProperties"] == false);
  for (const auto& [name, values] : fields.enumerations) CHECK(strings_of(written["properties"][name]["enum"]) == values);
}

/// As much of JSON Schema as our schema uses.
void validate(const Json& value, const Json& rule, const std::string& where) {
  CAPTURE(where);
  if (rule.contains("$ref")) {
    const std::string ref = rule["$ref"];
    return validate(value, schema()["$defs"][ref.substr(ref.rfind('/') + 1)], where);
  }
  if (rule.contains("enum")) CHECK(std::find(rule["enum"].begin(), rule["enum"].end(), value) != rule["enum"].end());
  if (rule.contains("const")) CHECK(value == rule["const"]);
  if (!rule.contains("type")) return;
  if (rule["type"] == "string") CHECK(value.is_string());
  if (rule["type"] == "number") CHECK(value.is_number());
  if (rule["type"] == "integer") CHECK(value.is_number_integer());
  if (rule["type"] == "boolean") CHECK(value.is_boolean());
  if (rule["type"] == "array") {
    REQUIRE(value.is_array());
    for (std::size_t i = 0; i < value.size(); ++i) validate(value[i], rule["items"], where + "/" + std::to_string(i));
  }
  if (rule["type"] != "object") return;
  REQUIRE(value.is_object());
  for (const auto& name : rule["required"]) CHECK(value.contains(name.get<std::string>()));
  for (const auto& [name, member] : value.items()) {
    REQUIRE(rule["properties"].contains(name));
    validate(member, rule["properties"][name], where + "/" + name);
  }
}

}  // namespace

TEST_CASE("the JSON Schema lists the fields that are written and read", "[claims]") {
  compare("span", TextSpan{});
  compare("quote", Quote{});
  compare("cue", Cue{});
  compare("actor", Actor{});
  compare("force", Force{});
  compare("quantity", QuantityOf{});
  compare("place_ref", PlaceRef{});
  compare("when", When{});
  compare("attribution", Attribution{});
  compare("response", Response{});
  compare("credibility", Credibility{});
  compare("review", Review{});
  compare("article", ArticleRecord{});
  compare("source", SourceRecord{});
  compare("alternative", AlternativeRecord{});
  compare("place", PlaceRecord{});
  compare("claim", Claim{});
  compare("event", Event{});
  compare("conflict", Conflict{});
  compare("pin", Pin{});
}

TEST_CASE("written ledgers obey the JSON Schema", "[claims]") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    validate(Json::parse(to_json(samples::random_ledger(seed))), schema(), "");
  }
}
