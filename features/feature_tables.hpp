#pragma once

#include <cstddef>
#include <vector>

#include "claims/ledger.hpp"
#include "geo/basemap.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::features {

enum class Extent {
  AsMapped,     ///< the events that `dateline map` draws
  Transfers,    ///< and deliveries of materiel
  Everything,   ///< and what is told as history or only denied
};

struct TableOptions {
  Extent extent = Extent::AsMapped;
  const geo::BaseMap* base_map = nullptr;  ///< for outlines; without it regions are boxes
};

/// The layers and tables: outlines before the areas that share them, areas before what lies on top.
enum class Table { Outlines, Areas, MovementArrows, Movements, Sites, Claims, Sources, Citations, Conflicts };
inline constexpr std::size_t table_count = 9;

/// A ledger as flat layers and tables; docs/formats/gis.md lists the fields. Ids are stable as long as the ledger's are, numbers are the map's.
struct FeatureTables {
  geo::VectorLayer outlines;         ///< each region or country once, whatever the number of its events
  geo::VectorLayer areas;            ///< one row an event and region or country; its area is one of outlines, shared with it
  geo::VectorLayer movement_arrows;  ///< the movements with three vertices, start, crest and end, for QGIS's curved arrows
  geo::VectorLayer movements;        ///< one curve a movement and destination
  geo::VectorLayer sites;            ///< one point an event and town or site, with radius_m
  geo::VectorLayer claims;           ///< every claim of the ledger, whether it is mapped or not
  geo::VectorLayer sources;          ///< who says it
  geo::VectorLayer citations;        ///< a quote a row, with its story and link
  geo::VectorLayer conflicts;        ///< where the sources disagree

  [[nodiscard]] geo::VectorLayer& at(Table table);
  /// All of them, in the order of Table.
  [[nodiscard]] std::vector<geo::VectorLayer> take_layers() &&;
};

/// The layers and tables without a row, for their names and fields.
[[nodiscard]] FeatureTables empty_tables();

/// Takes rows as they are made: those of the marks in turn, event by event, after all outlines; then table by table.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void add(Table table, geo::Feature row) = 0;
};

/// Makes the rows one after the other, for who cannot keep them all: those of 50,000 claims are half a gigabyte. They fit empty_tables().
/// Throws InputError for a place without valid coordinates.
void make_rows(const claims::Ledger& ledger, const TableOptions& options, RowSink& sink);

/// The rows of make_rows() in their tables.
[[nodiscard]] FeatureTables make_tables(const claims::Ledger& ledger, const TableOptions& options);

}  // namespace dateline::features
