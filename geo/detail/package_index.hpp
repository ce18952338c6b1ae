#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/detail/new_database.hpp"
#include "geo/detail/wkb.hpp"

namespace dateline::geo::detail {

struct IndexedRow {
  std::int64_t id = 0;
  PlainExtent extent;
};

/// Makes SQLite's R-tree `name` over the rows, whole: packed by place (sort-tile-recursive), many times quicker than row by row, and searched quicker,
/// for its nodes are full and hardly overlap. Boxes are rounded outwards to single precision, as SQLite does.
/// Source: S. Leutenegger et al., "STR: A Simple and Efficient Algorithm for R-Tree Packing" (1997); the layout of the nodes: SQLite's rtree.c.
void make_index(NewDatabase& database, const std::string& name, const std::vector<IndexedRow>& rows);

}  // namespace dateline::geo::detail
