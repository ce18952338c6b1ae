#include "pipeline/style_file.hpp"

#include "pipeline/words.hpp"

namespace dateline::pipeline {

std::string export_style(Data& data, const std::string& name_or_path, const styles::StyleAddresses& addresses) {
  return styles::write_style(styles::load_style(name_or_path, data.folder()), addresses);
}

StyleReport check_style(Data& data, const std::string& name_or_path) {
  const auto style = styles::load_style(name_or_path, data.folder());
  const std::string name = style.name.empty() ? name_or_path : style.name;
  return {name + ": " + count_of(style.layers.size(), "layer", "layers") + ", text in " + style.font_family, styles::style_advice(style)};
}

}  // namespace dateline::pipeline
