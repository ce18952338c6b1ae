#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "styles/style.hpp"

namespace dateline::styles::detail {

/// The JSON text being read, kept for error messages.
struct Document {
  std::string_view text;
  std::string file;
};

/// A value of the document together with its place (a JSON Pointer), so that every complaint names file, line and column.
class Node {
 public:
  Node(const Document& document, const nlohmann::json& value, std::string pointer)
      : document_(&document), value_(&value), pointer_(std::move(pointer)) {}

  /// Throws InputError at this value.
  [[noreturn]] void fail(const std::string& message, const std::string& hint = {}) const;

  [[nodiscard]] bool is_object() const { return value_->is_object(); }
  [[nodiscard]] bool is_array() const { return value_->is_array(); }
  [[nodiscard]] bool is_string() const { return value_->is_string(); }
  [[nodiscard]] bool is_number() const { return value_->is_number(); }
  [[nodiscard]] bool is_bool() const { return value_->is_boolean(); }
  [[nodiscard]] bool has(const std::string& name) const { return value_->is_object() && value_->contains(name); }
  [[nodiscard]] std::size_t size() const { return value_->size(); }

  // Each throws InputError if the value is not of that kind.
  [[nodiscard]] Node at(const std::string& name) const;
  [[nodiscard]] Node at(std::size_t index) const;
  [[nodiscard]] std::vector<std::string> keys() const;  ///< of an object, sorted
  [[nodiscard]] std::string string() const;
  [[nodiscard]] double number(double lowest, double highest) const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] Color color() const;
  [[nodiscard]] std::string one_of(const std::vector<std::string>& choices) const;
  /// Refuses members other than these.
  void allow_only(const std::vector<std::string>& names) const;
  void require_array(const std::string& what) const;

 private:
  const Document* document_;
  const nlohmann::json* value_;
  std::string pointer_;
};

/// Parses `document.text`; throws InputError at the byte where it stops being JSON or nests too deep.
[[nodiscard]] nlohmann::json parse_json(const Document& document);

}  // namespace dateline::styles::detail
