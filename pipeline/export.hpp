#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "claims/ledger.hpp"
#include "pipeline/coarsen.hpp"
#include "pipeline/data.hpp"

namespace dateline::pipeline {

enum class ExportFormat { GeoJson, GeoPackage, Kml, Kmz, Csv, FlatGeobuf, Sql, Database };
/// By the ending of a file name in any case, or "postgresql://..." and "PG:...". Throws UsageError that lists what is known.
[[nodiscard]] ExportFormat export_format(const std::string& target);

/// A ledger for GIS programs.
struct ExportOptions {
  std::string layer;                      ///< formats of one table: which; empty: all marks, for CSV the claims
  Coarseness coarsen = Coarseness::None;
  bool transfers = false;                 ///< deliveries of materiel, too
  bool everything = false;                ///< also what is told as history or only denied
  std::string worldview = "un";
  std::string style = "light";            ///< theme of the QGIS styles
  bool base_map = true;                   ///< GeoPackage: our base map around the marks
  bool sidecars = true;                   ///< .qml and .qgz beside the file
  std::string schema = "dateline";        ///< database and SQL: the schema that holds the tables
};

struct Exported {
  std::vector<std::string> files;                          ///< what was written, the target first
  std::vector<std::pair<std::string, std::size_t>> rows;   ///< layer or table and its number of features
};

/// Text formats (GeoJSON, KML, CSV, SQL) as text, for standard output. Throws UsageError for the others.
[[nodiscard]] std::string export_text(Data& data, const claims::Ledger& ledger, ExportFormat format, const ExportOptions& options);

/// All files that an export to `target` writes, for checks before the work.
[[nodiscard]] std::vector<std::string> export_files(const std::string& target, const ExportOptions& options);

/// Writes the ledger's layers and tables. The same ledger gives the same bytes. Throws UsageError for a layer that the format or the ledger does not have,
/// OutputError for a target that cannot be written.
[[nodiscard]] Exported export_ledger(Data& data, const claims::Ledger& ledger, const std::string& target, const ExportOptions& options, Overwrite overwrite);

}  // namespace dateline::pipeline
