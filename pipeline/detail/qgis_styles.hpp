#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "styles/style.hpp"

namespace dateline::pipeline::detail {

/// QGIS layer styles (QML) in the colours of a theme. The templates lie in share/dateline/qgis; {{mark}} in them is a colour, {{mark@0.3}} the
/// same at 30 % of its opacity, {{font}} the typeface.
class QgisStyles {
 public:
  QgisStyles(const styles::Style& style, std::filesystem::path data_folder);
  /// "marks", "arrows", "base-land", "base-lines" or "base-places". Throws InputError for a template that is missing or names an unknown colour.
  [[nodiscard]] std::string qml(const std::string& name) const;
  /// Any other file of the folder, filled in the same way.
  [[nodiscard]] std::string fill(const std::string& file) const;
  /// "r,g,b,a" as QGIS writes it, 0 to 255 each.
  [[nodiscard]] std::string color(const std::string& name, double opacity = 1) const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, styles::Color> colors_;
  std::string font_;
};

}  // namespace dateline::pipeline::detail
