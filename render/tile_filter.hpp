#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/vector_layer.hpp"
#include "styles/style.hpp"

namespace dateline::render {

/// A property as filters compare it and labels show it: numbers in their shortest form, dates as ISO 8601, true and false. Empty
/// for no value.
[[nodiscard]] std::string property_text(const geo::FieldValue& value);
/// Absent for what is no number.
[[nodiscard]] std::optional<double> property_number(const geo::FieldValue& value) noexcept;
/// Column of a property; absent if the layer has none of that name.
[[nodiscard]] std::optional<std::size_t> find_field(const geo::VectorLayer& layer, const std::string& name) noexcept;

/// The filter of a style's layer, with its properties looked up once. Looks into both, which must outlive it.
class TileFilter {
 public:
  TileFilter(const styles::Layer& style, const geo::VectorLayer& layer);
  [[nodiscard]] bool takes(const geo::Feature& feature) const;

 private:
  struct Choice {
    std::optional<std::size_t> field;
    const std::vector<std::string>* values;
  };
  struct Test {
    std::optional<std::size_t> field;
    const styles::Comparison* comparison;
  };
  std::vector<Choice> choices_;
  std::vector<Test> tests_;
};

}  // namespace dateline::render
