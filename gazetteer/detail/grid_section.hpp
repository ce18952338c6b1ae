#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gazetteer/detail/store_format.hpp"
#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

/// Populated places by cell of one degree, most populous first: `records[cells[c]] .. records[cells[c + 1]]` lie in cell c.
struct GridSections {
  std::vector<std::uint32_t> cells;
  std::vector<std::uint32_t> records;
};

/// The cell of a record, whose coordinates are in units of 1e-5 degree.
[[nodiscard]] inline std::size_t cell_of(const Record& record) noexcept {
  const auto column = std::clamp((record.lon + 18'000'000) / 100'000, 0, grid_columns - 1);
  const auto row = std::clamp((record.lat + 9'000'000) / 100'000, 0, grid_rows - 1);
  return static_cast<std::size_t>(row) * grid_columns + static_cast<std::size_t>(column);
}

/// `records` is any container of Record with indices.
template <typename Records>
[[nodiscard]] GridSections make_grid(const Records& records) {
  GridSections out;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (records[i].kind == static_cast<std::uint8_t>(PlaceKind::City)) out.records.push_back(i);
  }
  std::sort(out.records.begin(), out.records.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto cell_a = cell_of(records[a]), cell_b = cell_of(records[b]);
    if (cell_a != cell_b) return cell_a < cell_b;
    return records[a].population != records[b].population ? records[a].population > records[b].population : a < b;
  });
  out.cells.assign(grid_columns * grid_rows + 1, 0);
  for (const auto record : out.records) ++out.cells[cell_of(records[record]) + 1];
  for (std::size_t i = 1; i < out.cells.size(); ++i) out.cells[i] += out.cells[i - 1];
  return out;
}

}  // namespace dateline::gazetteer::detail
