#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/suggest.hpp"
#include "claims/detail/ledger_fields.hpp"

namespace dateline::claims::detail {

using Json = nlohmann::json;

/// Where a value stands in the ledger, as a chain of names and indices; costs nothing until somebody asks for the pointer.
struct Path {
  const Path* parent = nullptr;
  std::string_view name;
  std::size_t index = 0;
  bool is_index = false;

  /// RFC 6901: "/claims/3/quote".
  [[nodiscard]] std::string pointer() const {
    return (parent == nullptr ? "" : parent->pointer()) + "/" + (is_index ? std::to_string(index) : std::string(name));
  }
};

/// What is wrong with one value of the ledger; the caller turns the pointer into line and column.
struct FieldError {
  std::string pointer;
  std::string message;
  std::string hint;
};

[[noreturn]] inline void fail(const Path& path, std::string message, std::string hint) {
  throw FieldError{path.pointer(), std::move(message), std::move(hint)};
}

/// "a list", "the text \"abc\"": what was found, for messages.
[[nodiscard]] std::string describe_value(const Json& value);

/// What a record must obey beyond the types of its fields (ledger_rules.cpp). Throws FieldError.
void check_rules(const Path& path, const TextSpan& span);
void check_rules(const Path& path, const Quote& quote);
void check_rules(const Path& path, const QuantityOf& quantity);
void check_rules(const Path& path, const Credibility& credibility);
void check_rules(const Path& path, const ArticleRecord& article);
void check_rules(const Path& path, const PlaceRecord& place);
void check_rules(const Path& path, const Event& event);
template <typename Record>
void check_rules(const Path& path, const Record& record) {
  if constexpr (requires { record.span; }) check_rules(path, record.span);
}

/// Takes the fields of a record out of one JSON object and refuses whatever else it holds.
class FieldReader {
 public:
  FieldReader(const Json& object, const Path& path) : object_(object), path_(path) {
    if (!object.is_object()) fail(path, "expected an object, found " + describe_value(object), "write { ... } with named fields");
  }

  void text(const char* name, std::string& value, Presence presence) {
    if (const Json* found = find(name, presence)) {
      if (!found->is_string()) wrong(name, "text in quotation marks", *found);
      value = found->get<std::string>();
      if (presence == Always && value.empty() && std::string_view(name) != "text" && std::string_view(name) != "file") {
        fail(at(name), "\"" + std::string(name) + "\" is empty", "give it a value");
      }
    }
  }
  void words(const char* name, std::vector<std::string>& values) {
    const Json* found = find(name, IfSet);
    if (found == nullptr) return;
    if (!found->is_array()) wrong(name, "a list", *found);
    const Path list = at(name);
    for (std::size_t i = 0; i < found->size(); ++i) {
      const Json& item = (*found)[i];
      if (!item.is_string()) fail({&list, {}, i, true}, "expected text in quotation marks, found " + describe_value(item), "quote it");
      values.push_back(item.get<std::string>());
    }
  }
  void size(const char* name, std::size_t& value) {
    const Json* found = find(name, Always);
    if (!found->is_number_unsigned()) wrong(name, "a whole number, 0 or more", *found);
    value = found->get<std::size_t>();
  }
  void integer(const char* name, int& value, Presence presence) {
    if (const Json* found = find(name, presence)) {
      constexpr std::int64_t kMost = 1'000'000;
      if (!found->is_number_integer() || found->get<std::int64_t>() < 0 || found->get<std::int64_t>() > kMost) {
        wrong(name, "a whole number from 0 to 1000000", *found);
      }
      value = found->get<int>();
    }
  }
  void number(const char* name, double& value) { value = to_number(name, *find(name, Always)); }
  void open_number(const char* name, std::optional<double>& value) {
    const Json* found = find(name, Always);
    if (!found->is_null()) value = to_number(name, *found);
  }
  void truth(const char* name, bool& value) {
    if (const Json* found = find(name, IfSet)) {
      if (!found->is_boolean()) wrong(name, "true or false", *found);
      value = found->get<bool>();
    }
  }
  template <typename Enumeration, typename Names>
  void word(const char* name, Enumeration& value, const Names& names) {
    const Json* found = find(name, Always);
    if (!found->is_string()) wrong(name, "text in quotation marks", *found);
    const auto& given = found->template get_ref<const std::string&>();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (given == names[i]) {
        value = static_cast<Enumeration>(i);
        return;
      }
    }
    fail(at(name), "unknown " + std::string(name) + " \"" + given + "\"", did_you_mean(given, std::vector<std::string_view>{names.begin(), names.end()}));
  }
  template <typename Record>
  void record(const char* name, Record& value, Presence presence) {
    if (const Json* found = find(name, presence)) read(*found, at(name), value);
  }
  template <typename Record>
  void optional_record(const char* name, std::optional<Record>& value) {
    if (const Json* found = find(name, IfSet)) read(*found, at(name), value.emplace());
  }
  template <typename Record>
  void records(const char* name, std::vector<Record>& values) {
    const Json* found = find(name, IfSet);
    if (found == nullptr) return;
    if (!found->is_array()) wrong(name, "a list", *found);
    const Path list = at(name);
    for (std::size_t i = 0; i < found->size(); ++i) read((*found)[i], {&list, {}, i, true}, values.emplace_back());
  }
  void box(const char* name, std::optional<geo::Box>& box) {
    const Json* found = find(name, IfSet);
    if (found == nullptr) return;
    if (!found->is_array() || found->size() != 4) wrong(name, "[west, south, east, north]", *found);
    box = geo::Box{to_number(name, (*found)[0]), to_number(name, (*found)[1]), to_number(name, (*found)[2]), to_number(name, (*found)[3])};
  }

  /// Refuses fields that no archive call asked for.
  void finish() const {
    for (const auto& [key, value] : object_.items()) {
      if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
      fail(at(key), "unknown field \"" + key + "\"", did_you_mean(key, known_));
    }
  }

  template <typename Record>
  static void read(const Json& object, const Path& path, Record& record) {
    FieldReader reader(object, path);
    describe(reader, record);
    reader.finish();
    check_rules(path, record);
  }

 private:
  [[nodiscard]] Path at(std::string_view name) const { return {&path_, name, 0, false}; }

  const Json* find(const char* name, Presence presence) {
    known_.emplace_back(name);
    const auto found = object_.find(name);
    if (found != object_.end()) return &*found;
    if (presence == Always) fail(path_, "the field \"" + std::string(name) + "\" is missing", "add it; every " + owner() + " has one");
    return nullptr;
  }
  [[nodiscard]] std::string owner() const {
    const Path& named = path_.is_index && path_.parent != nullptr ? *path_.parent : path_;
    std::string name(named.name);
    if (path_.is_index && name.ends_with('s')) name.pop_back();
    return name;
  }
  [[noreturn]] void wrong(const char* name, const char* expected, const Json& found) const {
    fail(at(name), "\"" + std::string(name) + "\" must be " + expected + ", found " + describe_value(found), "see docs/formats/ledger.md");
  }
  double to_number(const char* name, const Json& value) const {
    if (!value.is_number() || !std::isfinite(value.get<double>())) wrong(name, "a number", value);
    return value.get<double>();
  }

  const Json& object_;
  const Path& path_;
  std::vector<std::string_view> known_;
};

}  // namespace dateline::claims::detail
