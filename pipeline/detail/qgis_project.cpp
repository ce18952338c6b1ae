#include "pipeline/detail/qgis_project.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/markup.hpp"
#include "pipeline/detail/value_text.hpp"

namespace dateline::pipeline::detail {

namespace {

// QGIS throws away ids of ten characters or less.
std::string id_of(const ProjectLayer& layer) { return "dateline_layer_" + layer.name; }
std::string source_of(const ProjectContent& content, const ProjectLayer& layer) { return "./" + content.package + "|layername=" + layer.name; }

/// QGIS wants the srsid before the authid, or the CRS stays invalid.
constexpr const char* kWgs84 =
    "<spatialrefsys><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid><srid>4326</srid><authid>EPSG:4326</authid>"
    "<description>WGS 84</description><projectionacronym>longlat</projectionacronym><ellipsoidacronym>EPSG:7030</ellipsoidacronym>"
    "<geographicflag>true</geographicflag></spatialrefsys>";

/// A CRS that has no number, from its PROJ definition.
std::string custom_crs(const std::string& definition) {
  const std::string whole = definition + (definition.find("+type=crs") == std::string::npos ? " +type=crs" : "");
  return "<spatialrefsys><proj4>" + xml_value(whole) + "</proj4><srsid>0</srsid><srid>0</srid><authid></authid><description>Dateline</description>"
         "<projectionacronym></projectionacronym><ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys>";
}

std::string extent_of(const geo::Projection::Window& view) {
  const auto side = [](const char* name, double value) { return std::string("<") + name + ">" + number_text(std::round(value)) + "</" + name + ">"; };
  return "<extent>" + side("xmin", view.low.x) + side("ymin", view.low.y) + side("xmax", view.high.x) + side("ymax", view.high.y) + "</extent>";
}

/// The same as attributes, as newer parts of a project write it.
std::string sides_of(const geo::Projection::Window& view) {
  const auto side = [](const char* name, double value) { return std::string(" ") + name + "=\"" + number_text(std::round(value)) + "\""; };
  return side("xmin", view.low.x) + side("ymin", view.low.y) + side("xmax", view.high.x) + side("ymax", view.high.y);
}

/// What stands between <qgis ...> and </qgis> of a layer style.
std::string body_of(const std::string& qml) {
  const auto tag = qml.find("<qgis");
  if (tag == std::string::npos) return "";
  const auto begin = qml.find('>', tag) + 1;
  return qml.substr(begin, qml.rfind("</qgis>") - begin);
}

std::string tree(const ProjectContent& content) {
  std::string out = "<layer-tree-group name=\"\" checked=\"Qt::Checked\" expanded=\"1\">\n<customproperties/>\n";
  for (const auto& layer : content.layers) {
    out += "<layer-tree-layer id=\"" + id_of(layer) + "\" name=\"" + xml_value(layer.title) + "\" source=\"" + xml_value(source_of(content, layer)) +
           "\" providerKey=\"ogr\" checked=\"" + (layer.visible ? "Qt::Checked" : "Qt::Unchecked") + "\" expanded=\"0\"><customproperties/></layer-tree-layer>\n";
  }
  return out + "</layer-tree-group>\n";
}

std::string map_layer(const ProjectContent& content, const ProjectLayer& layer) {
  const bool table = layer.geometry.empty();
  std::string out = "<maplayer type=\"vector\" geometry=\"" + (table ? std::string("No geometry") : layer.geometry) + "\" wkbType=\"" +
                    (table ? "NoGeometry" : layer.geometry == "Point" ? "Point" : layer.geometry == "Line" ? "MultiLineString" : "MultiPolygon") +
                    "\" hasScaleBasedVisibilityFlag=\"0\" simplifyDrawingHints=\"1\" simplifyDrawingTol=\"1\" readOnly=\"0\" autoRefreshEnabled=\"0\">\n";
  out += "<id>" + id_of(layer) + "</id><datasource>" + xml_value(source_of(content, layer)) + "</datasource><layername>" + xml_value(layer.title) + "</layername>";
  if (!table) out += "<srs>" + std::string(kWgs84) + "</srs>";
  out += "<provider encoding=\"UTF-8\">ogr</provider>\n" + body_of(layer.qml);
  return out + "</maplayer>\n";
}

/// The canvas colour stands in the project as three numbers.
std::string canvas_color(const std::string& color) {
  std::string out;
  std::size_t at = 0;
  for (const char* part : {"Red", "Green", "Blue"}) {
    const std::size_t comma = color.find(',', at);
    const std::string tag = std::string("CanvasColor") + part + "Part";
    out += "<" + tag + " type=\"int\">" + color.substr(at, comma - at) + "</" + tag + ">";
    at = comma + 1;
  }
  return out;
}

/// What "zoom to full" shows.
std::string first_view(const ProjectContent& content, const std::string& crs) {
  return "<ProjectViewSettings UseProjectScales=\"0\"><Scales/><DefaultViewExtent" + sides_of(content.view) + ">" + crs + "</DefaultViewExtent></ProjectViewSettings>\n";
}

void replace(std::string& text, std::string_view marker, const std::string& with) {
  for (auto at = text.find(marker); at != std::string::npos; at = text.find(marker, at + with.size())) text.replace(at, marker.size(), with);
}

/// "179,32,27,255" as the attributes of a colour element.
std::string color_attributes(const std::string& color) {
  std::string out;
  std::size_t at = 0;
  for (const char* part : {"red", "green", "blue", "alpha"}) {
    const std::size_t comma = std::min(color.find(',', at), color.size());
    out += std::string(out.empty() ? "" : " ") + part + "=\"" + color.substr(at, comma - at) + "\"";
    at = comma + 1;
  }
  return out;
}

/// The layers that the key explains; the base map explains itself.
std::string key_tree(const ProjectContent& content) {
  std::string out = "<layer-tree-group name=\"\" checked=\"Qt::Checked\" expanded=\"1\"><customproperties/>";
  for (const auto& layer : content.layers) {
    if (layer.geometry.empty() || !layer.visible || layer.name.starts_with("base_")) continue;
    out += "<layer-tree-layer id=\"" + id_of(layer) + "\" name=\"" + xml_value(layer.title) + "\" checked=\"Qt::Checked\" expanded=\"1\"><customproperties/></layer-tree-layer>";
  }
  return out + "</layer-tree-group>";
}

std::string layouts(const ProjectContent& content) {
  if (content.layout.empty()) return "";
  std::string text = content.layout;
  replace(text, "@title@", xml_value(content.title));
  replace(text, "@print@", xml_value("Reports, not independently verified. Circles stand for whole towns, hatching and outlines mean somewhere within the area. " + content.credits));
  replace(text, "@background@", "<BackgroundColor " + color_attributes(content.background) + "/>");
  replace(text, "@ink@", color_attributes(content.ink));
  replace(text, "@muted@", color_attributes(content.muted));
  replace(text, "@extent@", "<Extent" + sides_of(content.view) + "/>");
  replace(text, "@key@", key_tree(content));
  return "<Layouts>\n" + text + "</Layouts>\n";
}

std::string properties(const ProjectContent& content) {
  return "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths>"
         "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys><Gui>" + canvas_color(content.background) + "</Gui></properties>\n";
}

}  // namespace

std::string to_qgs(const ProjectContent& content) {
  const std::string crs = custom_crs(content.projection);
  std::string out = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.16-Białowieża\" projectname=\"" + xml_value(content.title) +
                    "\">\n<title>" + xml_value(content.title) + "</title>\n<projectCrs>" + crs + "</projectCrs>\n";
  out += tree(content);
  out += "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\"><units>meters</units>" + extent_of(content.view) + "<rotation>0</rotation><destinationsrs>" + crs +
         "</destinationsrs></mapcanvas>\n<projectlayers>\n";
  for (const auto& layer : content.layers) out += map_layer(content, layer);
  out += "</projectlayers>\n<layerorder>";
  for (const auto& layer : content.layers) out += "<layer id=\"" + id_of(layer) + "\"/>";
  out += "</layerorder>\n" + properties(content) + first_view(content, crs) + layouts(content);
  out += "<projectMetadata><title>" + xml_value(content.title) + "</title><abstract>" + xml_value(content.credits) + "</abstract></projectMetadata>\n";
  return out + "</qgis>\n";
}

}  // namespace dateline::pipeline::detail
