#include "styles/detail/style_furniture.hpp"

#include <algorithm>
#include <tuple>

#include "base/suggest.hpp"

namespace dateline::styles::detail {

namespace {

const std::vector<std::string> color_names = {
    "paper", "ink", "muted", "rule", "mark", "planned", "conditional", "denied", "withdrawn", "area", "tint", "badge",
    "badge-text", "land", "water", "frame", "city", "city-text", "country-text", "water-text"};
// What a house style may leave out, and which colour serves instead.
const std::vector<std::pair<std::string, std::string>> color_stand_ins = {
    {"planned", "mark"}, {"conditional", "planned"}, {"area", "mark"}, {"frame", "rule"}, {"city", "muted"},
    {"city-text", "muted"}, {"country-text", "muted"}, {"water-text", "muted"}};
const std::vector<std::string> size_names = {"title", "subtitle", "note-heading", "note", "fine", "country",
                                             "label", "context", "small", "badge"};

void take_from_layer(Style& style, const char* name, const char* layer_id, const char* property) {
  const Layer* layer = style.find_layer(layer_id);
  if (layer == nullptr || style.furniture_colors.count(name) != 0) return;
  const auto found = layer->colors.find(property);
  if (found != layer->colors.end()) style.furniture_colors[name] = found->second;
}

// A house style that changes "mark" means the plans, too, unless its theme told them apart.
void follow_changes(const Node& colors, Style& style) {
  const Style base = style;
  for (const std::string& name : colors.keys()) style.furniture_colors[name] = colors.at(name).color();
  for (const auto& [name, other] : color_stand_ins) {
    const bool alike = base.color(name) == base.color(other);
    if (alike && !colors.has(name)) style.furniture_colors[name] = style.color(other);
  }
}

void read_colors(const Node& colors, Style& style) {
  colors.allow_only(color_names);
  for (const std::string& name : colors.keys()) style.furniture_colors[name] = colors.at(name).color();
  take_from_layer(style, "water", "background", "background-color");
  take_from_layer(style, "land", "land", "fill-color");
  for (const auto& [name, other] : color_stand_ins) {
    const auto found = style.furniture_colors.find(other);
    if (found != style.furniture_colors.end()) style.furniture_colors.emplace(name, Color(found->second));
  }
  for (const std::string& name : color_names) {
    if (style.furniture_colors.count(name) == 0) colors.fail("the colour \"" + name + "\" is missing here");
  }
}

void read_sizes(const Node& sizes, Style& style) {
  sizes.allow_only(size_names);
  // Below 6 px nothing can be read on any device; above 200 px a title fills the page.
  for (const std::string& name : size_names) style.furniture_sizes[name] = sizes.at(name).number(6, 200);
}

void read_fonts(const Node& fonts, Style& style) {
  fonts.require_array("an array of font families, the preferred one first");
  if (fonts.size() == 0 || fonts.size() > 16) fonts.fail("from 1 to 16 font families are expected");
  style.font_family = fonts.at(0).string();
  for (std::size_t i = 1; i < fonts.size(); ++i) style.font_fallbacks.push_back(fonts.at(i).string());
}

void refuse_unknown(const Node& metadata) {
  const std::vector<std::string> known = {"dateline:base", "dateline:font", "dateline:colors", "dateline:sizes"};
  for (const std::string& name : metadata.keys()) {
    const bool ours = name.rfind("dateline:", 0) == 0;
    if (ours && std::find(known.begin(), known.end(), name) == known.end()) {
      metadata.at(name).fail('"' + name + "\" is not known", did_you_mean(name, known));
    }
  }
}

}  // namespace

void read_furniture(const Node& root, Style& style) {
  const Node metadata = root.at("metadata");
  refuse_unknown(metadata);
  read_fonts(metadata.at("dateline:font"), style);
  read_colors(metadata.at("dateline:colors"), style);
  read_sizes(metadata.at("dateline:sizes"), style);
}

void change_furniture(const Node& root, const Style& base, Style& style) {
  const Node metadata = root.at("metadata");
  refuse_unknown(metadata);
  // Land and water stand in both places: a layer that changed brings the furniture's colour along.
  for (const auto& [name, layer_id, property] : {std::tuple{"water", "background", "background-color"}, std::tuple{"land", "land", "fill-color"}}) {
    const Layer *before = base.find_layer(layer_id), *now = style.find_layer(layer_id);
    if (before == nullptr || now == nullptr) continue;
    const auto was = before->colors.find(property), is = now->colors.find(property);
    if (is != now->colors.end() && (was == before->colors.end() || was->second != is->second)) style.furniture_colors[name] = is->second;
  }
  if (metadata.has("dateline:font")) {
    style.font_fallbacks.clear();
    read_fonts(metadata.at("dateline:font"), style);
  }
  if (metadata.has("dateline:colors")) {
    metadata.at("dateline:colors").allow_only(color_names);
    follow_changes(metadata.at("dateline:colors"), style);
  }
  if (metadata.has("dateline:sizes")) {
    const Node sizes = metadata.at("dateline:sizes");
    sizes.allow_only(size_names);
    for (const std::string& name : sizes.keys()) style.furniture_sizes[name] = sizes.at(name).number(6, 200);
  }
}

}  // namespace dateline::styles::detail
