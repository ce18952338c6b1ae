#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// A style that QGIS finds in a GeoPackage and gives to the layer when it is opened (table layer_styles).
struct StoredStyle {
  std::string layer;
  std::string qml;
};
/// A QGIS project kept inside a GeoPackage (table qgis_projects).
struct StoredProject {
  std::string name;
  std::string archive;  ///< bytes of a .qgz file
};
struct GeoPackageExtras {
  std::vector<StoredStyle> styles;
  std::vector<StoredProject> projects;
  std::vector<std::string> order;  ///< of the layers as readers list them; others follow as they were added
};

/// A GeoPackage that is filled row by row: the tables of a large ledger need not be in memory. Rows of several layers may come in turn. The same rows
/// in the same order give the same bytes; the date of the contents is SOURCE_DATE_EPOCH, or 1970 without one.
///
/// Lines and areas that cross the date line are cut there.
/// Errors: OutputError for a folder that cannot be written or a full disk; std::logic_error for a row whose values or geometry do not fit its layer.
class GeoPackageWriter {
 public:
  /// The file is made under another name and takes its own in finish(). Throws OutputError for an existing file under Overwrite::Refuse.
  GeoPackageWriter(std::filesystem::path target, Overwrite overwrite);
  /// Leaves nothing behind if finish() was not called.
  ~GeoPackageWriter();
  GeoPackageWriter(const GeoPackageWriter&) = delete;
  GeoPackageWriter& operator=(const GeoPackageWriter&) = delete;

  /// Adds a layer and the features it has. A layer that takes its areas from another follows that one.
  std::size_t add_layer(const VectorLayer& layer);
  /// One more feature of the layer that add_layer() numbered so. A shared area of a layer with `areas_from` must have come there before.
  void add(std::size_t layer, const Feature& feature);
  void finish(const GeoPackageExtras& extras);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace dateline::geo
