#include "pipeline/detail/qgis_styles.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/markup.hpp"
#include "pipeline/detail/template_parts.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Colours of the base map stand in the style's layers, not in its furniture.
struct LayerColor {
  const char* name;
  const char* layer;
  const char* property;
};
constexpr LayerColor kLayerColors[] = {
    {"land", "land", "fill-color"},       {"water", "background", "background-color"}, {"border", "borders", "line-color"},
    {"division", "divisions", "line-color"}, {"river", "rivers", "line-color"},        {"coast", "coast", "line-color"},
};
/// What a house style may leave out, in the sober colours that the map takes then.
constexpr std::pair<const char*, const char*> kFallbacks[] = {
    {"paper", "#ffffff"}, {"ink", "#1a1a1a"}, {"muted", "#5a5f66"}, {"mark", "#b3261e"}, {"planned", "#b3261e"}, {"denied", "#1a1a1a"}, {"withdrawn", "#6b6b6b"},
    {"area", "#b3261e"}, {"tint", "#e9d3b8"}, {"badge", "#1a1a1a"}, {"badge-text", "#ffffff"}, {"land", "#f4f1ea"}, {"water", "#dfe8ee"},
    {"border", "#aca798"}, {"division", "#d9d4c6"}, {"river", "#c3d3dc"}, {"coast", "#b4c4ce"}, {"city", "#55595f"}, {"city-text", "#4a4e54"},
    {"country-text", "#6d6a63"}, {"water-text", "#4f6b82"},
};

}  // namespace

QgisStyles::QgisStyles(const styles::Style& style, std::filesystem::path data_folder)
    : folder_(std::move(data_folder) / "qgis"), colors_(style.furniture_colors), font_(style.font_family.empty() ? "Open Sans" : style.font_family) {
  for (const auto& [name, layer_id, property] : kLayerColors) {
    const auto* layer = style.find_layer(layer_id);
    if (layer == nullptr) continue;
    if (const auto found = layer->colors.find(property); found != layer->colors.end()) colors_[name] = found->second;
  }
  for (const auto& [name, fallback] : kFallbacks) colors_.try_emplace(name, styles::parse_color(fallback));
}

std::string QgisStyles::color(const std::string& name, double opacity) const {
  const auto found = colors_.find(name);
  if (found == colors_.end()) throw InputError("there is no colour '" + name + "' for a QGIS style", "use a name of docs/formats/style.md");
  const auto byte = [](double part) { return std::to_string(std::lround(std::clamp(part, 0.0, 1.0) * 255)); };
  const auto& c = found->second;
  return byte(c.r) + "," + byte(c.g) + "," + byte(c.b) + "," + byte(c.a * opacity);
}

std::string QgisStyles::qml(const std::string& name) const { return fill(name + ".qml"); }

std::string QgisStyles::fill(const std::string& file) const {
  const auto read = [this](const std::string& name) { return read_file(folder_ / name, limits::max_config_bytes); };
  const auto text = expand_parts(read(file), read);
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
    const std::size_t close = text.find("}}", open);
    if (close == std::string::npos) break;
    out.append(text, at, open - at);
    std::string key = text.substr(open + 2, close - open - 2);
    double opacity = 1;
    if (const auto sign = key.find('@'); sign != std::string::npos) {
      std::from_chars(key.data() + sign + 1, key.data() + key.size(), opacity);
      key.resize(sign);
    }
    out += key == "font" ? xml_value(font_) : color(key, opacity);
    at = close + 2;
  }
  return out + text.substr(at);
}

}  // namespace dateline::pipeline::detail
