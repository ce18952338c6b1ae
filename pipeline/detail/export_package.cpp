#include "pipeline/detail/export_package.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "geo/geopackage_writer.hpp"
#include "pipeline/detail/base_layers.hpp"
#include "pipeline/detail/qgis_project.hpp"
#include "pipeline/detail/zip_archive.hpp"

namespace dateline::pipeline::detail {

namespace {

using features::Table;
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

/// What QGIS needs to know of the layers, in the order of the table above.
using Shapes = std::vector<std::pair<const Appearance*, GeometryKind>>;

Shapes shapes_of(const std::vector<const VectorLayer*>& layers) {
  Shapes shapes;
  for (const auto& appearance : kAppearances) {
    for (const auto* layer : layers) {
      if (layer->name == appearance.layer) shapes.emplace_back(&appearance, layer->kind);
    }
  }
  return shapes;
}

/// Writes the rows as they come and notes what the project needs to know of them.
class PackageSink final : public features::RowSink {
 public:
  explicit PackageSink(geo::GeoPackageWriter& writer) : writer_(writer), tables_(features::empty_tables()) {
    for (std::size_t i = 0; i < features::table_count; ++i) numbers_[i] = writer_.add_layer(tables_.at(static_cast<Table>(i)));
  }
  void add(Table table, geo::Feature row) override {
    const auto slot = static_cast<std::size_t>(table);
    ++counts_[slot];
    extent_.add(tables_.at(table), row);
    writer_.add(numbers_[slot], row);
  }
  [[nodiscard]] std::optional<geo::Box> extent() const { return extent_.box(); }
  [[nodiscard]] std::vector<const VectorLayer*> layers() {
    std::vector<const VectorLayer*> layers;
    for (std::size_t i = 0; i < features::table_count; ++i) layers.push_back(&tables_.at(static_cast<Table>(i)));
    return layers;
  }
  [[nodiscard]] RowCounts counts() {
    RowCounts counts;
    for (const Table table : reported_tables) counts.emplace_back(tables_.at(table).name, counts_[static_cast<std::size_t>(table)]);
    return counts;
  }

 private:
  geo::GeoPackageWriter& writer_;
  features::FeatureTables tables_;   ///< without rows
  std::array<std::size_t, features::table_count> numbers_{}, counts_{};
  MarkExtent extent_;
};

std::string make_project(const Shapes& shapes, const BaseLayers& base, const std::string& target, const std::string& title, const QgisStyles& styles,
                         const std::string& credits) {
  const std::filesystem::path path(target);
  ProjectContent content;
  content.title = title;
  content.package = path.filename().string();
  for (const auto& [look, kind] : shapes) {
    content.layers.push_back({look->layer, look->title, geometry_name(kind), look->style == nullptr ? "" : styles.qml(look->style), look->visible});
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

RowCounts write_package(Data& data, const claims::Ledger& ledger, const features::TableOptions& table_options, const std::string& target, const std::string& title,
                        const ExportOptions& options, const QgisStyles& styles, Overwrite overwrite) {
  geo::GeoPackageWriter writer(target, overwrite);
  PackageSink sink(writer);
  features::make_rows(ledger, table_options, sink);
  auto layers = sink.layers();
  std::optional<BaseLayers> base;
  if (const auto extent = options.base_map ? sink.extent() : std::nullopt) {
    base = make_base_layers(data, options.worldview, *extent);
    for (const auto* layer : {&base->places, &base->lines, &base->land}) {
      writer.add_layer(*layer);
      layers.push_back(layer);
    }
  }
  const Shapes shapes = shapes_of(layers);
  geo::GeoPackageExtras extras;
  for (const auto& [look, kind] : shapes) {
    extras.order.emplace_back(look->layer);
    if (look->style != nullptr) extras.styles.push_back({look->layer, styles.qml(look->style)});
  }
  std::string archive;
  if (base) {
    const std::string credits = data.base_map(options.worldview).credits() + " " + data.store().info().credits_short;
    const std::string project = make_project(shapes, *base, target, title, styles, credits);
    archive = zip_of_one(std::filesystem::path(target).stem().string() + ".qgs", project);
    extras.projects.push_back({kProjectName, archive});
  }
  writer.finish(extras);
  if (!archive.empty() && options.sidecars) write_file_atomically(std::filesystem::path(target).replace_extension(".qgz"), archive, overwrite);
  return sink.counts();
}

}  // namespace dateline::pipeline::detail
