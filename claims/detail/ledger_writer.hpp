#pragma once

#include <nlohmann/json.hpp>

#include "claims/detail/ledger_fields.hpp"

namespace dateline::claims::detail {

using OrderedJson = nlohmann::ordered_json;

/// Fills one JSON object with the fields of a record.
class FieldWriter {
 public:
  explicit FieldWriter(OrderedJson& out) : out_(out) {}

  void text(const char* name, const std::string& value, Presence presence) {
    if (presence == Always || !value.empty()) out_[name] = value;
  }
  void words(const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) out_[name] = values;
  }
  void size(const char* name, std::size_t value) { out_[name] = value; }
  void integer(const char* name, int value, Presence presence) {
    if (presence == Always || value != 0) out_[name] = value;
  }
  void number(const char* name, double value) { out_[name] = to_number(value); }
  void open_number(const char* name, const std::optional<double>& value) {
    out_[name] = value ? to_number(*value) : OrderedJson(nullptr);
  }
  void truth(const char* name, bool value) {
    if (value) out_[name] = true;
  }
  template <typename Enumeration, typename Names>
  void word(const char* name, Enumeration value, const Names& names) {
    out_[name] = name_of(names, value);
  }
  template <typename Record>
  void record(const char* name, Record& value, Presence presence) {
    if (presence == Always) out_[name] = to_object(value);
  }
  template <typename Record>
  void optional_record(const char* name, std::optional<Record>& value) {
    if (value) out_[name] = to_object(*value);
  }
  template <typename Record>
  void records(const char* name, std::vector<Record>& values) {
    if (values.empty()) return;
    OrderedJson list = OrderedJson::array();
    for (Record& value : values) list.push_back(to_object(value));
    out_[name] = std::move(list);
  }
  void box(const char* name, const std::optional<geo::Box>& box) {
    if (box) out_[name] = {to_number(box->west), to_number(box->south), to_number(box->east), to_number(box->north)};
  }

  template <typename Record>
  static OrderedJson to_object(Record& value) {
    OrderedJson object = OrderedJson::object();
    FieldWriter writer(object);
    describe(writer, value);
    return object;
  }

  /// Whole numbers without ".0", so that 1500 soldiers look like 1500 soldiers.
  static OrderedJson to_number(double value) {
    constexpr double kExact = 9007199254740992.0;  // 2^53
    const bool whole = value >= -kExact && value <= kExact && value == static_cast<double>(static_cast<std::int64_t>(value));
    return whole ? OrderedJson(static_cast<std::int64_t>(value)) : OrderedJson(value);
  }

 private:
  OrderedJson& out_;
};

}  // namespace dateline::claims::detail
