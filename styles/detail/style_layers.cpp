#include "styles/detail/style_layers.hpp"

#include <algorithm>
#include <set>

namespace dateline::styles::detail {

namespace {

enum class ValueKind { Color, Number, Word, Switch, Font, Dashes, Field, Offset, Anchors, SortKey };

/// One property of the subset: where it stands and what it may be.
struct Property {
  LayerType layer;
  const char* section;
  const char* name;
  ValueKind kind;
  double lowest = 0, highest = 0;          ///< of a number
  std::vector<std::string> choices = {};   ///< of a word
};

const std::vector<std::string> anchor_names = {"center", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"};

const std::vector<Property>& properties() {
  using enum LayerType;
  using enum ValueKind;
  static const std::vector<Property> table = {
      {Background, "paint", "background-color", Color},
      {Background, "paint", "background-opacity", Number, 0, 1},
      {Fill, "paint", "fill-color", Color},
      {Fill, "paint", "fill-opacity", Number, 0, 1},
      {Fill, "paint", "fill-outline-color", Color},
      {Line, "paint", "line-color", Color},
      {Line, "paint", "line-opacity", Number, 0, 1},
      {Line, "paint", "line-width", Number, 0, 100},
      {Line, "paint", "line-dasharray", Dashes},
      {Line, "layout", "line-cap", Word, 0, 0, {"butt", "round", "square"}},
      {Line, "layout", "line-join", Word, 0, 0, {"miter", "round", "bevel"}},
      {Circle, "paint", "circle-color", Color},
      {Circle, "paint", "circle-opacity", Number, 0, 1},
      {Circle, "paint", "circle-radius", Number, 0, 100},
      {Circle, "paint", "circle-stroke-color", Color},
      {Circle, "paint", "circle-stroke-width", Number, 0, 100},
      {Symbol, "paint", "text-color", Color},
      {Symbol, "paint", "text-halo-color", Color},
      {Symbol, "paint", "text-halo-width", Number, 0, 20},
      {Symbol, "paint", "text-opacity", Number, 0, 1},
      {Symbol, "layout", "text-field", Field},
      {Symbol, "layout", "text-font", Font},
      {Symbol, "layout", "text-size", Number, 1, 200},
      {Symbol, "layout", "text-letter-spacing", Number, -1, 5},
      {Symbol, "layout", "text-max-width", Number, 1, 200},
      {Symbol, "layout", "text-padding", Number, 0, 100},
      {Symbol, "layout", "text-transform", Word, 0, 0, {"none", "uppercase", "lowercase"}},
      {Symbol, "layout", "text-anchor", Word, 0, 0, anchor_names},
      {Symbol, "layout", "text-variable-anchor", Anchors},
      {Symbol, "layout", "text-offset", Offset},
      {Symbol, "layout", "text-radial-offset", Number, 0, 100},
      {Symbol, "layout", "text-allow-overlap", Switch},
      {Symbol, "layout", "symbol-sort-key", SortKey},
      {Symbol, "layout", "symbol-placement", Word, 0, 0, {"point", "line"}},
  };
  return table;
}

LayerType read_type(const Node& node) {
  const std::string type = node.one_of({"background", "fill", "line", "circle", "symbol"});
  return type == "background" ? LayerType::Background
         : type == "fill"     ? LayerType::Fill
         : type == "line"     ? LayerType::Line
         : type == "circle"   ? LayerType::Circle
                              : LayerType::Symbol;
}

std::vector<double> read_dashes(const Node& node) {
  node.require_array("an array of lengths");
  std::vector<double> dashes;
  for (std::size_t i = 0; i < node.size(); ++i) dashes.push_back(node.at(i).number(0, 100));
  if (dashes.size() > 16) node.fail("a dash pattern has at most 16 lengths");
  const bool visible = std::any_of(dashes.begin(), dashes.end(), [](double length) { return length > 0; });
  if (!dashes.empty() && !visible) node.fail("a dash pattern of zeros draws nothing");
  return dashes;
}

std::string read_first_font(const Node& node) {
  node.require_array("an array of font names");
  if (node.size() == 0) node.fail("at least one font is needed");
  for (std::size_t i = 1; i < node.size(); ++i) static_cast<void>(node.at(i).string());
  return node.at(0).string();
}

// "{name}" and ["get", "name"] both name a property.
std::string read_field(const Node& node) {
  if (node.is_array()) {
    if (node.size() != 2) node.fail("expected [\"get\", name] here");
    static_cast<void>(node.at(0).one_of({"get"}));
    return node.at(1).string();
  }
  const std::string text = node.string();
  if (text.size() < 3 || text.front() != '{' || text.back() != '}') {
    node.fail("a label is the value of one property", "write \"{name}\" or [\"get\", \"name\"]");
  }
  return text.substr(1, text.size() - 2);
}

// A property's value as it is, or its negative: the least comes first.
std::string read_sort_key(const Node& node) {
  node.require_array("[\"get\", name] or [\"-\", [\"get\", name]]");
  if (node.size() == 0) node.fail("expected [\"get\", name] here");
  if (node.at(0).one_of({"get", "-"}) == "get") return read_field(node);
  if (node.size() != 2) node.fail("expected [\"-\", [\"get\", name]] here");
  return '-' + read_field(node.at(1));
}

std::vector<std::string> read_anchors(const Node& node) {
  node.require_array("an array of anchors");
  std::vector<std::string> anchors;
  for (std::size_t i = 0; i < node.size(); ++i) anchors.push_back(node.at(i).one_of(anchor_names));
  if (anchors.empty() || anchors.size() > anchor_names.size()) node.fail("one to nine anchors are expected");
  return anchors;
}

void read_offset(const Node& node, Layer& layer) {
  node.require_array("a pair of lengths");
  if (node.size() != 2) node.fail("an offset is a pair: right and down, in em");
  layer.text_offset_x = node.at(0).number(-100, 100);
  layer.text_offset_y = node.at(1).number(-100, 100);
}

Hatch read_hatch(const Node& node) {
  node.allow_only({"spacing", "width", "angle", "opacity", "ground"});
  Hatch hatch;
  hatch.spacing = node.at("spacing").number(2, 100);
  if (node.has("width")) hatch.width = node.at("width").number(0.1, 50);
  if (node.has("angle")) hatch.angle = node.at("angle").number(-180, 180);
  if (node.has("opacity")) hatch.opacity = node.at("opacity").number(0, 1);
  if (node.has("ground")) hatch.ground = node.at("ground").number(0, 1);
  return hatch;
}

void read_value(const Property& property, const Node& node, Layer& layer) {
  const std::string name = property.name;
  switch (property.kind) {
    case ValueKind::Color: layer.colors[name] = node.color(); break;
    case ValueKind::Number: layer.numbers[name] = read_zoom_value(node, property.lowest, property.highest); break;
    case ValueKind::Word: layer.words[name] = node.one_of(property.choices); break;
    case ValueKind::Font: layer.words[name] = read_first_font(node); break;
    case ValueKind::Dashes: layer.line_dasharray = read_dashes(node); break;
    case ValueKind::Field: layer.words[name] = read_field(node); break;
    case ValueKind::Switch: layer.words[name] = node.boolean() ? "true" : "false"; break;
    case ValueKind::Offset: read_offset(node, layer); break;
    case ValueKind::Anchors: layer.anchors = read_anchors(node); break;
    case ValueKind::SortKey: layer.words[name] = read_sort_key(node); break;
  }
}

void read_section(const Node& section, const std::string& section_name, Layer& layer) {
  std::vector<std::string> known;
  for (const Property& property : properties()) {
    if (property.layer == layer.type && property.section == section_name) known.emplace_back(property.name);
  }
  if (section_name == "layout") known.emplace_back("visibility");
  section.allow_only(known);
  for (const Property& property : properties()) {
    if (property.layer == layer.type && property.section == section_name && section.has(property.name)) {
      read_value(property, section.at(property.name), layer);
    }
  }
}

bool is_hidden(const Node& node) {
  if (!node.has("layout") || !node.at("layout").has("visibility")) return false;
  return node.at("layout").at("visibility").one_of({"visible", "none"}) == "none";
}

bool is_ogr_source(const Node& root, const std::string& name) {
  if (!root.has("sources") || !root.at("sources").has(name)) return false;
  const Node source = root.at("sources").at(name);
  return source.has("type") && source.at("type").is_string() && source.at("type").string() == "dateline:ogr";
}

// `base`: the layer of the same id in the theme that is changed; what the node does not say stays.
Layer read_layer(const Node& node, const Node& root, const Layer* base) {
  node.allow_only({"id", "type", "source", "source-layer", "minzoom", "maxzoom", "filter", "layout", "paint", "metadata"});
  Layer layer = base != nullptr ? *base : Layer{};
  layer.id = node.at("id").string();
  if (base == nullptr || node.has("type")) layer.type = read_type(node.at("type"));
  if (base != nullptr && layer.type != base->type) node.at("type").fail("the layer \"" + layer.id + "\" of the theme has another type", "give a new layer an id of its own");
  if (layer.type != LayerType::Background && (base == nullptr || node.has("source"))) {
    layer.source = node.at("source").one_of(root.at("sources").keys());
    layer.source_layer.clear();
  }
  const bool own_data = layer.type != LayerType::Background && !is_ogr_source(root, layer.source);
  if (node.has("source-layer") || (own_data && layer.source_layer.empty())) layer.source_layer = node.at("source-layer").string();
  if (base != nullptr && node.has("filter")) {
    layer.filter.clear();
    layer.comparisons.clear();
  }
  if (node.has("minzoom")) layer.min_zoom = node.at("minzoom").number(0, 24);
  if (node.has("maxzoom")) layer.max_zoom = node.at("maxzoom").number(0, 24);
  if (layer.max_zoom < layer.min_zoom) node.at("maxzoom").fail("\"maxzoom\" lies below \"minzoom\"");
  if (node.has("filter")) read_filter(node.at("filter"), layer);
  if (node.has("layout")) read_section(node.at("layout"), "layout", layer);
  if (node.has("paint")) read_section(node.at("paint"), "paint", layer);
  if (node.has("metadata") && node.at("metadata").has("dateline:hatch")) {
    if (layer.type != LayerType::Fill) node.at("metadata").at("dateline:hatch").fail("only a fill can be hatched");
    layer.hatch = read_hatch(node.at("metadata").at("dateline:hatch"));
  }
  return layer;
}

}  // namespace

std::map<std::string, Source> read_sources(const Node& root) {
  std::map<std::string, Source> out;
  if (!root.has("sources")) return out;
  const Node sources = root.at("sources");
  for (const std::string& name : sources.keys()) {
    Source source;
    source.ogr = is_ogr_source(root, name);
    const Node node = sources.at(name);
    if (source.ogr) {
      node.allow_only({"type", "path", "layer", "minzoom", "maxzoom"});
      source.path = node.at("path").string();
      if (source.path.empty()) node.at("path").fail("a path names a file");
      if (node.has("layer")) source.layer = node.at("layer").string();
      if (node.has("minzoom")) source.min_zoom = static_cast<int>(node.at("minzoom").number(0, 24));
      if (node.has("maxzoom")) source.max_zoom = static_cast<int>(node.at("maxzoom").number(0, 24));
    }
    out.emplace(name, std::move(source));
  }
  return out;
}

std::vector<Layer> read_layers(const Node& layers, const Node& root, std::vector<Layer> base) {
  layers.require_array("an array of layers");
  std::vector<Layer> out = std::move(base);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const std::string id = layers.at(i).at("id").string();
    if (!ids.insert(id).second) layers.at(i).at("id").fail("the layer \"" + id + "\" is there twice");
    const auto known = std::find_if(out.begin(), out.end(), [&](const Layer& layer) { return layer.id == id; });
    Layer layer = read_layer(layers.at(i), root, known == out.end() ? nullptr : &*known);
    if (known != out.end() && is_hidden(layers.at(i))) out.erase(known);
    else if (known != out.end()) *known = std::move(layer);
    else if (!is_hidden(layers.at(i))) out.push_back(std::move(layer));
  }
  return out;
}

}  // namespace dateline::styles::detail
