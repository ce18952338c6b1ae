#include "render/tile_filter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dateline::render {

namespace {

const geo::FieldValue no_value;

const geo::FieldValue& value_of(const geo::Feature& feature, std::optional<std::size_t> field) noexcept {
  return field && *field < feature.values.size() ? feature.values[*field] : no_value;
}

struct ToText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    if (!std::isfinite(number)) return {};
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
  }
  std::string operator()(const CivilDate& date) const { return date.to_string(); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

bool holds(const styles::Comparison& comparison, const geo::FieldValue& value) {
  using Test = styles::Comparison::Test;
  if (comparison.test == Test::Not) return property_text(value) != comparison.text;
  const auto number = property_number(value);
  if (!number) return false;
  switch (comparison.test) {
    case Test::Less: return *number < comparison.number;
    case Test::AtMost: return *number <= comparison.number;
    case Test::More: return *number > comparison.number;
    case Test::AtLeast: return *number >= comparison.number;
    case Test::Not: break;
  }
  return false;
}

}  // namespace

std::string property_text(const geo::FieldValue& value) { return std::visit(ToText{}, value); }

std::optional<double> property_number(const geo::FieldValue& value) noexcept {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

std::optional<std::size_t> find_field(const geo::VectorLayer& layer, const std::string& name) noexcept {
  const auto found = std::find_if(layer.fields.begin(), layer.fields.end(), [&](const geo::Field& field) { return field.name == name; });
  if (found == layer.fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - layer.fields.begin());
}

TileFilter::TileFilter(const styles::Layer& style, const geo::VectorLayer& layer) {
  for (const auto& [property, values] : style.filter) choices_.push_back({find_field(layer, property), &values});
  for (const styles::Comparison& comparison : style.comparisons) tests_.push_back({find_field(layer, comparison.property), &comparison});
}

bool TileFilter::takes(const geo::Feature& feature) const {
  for (const Choice& choice : choices_) {
    const std::string text = property_text(value_of(feature, choice.field));
    if (std::find(choice.values->begin(), choice.values->end(), text) == choice.values->end()) return false;
  }
  return std::all_of(tests_.begin(), tests_.end(), [&](const Test& test) { return holds(*test.comparison, value_of(feature, test.field)); });
}

}  // namespace dateline::render
