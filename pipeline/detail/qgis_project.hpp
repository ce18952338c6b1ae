#pragma once

#include <string>
#include <vector>

#include "geo/box.hpp"
#include "geo/projection.hpp"

namespace dateline::pipeline::detail {

/// One layer of a QGIS project, drawn above those behind it.
struct ProjectLayer {
  std::string name;        ///< of the table in the GeoPackage
  std::string title;       ///< as the layer tree shows it
  std::string geometry;    ///< "Point", "Line", "Polygon"; empty for a table
  std::string qml;         ///< the style; empty for a table
  bool visible = true;
};

struct ProjectContent {
  std::string title;
  std::string package;          ///< file name of the GeoPackage, which lies beside the project
  std::vector<ProjectLayer> layers;
  std::string projection;       ///< PROJ definition of the canvas
  geo::Projection::Window view; ///< what it shows, metres; in the aspect of the layout's map
  std::string background;       ///< "r,g,b,a"
  std::string credits;
  std::string layout;           ///< template of a print layout (styles/qgis/layout.xml), colours filled in; empty for none
  std::string ink, muted;       ///< "r,g,b,a"
};

/// A QGIS project as text (.qgs). The same content gives the same bytes.
[[nodiscard]] std::string to_qgs(const ProjectContent& content);

}  // namespace dateline::pipeline::detail
