#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "claims/detail/ledger_reader.hpp"
#include "claims/detail/ledger_readers.hpp"
#include "claims/detail/ledger_references.hpp"

namespace dateline::claims::detail {

namespace {

namespace ondemand = simdjson::ondemand;

/// Thrown at whatever is unusual; the careful reader finds out what it is.
struct Unusual {};

/// The fields of one object, walked once from the first to the last.
class Fields {
 public:
  explicit Fields(ondemand::object object) : object_(object), next_(object_.begin()), end_(object_.end()) { load(); }

  /// The value of the field that is next, if it has this name.
  [[nodiscard]] ondemand::value* find(std::string_view name) { return open_ && key_ == name ? &value_ : nullptr; }
  void advance() {
    ++next_;
    load();
  }
  [[nodiscard]] bool at_end() const noexcept { return !open_; }

 private:
  void load() {
    open_ = next_ != end_;
    if (!open_) return;
    ondemand::field field = *next_;
    key_ = field.key();
    value_ = field.value();
  }

  ondemand::object object_;
  ondemand::object_iterator next_, end_;
  ondemand::raw_json_string key_;
  ondemand::value value_;
  bool open_ = false;
};

/// The archive that fills a record from an object in the order of describe().
class QuickReader {
 public:
  explicit QuickReader(ondemand::object object) : fields_(object) {}

  void text(const char* name, std::string& value, Presence presence) {
    ondemand::value* found = find(name, presence);
    if (found == nullptr) return;
    value.assign(std::string_view(found->get_string()));
    if (presence == Always && value.empty() && std::string_view(name) != "text" && std::string_view(name) != "file") throw Unusual{};
    fields_.advance();
  }
  void words(const char* name, std::vector<std::string>& values) {
    ondemand::value* found = find(name, IfSet);
    if (found == nullptr) return;
    for (auto item : found->get_array()) values.emplace_back(std::string_view(item.get_string()));
    fields_.advance();
  }
  void size(const char* name, std::size_t& value) {
    value = std::uint64_t(find(name, Always)->get_uint64());
    fields_.advance();
  }
  void integer(const char* name, int& value, Presence presence) {
    ondemand::value* found = find(name, presence);
    if (found == nullptr) return;
    constexpr std::int64_t kMost = 1'000'000;
    const std::int64_t number = found->get_int64();
    if (number < 0 || number > kMost) throw Unusual{};
    value = static_cast<int>(number);
    fields_.advance();
  }
  void number(const char* name, double& value) {
    value = to_number(*find(name, Always));
    fields_.advance();
  }
  void open_number(const char* name, std::optional<double>& value) {
    ondemand::value* found = find(name, Always);
    if (!found->is_null()) value = to_number(*found);
    fields_.advance();
  }
  void truth(const char* name, bool& value) {
    ondemand::value* found = find(name, IfSet);
    if (found == nullptr) return;
    value = found->get_bool();
    fields_.advance();
  }
  template <typename Enumeration, typename Names>
  void word(const char* name, Enumeration& value, const Names& names) {
    const std::string_view given = find(name, Always)->get_string();
    const auto known = std::find(names.begin(), names.end(), given);
    if (known == names.end()) throw Unusual{};
    value = static_cast<Enumeration>(known - names.begin());
    fields_.advance();
  }
  template <typename Record>
  void record(const char* name, Record& value, Presence presence) {
    ondemand::value* found = find(name, presence);
    if (found == nullptr) return;
    read(found->get_object(), value);
    fields_.advance();
  }
  template <typename Record>
  void optional_record(const char* name, std::optional<Record>& value) {
    ondemand::value* found = find(name, IfSet);
    if (found == nullptr) return;
    read(found->get_object(), value.emplace());
    fields_.advance();
  }
  template <typename Record>
  void records(const char* name, std::vector<Record>& values, Presence presence = IfSet) {
    ondemand::value* found = find(name, presence);
    if (found == nullptr) return;
    for (auto item : found->get_array()) read(item.get_object(), values.emplace_back());
    fields_.advance();
  }
  void box(const char* name, std::optional<geo::Box>& box) {
    ondemand::value* found = find(name, IfSet);
    if (found == nullptr) return;
    std::array<double, 4> sides{};
    std::size_t count = 0;
    for (auto item : found->get_array()) {
      if (count == sides.size()) throw Unusual{};
      sides[count++] = to_number(item.value());
    }
    if (count != sides.size()) throw Unusual{};
    box = geo::Box{sides[0], sides[1], sides[2], sides[3]};
    fields_.advance();
  }

  void finish() const {
    if (!fields_.at_end()) throw Unusual{};
  }

 private:
  template <typename Record>
  static void read(ondemand::object object, Record& record) {
    QuickReader reader(object);
    describe(reader, record);
    reader.finish();
    check_rules(Path{}, record);
  }

  ondemand::value* find(const char* name, Presence presence) {
    ondemand::value* found = fields_.find(name);
    if (found == nullptr && presence == Always) throw Unusual{};
    return found;
  }

  static double to_number(ondemand::value value) {
    const double number = value.get_double();
    if (!std::isfinite(number)) throw Unusual{};
    return number;
  }

  Fields fields_;
};

Ledger read_document(ondemand::document& document) {
  Ledger ledger;
  QuickReader reader(document.get_object());
  std::string schema, version;
  reader.text(kSchemaField, schema, IfSet);
  reader.text(kVersionField, version, Always);
  if (version != kVersion) throw Unusual{};
  reader.records("articles", ledger.articles, Always);
  reader.records("sources", ledger.sources, Always);
  reader.records("places", ledger.places, Always);
  reader.records("claims", ledger.claims, Always);
  reader.records("events", ledger.events, Always);
  reader.records("conflicts", ledger.conflicts, Always);
  reader.records("pins", ledger.pins, Always);
  reader.finish();
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw Unusual{};  // something follows the object
  return ledger;
}

}  // namespace

std::optional<Ledger> read_quickly(std::string_view json) {
  try {
    const simdjson::padded_string padded(json);  // the library reads some bytes past the end
    ondemand::parser parser;
    ondemand::document document = parser.iterate(padded);
    Ledger ledger = read_document(document);
    check_references(ledger);
    return ledger;
  } catch (const Unusual&) {
  } catch (const FieldError&) {
  } catch (const simdjson::simdjson_error&) {
  }
  return std::nullopt;
}

}  // namespace dateline::claims::detail
