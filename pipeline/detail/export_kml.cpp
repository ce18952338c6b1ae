#include "pipeline/detail/export_kml.hpp"

#include <sstream>

#include "base/markup.hpp"
#include "geo/date_line.hpp"
#include "pipeline/detail/value_text.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::Feature;
using geo::LonLatPair;
using geo::PairLine;
using geo::VectorLayer;

/// One feature's values by field name.
class Row {
 public:
  Row(const VectorLayer& layer, const Feature& feature) : layer_(layer), feature_(feature) {}
  [[nodiscard]] std::string text(std::string_view field) const {
    for (std::size_t i = 0; i < layer_.fields.size(); ++i) {
      if (layer_.fields[i].name == field) return value_text(feature_.values[i]);
    }
    return "";
  }

 private:
  const VectorLayer& layer_;
  const Feature& feature_;
};

/// KML writes colours as alpha, blue, green, red.
std::string kml_color(const QgisStyles& styles, const char* name, double opacity) {
  std::istringstream parts(styles.color(name, opacity));
  unsigned value[4] = {};
  char comma = 0;
  parts >> value[0] >> comma >> value[1] >> comma >> value[2] >> comma >> value[3];
  std::string out;
  for (const int i : {3, 2, 1, 0}) {
    constexpr const char* kDigits = "0123456789abcdef";
    out += kDigits[value[i] >> 4U & 15U];
    out += kDigits[value[i] & 15U];
  }
  return out;
}

/// One style for each look of the map; its id is what style_of() names.
struct Look {
  const char* id;
  const char* line;
  double width;
  const char* fill;
  double opacity;
};
constexpr Look kLooks[] = {
    {"reported", "mark", 2.5, "mark", 0.25}, {"planned", "planned", 1.5, "planned", 0.1}, {"denied", "denied", 2, "mark", 0.12},
    {"past", "withdrawn", 1.5, "withdrawn", 0.2}, {"country", "tint", 0.5, "tint", 0.7},
};

std::string style_of(const Row& row) {
  const auto status = row.text("status");
  if (row.text("precision") == "country") return "country";
  if (row.text("denied") == "true" || status == "denied") return "denied";
  if (status == "planned" || status == "conditional") return "planned";
  return status == "past" || row.text("kind") == "withdrawal" ? "past" : "reported";
}

std::string coordinates(const PairLine& line, bool close) {
  std::string out = "<coordinates>";
  const auto add = [&out](const LonLatPair& p) { out += number_text(p.lon) + "," + number_text(p.lat) + " "; };
  for (const auto& p : line) add(p);
  if (close && !line.empty()) add(line.front());
  if (out.back() == ' ') out.pop_back();
  return out + "</coordinates>";
}

struct ToKml {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(geo::LonLat p) const { return "<Point>" + coordinates({{p.lon(), p.lat()}}, false) + "</Point>"; }
  std::string operator()(const std::vector<geo::LonLat>& points) const {
    std::string out = "<MultiGeometry>";
    for (const geo::LonLat& p : points) out += (*this)(p);
    return out + "</MultiGeometry>";
  }
  std::string operator()(const std::vector<geo::LineString>& lines) const {
    std::string out = "<MultiGeometry>";
    for (const auto& line : lines) {
      for (const auto& piece : geo::cut_at_date_line(line)) out += "<LineString><tessellate>1</tessellate>" + coordinates(piece, false) + "</LineString>";
    }
    return out + "</MultiGeometry>";
  }
  std::string operator()(const geo::MultiPolygon& area) const {
    std::string out = "<MultiGeometry>";
    for (const auto& rings : geo::cut_at_date_line(area)) {
      out += "<Polygon><tessellate>1</tessellate>";
      for (std::size_t i = 0; i < rings.size(); ++i) {
        const char* border = i == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
        out += std::string("<") + border + "><LinearRing>" + coordinates(rings[i], true) + "</LinearRing></" + border + ">";
      }
      out += "</Polygon>";
    }
    return out + "</MultiGeometry>";
  }
  std::string operator()(const geo::SharedArea& area) const { return (*this)(*area); }
};

std::string balloon(const Row& row) {
  const auto with = [](const std::string& text, const char* before, const char* after) { return text.empty() ? "" : before + escape_xml(text) + after; };
  std::string html = "<p>" + with(row.text("status"), "", "") + with(row.text("date_text"), " · ", "") + " · " + row.text("origins") + " origins, " + row.text("outlets") + " outlets</p>";
  html += with(row.text("quote"), "<blockquote>“", "”</blockquote>");
  html += "<p>" + with(row.text("source"), "", ", ") + with(row.text("outlet"), "", "") + with(row.text("published"), ", ", "") + "</p>";
  html += with(row.text("responses"), "<p><b>", "</b></p>");
  const auto link = row.text("link");
  if (!link.empty()) html += "<p><a href=\"" + escape_xml(link) + "\">Source</a></p>";
  return html + "<p><small>Reports not independently verified.</small></p>";
}

std::string time_span(const Row& row) {
  const auto from = row.text("date_from"), to = row.text("date_to");
  if (from.empty() && to.empty()) return "";
  return "<TimeSpan>" + (from.empty() ? "" : "<begin>" + from + "</begin>") + (to.empty() ? "" : "<end>" + to + "</end>") + "</TimeSpan>";
}

std::string placemark(const VectorLayer& layer, const Feature& feature) {
  const Row row(layer, feature);
  const auto place = row.text("place");
  std::string out = "<Placemark><name>" + xml_value(row.text("number") + (place.empty() ? "  " + row.text("title") : "  " + place)) + "</name>";
  out += "<description>" + xml_value(balloon(row)) + "</description>" + time_span(row) + "<styleUrl>#" + style_of(row) + "</styleUrl><ExtendedData>";
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    const auto text = value_text(feature.values[i]);
    if (!text.empty()) out += "<Data name=\"" + xml_value(layer.fields[i].name) + "\"><value>" + xml_value(text) + "</value></Data>";
  }
  return out + "</ExtendedData>" + std::visit(ToKml{}, feature.geometry) + "</Placemark>\n";
}

}  // namespace

std::string to_kml(const std::vector<const VectorLayer*>& layers, const std::string& title, const QgisStyles& styles) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>" + xml_value(title) + "</name>\n";
  for (const Look& look : kLooks) {
    out += std::string("<Style id=\"") + look.id + "\"><LineStyle><color>" + kml_color(styles, look.line, 1) + "</color><width>" + number_text(look.width) +
           "</width></LineStyle><PolyStyle><color>" + kml_color(styles, look.fill, look.opacity) + "</color></PolyStyle><IconStyle><color>" +
           kml_color(styles, look.line, 1) + "</color><scale>0.8</scale></IconStyle></Style>\n";
  }
  for (const auto* layer : layers) {
    out += "<Folder><name>" + xml_value(layer->name) + "</name>\n";
    for (const auto& feature : layer->features) out += placemark(*layer, feature);
    out += "</Folder>\n";
  }
  return out + "</Document></kml>\n";
}

}  // namespace dateline::pipeline::detail
