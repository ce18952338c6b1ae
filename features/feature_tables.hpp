#pragma once

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

/// A ledger as flat layers and tables; docs/formats/gis.md lists the fields. Ids are stable as long as the ledger's are, numbers are the map's.
struct FeatureTables {
  geo::VectorLayer movements;        ///< one curve a movement and destination
  geo::VectorLayer movement_arrows;  ///< the same with three vertices, start, crest and end, for QGIS's curved arrows
  geo::VectorLayer sites;            ///< one point an event and town or site, with radius_m
  geo::VectorLayer outlines;         ///< each region or country once, whatever the number of its events
  geo::VectorLayer areas;            ///< one row an event and region or country; its area is one of outlines, shared with it
  geo::VectorLayer claims;           ///< every claim of the ledger, whether it is mapped or not
  geo::VectorLayer sources;          ///< who says it
  geo::VectorLayer citations;        ///< a quote a row, with its story and link
  geo::VectorLayer conflicts;        ///< where the sources disagree

  /// All of them: outlines before the areas that share them, areas before what lies on top.
  [[nodiscard]] std::vector<geo::VectorLayer> take_layers() &&;
};

/// The same layers and tables without a row, for their names and fields.
[[nodiscard]] FeatureTables empty_tables();

/// Throws InputError for a place without valid coordinates.
[[nodiscard]] FeatureTables make_tables(const claims::Ledger& ledger, const TableOptions& options);

}  // namespace dateline::features
