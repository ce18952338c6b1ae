#include "styles/detail/style_document.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/json_position.hpp"
#include "base/limits.hpp"
#include "base/source_position.hpp"
#include "base/suggest.hpp"

namespace dateline::styles::detail {

namespace {

[[noreturn]] void fail_at(const Document& document, std::size_t offset, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position(position_at(document.text, offset, document.file), std::string(line_at(document.text, offset)));
  throw error;
}

// RFC 6901 escapes.
std::string escape_pointer(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::string shortened(const std::string& text) { return text.size() <= 40 ? text : text.substr(0, 37) + "..."; }

std::string kind_of(const nlohmann::json& value) {
  if (value.is_string()) return "the text \"" + shortened(value.get<std::string>()) + '"';
  if (value.is_object()) return "an object";
  if (value.is_array()) return "an array";
  return shortened(value.dump());
}

std::string number_text(double value) {
  return value == std::round(value) ? std::to_string(static_cast<long long>(value)) : std::to_string(value);
}

}  // namespace

void Node::fail(const std::string& message, const std::string& hint) const {
  const auto span = find_json_value(document_->text, pointer_);
  fail_at(*document_, span ? span->start : 0, message, hint);
}

Node Node::at(const std::string& name) const {
  if (!value_->is_object()) fail("expected an object here, found " + kind_of(*value_));
  const auto found = value_->find(name);
  if (found == value_->end()) fail("\"" + name + "\" is missing here");
  return {*document_, *found, pointer_ + '/' + escape_pointer(name)};
}

Node Node::at(std::size_t index) const {
  if (!value_->is_array() || index >= value_->size()) fail("expected a longer array here");
  return {*document_, (*value_)[index], pointer_ + '/' + std::to_string(index)};
}

std::vector<std::string> Node::keys() const {
  if (!value_->is_object()) fail("expected an object here, found " + kind_of(*value_));
  std::vector<std::string> names;
  for (const auto& [name, value] : value_->items()) names.push_back(name);
  return names;
}

std::string Node::string() const {
  if (!value_->is_string()) fail("expected a text here, found " + kind_of(*value_));
  return value_->get<std::string>();
}

double Node::number(double lowest, double highest) const {
  const bool good = value_->is_number() && value_->get<double>() >= lowest && value_->get<double>() <= highest;
  if (!good) {
    fail("expected a number from " + number_text(lowest) + " to " + number_text(highest) + ", found " + kind_of(*value_));
  }
  return value_->get<double>();
}

bool Node::boolean() const {
  if (!value_->is_boolean()) fail("expected true or false here, found " + kind_of(*value_));
  return value_->get<bool>();
}

Color Node::color() const {
  if (!value_->is_string()) {
    fail("expected a colour here, found " + kind_of(*value_), "colours are constants such as \"#d5e0e8\" (style format 4)");
  }
  try {
    return parse_color(value_->get<std::string>());
  } catch (const InputError& error) {
    fail(error.what(), error.hint());
  }
}

std::string Node::one_of(const std::vector<std::string>& choices) const {
  const std::string word = string();
  if (std::find(choices.begin(), choices.end(), word) == choices.end()) {
    fail('"' + shortened(word) + "\" is not a value that can stand here", did_you_mean(word, choices));
  }
  return word;
}

void Node::allow_only(const std::vector<std::string>& names) const {
  for (const std::string& name : keys()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      at(name).fail("\"" + shortened(name) + "\" is outside the style format's subset", did_you_mean(name, names));
    }
  }
}

void Node::require_array(const std::string& what) const {
  if (!value_->is_array()) fail("expected " + what + " here, found " + kind_of(*value_));
}

nlohmann::json parse_json(const Document& document) {
  const auto limit_depth = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > limits::max_json_depth) {
      fail_at(document, 0, "the style nests deeper than " + std::to_string(limits::max_json_depth) + " levels", "");
    }
    return true;
  };
  try {
    return nlohmann::json::parse(document.text, limit_depth);
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    fail_at(document, std::min(offset, document.text.size()), "this is not valid JSON",
            "JSON has no comments and no comma after the last member");
  }
}

}  // namespace dateline::styles::detail
