#include "pipeline/export.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include "base/error.hpp"
#include "features/combine_layers.hpp"
#include "features/feature_tables.hpp"
#include "geo/vector_reader.hpp"
#include "geo/vector_writer.hpp"
#include "pipeline/detail/export_csv.hpp"
#include "pipeline/detail/export_kml.hpp"
#include "pipeline/detail/export_package.hpp"
#include "pipeline/detail/export_sql.hpp"
#include "pipeline/detail/qgis_styles.hpp"
#include "pipeline/detail/zip_archive.hpp"
#include "pipeline/scene.hpp"

namespace dateline::pipeline {

namespace {

using features::FeatureTables;
using geo::VectorLayer;

struct Ending {
  const char* ending;
  ExportFormat format;
};
constexpr Ending kEndings[] = {{".geojson", ExportFormat::GeoJson}, {".json", ExportFormat::GeoJson}, {".gpkg", ExportFormat::GeoPackage},
                               {".kml", ExportFormat::Kml},         {".kmz", ExportFormat::Kmz},      {".csv", ExportFormat::Csv},
                               {".fgb", ExportFormat::FlatGeobuf},  {".sql", ExportFormat::Sql}};


std::string beside(const std::string& target, const char* ending) { return std::filesystem::path(target).replace_extension(ending).string(); }

/// The title of the map; beyond some hundred events no title says what they have in common, and making one takes long.
std::string title_of(Data& data, const claims::Ledger& ledger, const std::string& target, const ExportOptions& options) {
  constexpr std::size_t kMostEvents = 1000;
  const std::string name = std::filesystem::path(target).stem().string();
  if (ledger.events.size() > kMostEvents) return name;
  try {
    SceneOptions scene;
    scene.worldview = options.worldview;
    return make_scene(data, ledger, scene).scene.title;
  } catch (const NothingToDraw&) {
    return name;
  }
}

features::TableOptions table_options(Data& data, const ExportOptions& options) {
  features::TableOptions chosen;
  chosen.extent = options.everything ? features::Extent::Everything : options.transfers ? features::Extent::Transfers : features::Extent::AsMapped;
  chosen.base_map = &data.base_map(options.worldview);
  return chosen;
}

/// The ledger as it is to be told: itself, not a copy, unless places become coarser.
const claims::Ledger& told(const claims::Ledger& ledger, Data& data, const ExportOptions& options, std::optional<claims::Ledger>& coarser) {
  if (options.coarsen == Coarseness::None) return ledger;
  return coarser.emplace(coarsen(ledger, options.coarsen, data));
}

FeatureTables tables_of(Data& data, const claims::Ledger& ledger, const ExportOptions& options) {
  std::optional<claims::Ledger> coarser;
  return features::make_tables(told(ledger, data, options, coarser), table_options(data, options));
}

std::vector<const VectorLayer*> marks_of(const FeatureTables& tables) { return {&tables.sites, &tables.movements, &tables.areas}; }

/// The one layer for a format that holds one: by name, or all marks together.
VectorLayer one_layer(const FeatureTables& tables, const std::string& name) {
  if (name.empty() || name == "marks") return features::combine_layers(marks_of(tables), "marks");
  std::string known = "marks";
  for (const auto* layer : {&tables.sites, &tables.movements, &tables.movement_arrows, &tables.outlines, &tables.areas, &tables.claims, &tables.sources, &tables.citations, &tables.conflicts}) {
    if (layer->name == name) return *layer;
    known += ", " + layer->name;
  }
  throw UsageError("there is no layer '" + name + "'", "choose one of " + known);
}

/// Formats without shared areas repeat an outline for every event. Some 40 bytes a vertex: more than a gigabyte is no file that anybody can open.
void check_repeated_areas(const FeatureTables& tables, ExportFormat format, const ExportOptions& options) {
  constexpr std::size_t kMostVertices = 25'000'000;
  const bool shares = format == ExportFormat::Sql || format == ExportFormat::Database;
  const bool writes = options.layer == "areas" || options.layer == "marks" || (options.layer.empty() && format != ExportFormat::Csv);
  if (shares || !writes) return;
  std::size_t vertices = 0;
  for (const auto& feature : tables.areas.features) {
    const auto* area = geo::areas_of(feature.geometry);
    if (area == nullptr) continue;
    for (const auto& polygon : *area) vertices += polygon.outer.size();
  }
  if (vertices <= kMostVertices) return;
  throw UsageError("in this format the outline of a region stands once for each of its events, and the " + std::to_string(tables.areas.features.size()) + " areas are too many for that",
                   "write a GeoPackage (.gpkg), in which it stands once, or another --layer");
}

std::string text_of(const FeatureTables& tables, ExportFormat format, const ExportOptions& options, const detail::QgisStyles& styles) {
  switch (format) {
    case ExportFormat::GeoJson: return geo::to_geojson(one_layer(tables, options.layer));
    case ExportFormat::Csv: return detail::to_csv(one_layer(tables, options.layer.empty() ? "claims" : options.layer));
    case ExportFormat::Kml:
    case ExportFormat::Kmz: {
      if (options.layer.empty()) return detail::to_kml(marks_of(tables), "Dateline", styles);
      const VectorLayer one = one_layer(tables, options.layer);
      return detail::to_kml({&one}, "Dateline", styles);
    }
    case ExportFormat::Sql:
    case ExportFormat::Database: {
      auto copy = tables;
      std::vector<std::pair<std::string, std::string>> qml;
      if (options.sidecars) qml = {{"sites", styles.qml("marks")}, {"movements", styles.qml("marks")}, {"areas", styles.qml("marks")}, {"movement_arrows", styles.qml("arrows")}};
      auto layers = std::move(copy).take_layers();
      // Its rows would belong to all ledgers of the database at once, and each would count its own events only.
      std::erase_if(layers, [](const VectorLayer& layer) { return layer.name == "outlines"; });
      return detail::to_postgis(layers, options.schema, qml);
    }
    default: throw UsageError("this format is no text", "name a file with -o");
  }
}

}  // namespace

ExportFormat export_format(const std::string& target) {
  if (geo::is_database(target)) return ExportFormat::Database;
  std::string ending = std::filesystem::path(target).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& known : kEndings) {
    if (ending == known.ending) return known.format;
  }
  throw UsageError("the ending of '" + target + "' names no format for GIS programs", "use .geojson, .gpkg, .kml, .kmz, .csv, .fgb, .sql or postgresql://...");
}

