#include "pipeline/detail/export_csv.hpp"

#include "pipeline/detail/value_text.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::GeometryKind;

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// Spreadsheets run what begins like a formula.
std::string safe(const std::string& text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return formula && text != "-" ? "'" + text : text;
}

std::string geometry_header(GeometryKind kind) {
  if (kind == GeometryKind::None) return "";
  return kind == GeometryKind::Point ? ",lon,lat" : ",wkt";
}

std::string geometry_cells(const geo::Feature& feature, GeometryKind kind) {
  if (kind == GeometryKind::None) return "";
  if (kind != GeometryKind::Point) return "," + cell(geometry_text(feature.geometry));
  const auto* p = std::get_if<geo::LonLat>(&feature.geometry);
  return p == nullptr ? ",," : "," + number_text(p->lon()) + "," + number_text(p->lat());
}

}  // namespace

std::string to_csv(const geo::VectorLayer& layer) {
  std::string out;
  for (const auto& field : layer.fields) out += (out.empty() ? "" : ",") + field.name;
  out += geometry_header(layer.kind) + "\r\n";
  for (const auto& feature : layer.features) {
    for (std::size_t i = 0; i < feature.values.size(); ++i) {
      if (i > 0) out += ',';
      const bool text = std::holds_alternative<std::string>(feature.values[i]);
      out += cell(text ? safe(std::get<std::string>(feature.values[i])) : value_text(feature.values[i]));
    }
    out += geometry_cells(feature, layer.kind) + "\r\n";
  }
  return out;
}

}  // namespace dateline::pipeline::detail
