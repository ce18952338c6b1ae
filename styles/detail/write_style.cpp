#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "styles/style.hpp"

namespace dateline::styles {

namespace {

using Json = nlohmann::ordered_json;   // members stay in the order in which people read them

const char* type_name(LayerType type) {
  switch (type) {
    case LayerType::Background: return "background";
    case LayerType::Fill: return "fill";
    case LayerType::Line: return "line";
    case LayerType::Circle: return "circle";
    case LayerType::Symbol: return "symbol";
  }
  return "fill";
}

/// Which properties the specification keeps under "layout"; all others of the subset are paint.
bool is_layout(const std::string& name) {
  if (name == "line-cap" || name == "line-join" || name.starts_with("symbol-")) return true;
  return name.starts_with("text-") && name != "text-color" && name != "text-opacity" && !name.starts_with("text-halo-");
}

Json number(double value) {
  const double whole = std::round(value);
  return whole == value && std::fabs(value) < 1e15 ? Json(static_cast<long long>(whole)) : Json(value);
}

Json zoom_value(const ZoomValue& value) {
  if (value.stops.size() == 1) return number(value.stops.front().second);
  const Json zoom = Json::array({"zoom"});
  Json out;
  if (value.stepped) {
    // The value before the first stop is the first one.
    out = Json::array({"step", zoom, number(value.stops.front().second)});
    for (std::size_t i = 1; i < value.stops.size(); ++i) {
      out.push_back(number(value.stops[i].first));
      out.push_back(number(value.stops[i].second));
    }
    return out;
  }
  const Json kind = value.base == 1 ? Json::array({"linear"}) : Json::array({"exponential", number(value.base)});
  out = Json::array({"interpolate", kind, zoom});
  for (const auto& [at, result] : value.stops) {
    out.push_back(number(at));
    out.push_back(number(result));
  }
  return out;
}

/// Filters keep numbers and truth values as text; tiles have them as what they are.
Json literal(const std::string& text) {
  if (text == "true" || text == "false") return text == "true";
  const bool digits = !text.empty() && text.size() <= 15 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? Json(std::stoll(text)) : Json(text);
}

Json condition(const std::string& property, const std::vector<std::string>& values) {
  const Json get = Json::array({"get", property});
  if (values.size() == 1) return Json::array({"==", get, literal(values.front())});
  Json list = Json::array();
  for (const std::string& value : values) list.push_back(literal(value));
  return Json::array({"in", get, Json::array({"literal", list})});
}

Json condition(const Comparison& comparison) {
  using Test = Comparison::Test;
  const Json get = Json::array({"get", comparison.property});
  if (comparison.test == Test::Not) return Json::array({"!=", get, literal(comparison.text)});
  const char* word = comparison.test == Test::Less ? "<" : comparison.test == Test::AtMost ? "<=" : comparison.test == Test::More ? ">" : ">=";
  return Json::array({word, get, number(comparison.number)});
}

Json filter(const Layer& layer) {
  std::vector<Json> conditions;
  for (const auto& [property, values] : layer.filter) conditions.push_back(condition(property, values));
  for (const Comparison& comparison : layer.comparisons) conditions.push_back(condition(comparison));
  if (conditions.size() == 1) return conditions.front();
  Json all = Json::array({"all"});
  for (Json& one : conditions) all.push_back(std::move(one));
  return all;
}

Json sort_key(const std::string& value) {
  const bool negative = value.starts_with('-');
  const Json get = Json::array({"get", negative ? value.substr(1) : value});
  return negative ? Json::array({"-", get}) : get;
}

Json hatch(const Hatch& value) {
  Json out;
  out["spacing"] = number(value.spacing);
  out["width"] = number(value.width);
  out["angle"] = number(value.angle);
  out["opacity"] = number(value.opacity);
  out["ground"] = number(value.ground);
  return out;
}

Json word(const std::string& name, const std::string& value) {
  if (name == "text-field") return Json::array({"get", value});
  if (name == "text-font") return Json::array({value});
  if (name == "text-allow-overlap") return value == "true";
  if (name == "symbol-sort-key") return sort_key(value);
  return value;
}

/// Vector tiles name the layers of a file as the file does.
std::string layer_name(const Style& style, const Layer& layer) {
  if (!layer.source_layer.empty()) return layer.source_layer;
  const auto source = style.sources.find(layer.source);
  return source == style.sources.end() || source->second.layer.empty() ? layer.source : source->second.layer;
}

Json write_layer(const Style& style, const Layer& layer) {
  Json out;
  out["id"] = layer.id;
  out["type"] = type_name(layer.type);
  if (layer.type != LayerType::Background) {
    out["source"] = "dateline";
    out["source-layer"] = layer_name(style, layer);
  }
  if (layer.min_zoom > 0) out["minzoom"] = number(layer.min_zoom);
  if (layer.max_zoom < 24) out["maxzoom"] = number(layer.max_zoom);
  if (!layer.filter.empty() || !layer.comparisons.empty()) out["filter"] = filter(layer);
  Json layout = Json::object(), paint = Json::object();
  const auto put = [&](const std::string& name, Json value) { (is_layout(name) ? layout : paint)[name] = std::move(value); };
  for (const auto& [name, value] : layer.words) put(name, word(name, value));
  for (const auto& [name, color] : layer.colors) put(name, to_hex(color));
  for (const auto& [name, value] : layer.numbers) put(name, zoom_value(value));
  if (!layer.line_dasharray.empty()) {
    Json dashes = Json::array();
    for (const double dash : layer.line_dasharray) dashes.push_back(number(dash));
    put("line-dasharray", std::move(dashes));
  }
  if (layer.text_offset_x != 0 || layer.text_offset_y != 0) put("text-offset", Json::array({number(layer.text_offset_x), number(layer.text_offset_y)}));
  if (!layer.anchors.empty()) put("text-variable-anchor", Json(layer.anchors));
  if (layer.hatch.spacing > 0) out["metadata"]["dateline:hatch"] = hatch(layer.hatch);
  if (!layout.empty()) out["layout"] = std::move(layout);
  if (!paint.empty()) out["paint"] = std::move(paint);
  return out;
}

Json metadata(const Style& style) {
  Json out, fonts = Json::array({style.font_family}), colors = Json::object(), sizes = Json::object();
  for (const std::string& family : style.font_fallbacks) fonts.push_back(family);
  for (const auto& [name, color] : style.furniture_colors) colors[name] = to_hex(color);
  for (const auto& [name, size] : style.furniture_sizes) sizes[name] = number(size);
  out["dateline:font"] = std::move(fonts);
  out["dateline:colors"] = std::move(colors);
  out["dateline:sizes"] = std::move(sizes);
  return out;
}

}  // namespace

std::string write_style(const Style& style, const StyleAddresses& addresses) {
  Json out;
  out["version"] = 8;
  if (!style.name.empty()) out["name"] = style.name;
  out["metadata"] = metadata(style);
  out["sources"] = {{"dateline", {{"type", "vector"}, {"url", addresses.tiles}}}};
  out["glyphs"] = addresses.glyphs;
  Json layers = Json::array();
  for (const Layer& layer : style.layers) layers.push_back(write_layer(style, layer));
  out["layers"] = std::move(layers);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::styles