std::vector<std::string> export_files(const std::string& target, const ExportOptions& options) {
  const auto format = export_format(target);
  if (format == ExportFormat::Database) return {};
  std::vector<std::string> files = {target};
  if (options.sidecars && (format == ExportFormat::GeoJson || format == ExportFormat::FlatGeobuf)) files.push_back(beside(target, ".qml"));
  if (options.sidecars && options.base_map && format == ExportFormat::GeoPackage) files.push_back(beside(target, ".qgz"));
  return files;
}

std::string export_text(Data& data, const claims::Ledger& ledger, ExportFormat format, const ExportOptions& options) {
  const detail::QgisStyles styles(styles::load_style(options.style, data.folder()), data.folder());
  const FeatureTables tables = tables_of(data, ledger, options);
  check_repeated_areas(tables, format, options);
  return text_of(tables, format, options, styles);
}

Exported export_ledger(Data& data, const claims::Ledger& ledger, const std::string& target, const ExportOptions& options, Overwrite overwrite) {
  const auto format = export_format(target);
  if (!options.layer.empty() && (format == ExportFormat::GeoPackage || format == ExportFormat::Sql || format == ExportFormat::Database)) {
    throw UsageError("--layer is for formats of one table", "leave it out: this format holds all of them");
  }
  const detail::QgisStyles styles(styles::load_style(options.style, data.folder()), data.folder());
  Exported done;
  done.files = export_files(target, options);
  if (format == ExportFormat::GeoPackage) {
    std::optional<claims::Ledger> coarser;
    done.rows = detail::write_package(data, told(ledger, data, options, coarser), table_options(data, options), target, title_of(data, ledger, target, options), options, styles, overwrite);
    return done;
  }
  FeatureTables tables = tables_of(data, ledger, options);
  check_repeated_areas(tables, format, options);
  for (const auto table : detail::reported_tables) done.rows.emplace_back(tables.at(table).name, tables.at(table).features.size());
  switch (format) {
    case ExportFormat::FlatGeobuf: geo::write_vector_file({one_layer(tables, options.layer)}, target, geo::VectorFormat::FlatGeobuf, overwrite); break;
    case ExportFormat::Database: geo::run_in_database(target, text_of(tables, format, options, styles)); break;
    case ExportFormat::Kmz: write_file_atomically(target, detail::zip_of_one("doc.kml", text_of(tables, format, options, styles)), overwrite); break;
    default: write_file_atomically(target, text_of(tables, format, options, styles), overwrite); break;
  }
  if (done.files.size() > 1) write_file_atomically(done.files[1], styles.qml(options.layer == "movement_arrows" ? "arrows" : "marks"), overwrite);
  return done;
}

}  // namespace dateline::pipeline
