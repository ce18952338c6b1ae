#include "plugin/gdal/detail/feature_style.hpp"

namespace dateline::plugin {

namespace {

// The colours of styles/light.json; a test compares them.
constexpr const char* kMark = "#b3201b";
constexpr const char* kInk = "#1b1b1b";
constexpr const char* kWithdrawn = "#808080";
constexpr const char* kTint = "#f0ddd0";

const geo::FieldValue* find(const geo::VectorLayer& layer, const geo::Feature& feature, const char* field) {
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    if (layer.fields[i].name == field) return &feature.values[i];
  }
  return nullptr;
}

std::string text(const geo::VectorLayer& layer, const geo::Feature& feature, const char* field) {
  const auto* value = find(layer, feature, field);
  const auto* words = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return words == nullptr ? "" : *words;
}

/// A quoted parameter of a style string: quotes and control characters would end it.
std::string quoted(const std::string& words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\'';
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + "\"";
}

std::string label(const std::string& words, const char* color, int anchor) {
  if (words.empty()) return "";
  return std::string(";LABEL(f:\"Open Sans\",s:10px,c:") + color + ",t:" + quoted(words) + ",p:" + std::to_string(anchor) + ",dx:6px,l:3)";
}

struct Look {
  std::string color;
  bool open = false;   ///< planned or under a condition
};

Look look_of(const geo::VectorLayer& layer, const geo::Feature& feature) {
  const auto status = text(layer, feature, "status");
  const bool left = status == "past" || text(layer, feature, "kind") == "withdrawal";
  return {left ? kWithdrawn : kMark, status == "planned" || status == "conditional"};
}

std::string number_of(const geo::VectorLayer& layer, const geo::Feature& feature) {
  const auto* value = find(layer, feature, "number");
  const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
  return number == nullptr ? "" : std::to_string(*number);
}

}  // namespace

std::string style_of(const geo::VectorLayer& layer, const geo::Feature& feature) {
  if (layer.kind == geo::GeometryKind::None || layer.kind == geo::GeometryKind::Mixed) return "";
  const Look look = look_of(layer, feature);
  if (layer.kind == geo::GeometryKind::Point) {
    // Plans are rings (ogr-sym-2), reports are discs with a rim (ogr-sym-3).
    const std::string words = text(layer, feature, "numbers") + (text(layer, feature, "numbers").empty() ? "" : "  ") + text(layer, feature, "label");
    return "SYMBOL(id:\"" + std::string(look.open ? "ogr-sym-2" : "ogr-sym-3") + "\",c:" + look.color + ",o:" + look.color + ",s:10px,l:2)" + label(words, kInk, 4);
  }
  if (layer.kind == geo::GeometryKind::Line) {
    // Dashes only come through as the numbered pens that programs know.
    const std::string pen = look.open ? ",id:\"mapinfo-pen-9,ogr-pen-3\"" : ",id:\"mapinfo-pen-2,ogr-pen-0\"";
    return "PEN(c:" + look.color + ",w:2.5px" + pen + ",l:1)" + label(number_of(layer, feature), kInk, 5);
  }
  if (text(layer, feature, "precision") == "country") return std::string("BRUSH(fc:") + kTint + ",id:\"mapinfo-brush-2,ogr-brush-0\")";
  return "BRUSH(fc:" + look.color + ",id:\"mapinfo-brush-7,ogr-brush-5\");PEN(c:" + look.color + ",w:1px,id:\"mapinfo-pen-9,ogr-pen-3\")";
}

}  // namespace dateline::plugin
