#include "features/combine_layers.hpp"

#include <algorithm>

namespace dateline::features {

geo::VectorLayer combine_layers(const std::vector<const geo::VectorLayer*>& layers, const std::string& name) {
  geo::VectorLayer all;
  all.name = name;
  all.kind = geo::GeometryKind::Mixed;
  const auto slot_of = [&all](const std::string& field) {
    const auto found = std::find_if(all.fields.begin(), all.fields.end(), [&](const geo::Field& f) { return f.name == field; });
    return static_cast<std::size_t>(found - all.fields.begin());
  };
  for (const auto* layer : layers) {
    for (const auto& field : layer->fields) {
      if (slot_of(field.name) == all.fields.size()) all.fields.push_back(field);
    }
  }
  // Behind the id, where a reader of the raw file looks first.
  all.fields.insert(all.fields.begin() + (all.fields.empty() ? 0 : 1), {"layer", geo::FieldType::Text});
  for (const auto* layer : layers) {
    std::vector<std::size_t> slots;
    for (const auto& field : layer->fields) slots.push_back(slot_of(field.name));
    for (const auto& feature : layer->features) {
      geo::Feature copy{feature.geometry, std::vector<geo::FieldValue>(all.fields.size())};
      for (std::size_t i = 0; i < slots.size(); ++i) copy.values[slots[i]] = feature.values[i];
      copy.values[slot_of("layer")] = layer->name;
      all.features.push_back(std::move(copy));
    }
  }
  return all;
}

}  // namespace dateline::features
