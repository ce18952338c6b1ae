#include "pipeline/style_file.hpp"

#include "claims/words.hpp"
#include "pipeline/detail/qgis_styles.hpp"

namespace dateline::pipeline {

std::string export_style(Data& data, const std::string& name_or_path, const styles::StyleAddresses& addresses) {
  return styles::write_style(styles::load_style(name_or_path, data.folder()), addresses);
}

std::string export_qgis_style(Data& data, const std::string& name_or_path) {
  return detail::QgisStyles(styles::load_style(name_or_path, data.folder()), data.folder()).qml("marks");
}

StyleReport check_style(Data& data, const std::string& name_or_path) {
  const auto style = styles::load_style(name_or_path, data.folder());
  const std::string name = style.name.empty() ? name_or_path : style.name;
  return {name + ": " + claims::count_of(style.layers.size(), "layer", "layers") + ", text in " + style.font_family, styles::style_advice(style)};
}

}  // namespace dateline::pipeline
