#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "pipeline/data.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline {

/// A theme, or a house style with what it takes from its theme, as one MapLibre style. Throws InputError.
[[nodiscard]] std::string export_style(Data& data, const std::string& name_or_path, const styles::StyleAddresses& addresses);

/// The QGIS style (QML) of the layers sites, movements and areas in a theme's or house style's colours. Throws InputError.
[[nodiscard]] std::string export_qgis_style(Data& data, const std::string& name_or_path);

struct StyleReport {
  std::string summary;               ///< one line: name, layers, fonts
  std::vector<std::string> advice;   ///< what readers would miss; the style is valid all the same
};
/// Throws InputError with file:line:column for a style that is not in the format.
[[nodiscard]] StyleReport check_style(Data& data, const std::string& name_or_path);

/// Writes the letters that MapLibre asks for when it draws the style, for a web server without `dateline serve`: FOLDER/STACK/FIRST-LAST.pbf. Without the
/// ideographs and syllables of China, Japan and Korea, which MapLibre draws from the reader's fonts. Returns how many files. Throws OutputError, RenderError.
std::size_t write_style_fonts(Data& data, const std::string& name_or_path, const std::filesystem::path& folder, Overwrite overwrite);

}  // namespace dateline::pipeline
