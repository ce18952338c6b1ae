#include "pipeline/detail/export_package.hpp"

#include <filesystem>
#include <optional>
#include <utility>

#include "geo/vector_writer.hpp"
#include "pipeline/detail/base_layers.hpp"
#include "pipeline/detail/qgis_project.hpp"
#include "pipeline/detail/zip_archive.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::GeometryKind;
using geo::VectorLayer;

/// How each table appears in QGIS; the order is that of the layer tree, uppermost first.
struct Appearance {
  const char* layer;
  const char* title;
  const char* style;    ///< nullptr: a table
  bool visible;
};
constexpr Appearance kAppearances[] = {
    {"sites", "Places reported", "marks", true},
    {"movements", "Movements reported", "marks", true},
    {"movement_arrows", "Movements as curved arrows", "arrows", false},
    {"base_places", "Towns, countries, seas", "base-places", true},
    {"base_lines", "Coast and borders", "base-lines", true},
    {"outlines", "Outlines of areas, once each", "outlines", false},
    {"areas", "Areas reported", "marks", true},
    {"base_land", "Land", "base-land", true},
    {"claims", "Claims", nullptr, true},
    {"citations", "Citations", nullptr, true},
    {"sources", "Sources", nullptr, true},
    {"conflicts", "Conflicts", nullptr, true},
};
constexpr const char* kProjectName = "dateline";

const char* geometry_name(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::Point: return "Point";
    case GeometryKind::Line: return "Line";
    case GeometryKind::Area: return "Polygon";
    default: return "";
  }
}

/// The layers in the order of the table above.
std::vector<VectorLayer> in_order(std::vector<VectorLayer> layers) {
  std::vector<VectorLayer> out;
  for (const auto& appearance : kAppearances) {
    for (auto& layer : layers) {
      if (layer.name == appearance.layer) out.push_back(std::move(layer));
    }
  }
  return out;
}

const Appearance& appearance_of(const VectorLayer& layer) {
  for (const auto& appearance : kAppearances) {
    if (layer.name == appearance.layer) return appearance;
  }
  return kAppearances[0];
}

std::string make_project(const std::vector<VectorLayer>& layers, const BaseLayers& base, const std::string& target, const std::string& title, const QgisStyles& styles,
                         const std::string& credits) {
  const std::filesystem::path path(target);
  ProjectContent content;
  content.title = title;
  content.package = path.filename().string();
  for (const auto& layer : layers) {
    const auto& look = appearance_of(layer);
    content.layers.push_back({layer.name, look.title, geometry_name(layer.kind), look.style == nullptr ? "" : styles.qml(look.style), look.visible});
  }
  content.projection = base.projection;
  content.view = base.view;
  content.background = styles.color("water");
  content.credits = credits;
  content.layout = styles.fill("layout.xml");
  content.ink = styles.color("ink");
  content.muted = styles.color("muted");
  return to_qgs(content);
}

}  // namespace

void write_package(Data& data, features::FeatureTables tables, const std::string& target, const std::string& title, const ExportOptions& options, const QgisStyles& styles,
                   Overwrite overwrite) {
  auto layers = std::move(tables).take_layers();
  const auto extent = options.base_map ? extent_of_marks(layers) : std::nullopt;
  std::optional<BaseLayers> base;
  if (extent) {
    base = make_base_layers(data, options.worldview, *extent);
    for (auto* layer : {&base->places, &base->lines, &base->land}) layers.push_back(std::move(*layer));
  }
  layers = in_order(std::move(layers));
  geo::GeoPackageExtras extras;
  for (const auto& layer : layers) {
    if (const char* style = appearance_of(layer).style) extras.styles.push_back({layer.name, styles.qml(style)});
  }
  std::string archive;
  if (base) {
    const std::string credits = data.base_map(options.worldview).credits() + " " + data.store().info().credits_short;
    const std::string project = make_project(layers, *base, target, title, styles, credits);
    archive = zip_of_one(std::filesystem::path(target).stem().string() + ".qgs", project);
    extras.projects.push_back({kProjectName, archive});
  }
  geo::write_vector_file(layers, target, geo::VectorFormat::GeoPackage, overwrite, extras);
  if (!archive.empty() && options.sidecars) write_file_atomically(std::filesystem::path(target).replace_extension(".qgz"), archive, overwrite);
}

}  // namespace dateline::pipeline::detail
