#include <algorithm>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/suggest.hpp"
#include "styles/style.hpp"

namespace dateline::styles {

namespace {

std::filesystem::path styles_folder(const std::filesystem::path& data_folder) { return data_folder / "styles"; }

bool looks_like_path(const std::string& name) {
  return name.find('/') != std::string::npos || std::filesystem::path(name).extension() == ".json";
}

}  // namespace

std::vector<std::string> shipped_styles(const std::filesystem::path& data_folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(styles_folder(data_folder), error)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());  // the folder's own order differs between machines
  return names;
}

Style load_style(const std::string& name_or_path, const std::filesystem::path& data_folder) {
  std::filesystem::path path = name_or_path;
  if (!looks_like_path(name_or_path)) {
    const std::vector<std::string> known = shipped_styles(data_folder);
    if (std::find(known.begin(), known.end(), name_or_path) == known.end()) {
      throw InputError("there is no theme called \"" + name_or_path + '"',
                       did_you_mean(name_or_path, known) + "; a style file of your own is given by its path");
    }
    path = styles_folder(data_folder) / (name_or_path + ".json");
  }
  // Only shipped themes are a base: no chains, no files that a style from elsewhere could make us open.
  const auto theme = [&](const std::string& name) {
    const std::vector<std::string> known = shipped_styles(data_folder);
    if (std::find(known.begin(), known.end(), name) == known.end()) throw InputError("there is no theme called \"" + name + '"', did_you_mean(name, known));
    const auto file = styles_folder(data_folder) / (name + ".json");
    return parse_style(read_file(file, limits::max_config_bytes), file.string());
  };
  Style style = parse_style(read_file(path, limits::max_config_bytes), path.string(), theme);
  for (auto& [name, source] : style.sources) {
    // Files lie where the style says, seen from the style. "PG:dbname=..." and the like are no paths.
    const bool is_connection = source.path.find(':') != std::string::npos;
    if (source.ogr && !is_connection) source.path = (path.parent_path() / source.path).lexically_normal().string();
  }
  return style;
}

}  // namespace dateline::styles
