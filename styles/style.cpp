#include "styles/style.hpp"

#include <algorithm>
#include <stdexcept>

namespace dateline::styles {

namespace {

template <typename Value>
Value get(const std::map<std::string, Value>& values, std::string_view name) {
  const auto found = values.find(std::string(name));
  if (found == values.end()) throw std::logic_error("no style value is called " + std::string(name));
  return found->second;
}

}  // namespace

const Layer* Style::find_layer(std::string_view id) const noexcept {
  const auto found = std::find_if(layers.begin(), layers.end(), [&](const Layer& layer) { return layer.id == id; });
  return found == layers.end() ? nullptr : &*found;
}

Color Style::color(std::string_view which) const { return get(furniture_colors, which); }
double Style::size(std::string_view which) const { return get(furniture_sizes, which); }

}  // namespace dateline::styles
