#include <algorithm>
#include <cmath>
#include <numbers>

#include "gazetteer/detail/store_impl.hpp"

namespace dateline::gazetteer {

using detail::grid_columns;
using detail::grid_rows;

namespace {

int column_of(double lon) { return std::clamp(static_cast<int>(std::floor(lon + 180)), 0, grid_columns - 1); }
int row_of(double lat) { return std::clamp(static_cast<int>(std::floor(lat + 90)), 0, grid_rows - 1); }

/// Records of one cell, most populous first; empty where the bytes are damaged.
std::span<const std::uint32_t> cell(const detail::StoreFile& file, int row, int column) {
  const auto index = static_cast<std::size_t>(row) * grid_columns + static_cast<std::size_t>(column);
  const auto first = file.grid_cells[index];
  const auto last = file.grid_cells[index + 1];
  if (first > last || last > file.grid_records.size()) return {};
  return file.grid_records.subspan(first, last - first);
}

struct SizedRecord {
  std::uint32_t record;
  double size;
};

/// Square degrees, those of longitude as long as they are in the middle of the box: for comparing only.
double size_of(const geo::Box& extent) {
  const double middle = (extent.south + extent.north) / 2 * std::numbers::pi / 180;
  return extent.longitude_span() * std::cos(middle) * extent.latitude_span();
}

/// A route is a way through waters that have names, and half a sea has none of its own.
bool is_named_on_maps(const Place& water) { return water.feature_code != "sea_route" && water.feature_code != "sea_part"; }

}  // namespace

std::vector<Place> Store::cities_in(const geo::Box& box, std::int64_t min_population, std::size_t limit) const {
  const auto& file = impl_->file;
  std::vector<std::uint32_t> found;
  const int first_column = column_of(box.west);
  const int columns = box.crosses_date_line() ? grid_columns - first_column + column_of(box.east) + 1 : column_of(box.east) - first_column + 1;
  for (int row = row_of(box.south); row <= row_of(box.north); ++row) {
    for (int i = 0; i < std::min(columns, grid_columns); ++i) {
      for (const auto record : cell(file, row, (first_column + i) % grid_columns)) {
        if (record >= file.records.size() || file.records[record].population < min_population) break;
        if (box.contains(impl_->point(file.records[record]))) found.push_back(record);
      }
    }
  }
  const auto order = [&](std::uint32_t a, std::uint32_t b) {
    const auto pa = file.records[a].population;
    const auto pb = file.records[b].population;
    return pa != pb ? pa > pb : a < b;
  };
  const auto count = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), order);
  std::vector<Place> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(place(found[i]));
  return out;
}

std::vector<std::uint32_t> Store::extents_at(geo::LonLat point) const {
  const auto& file = impl_->file;
  std::vector<SizedRecord> found;
  for (const auto& entry : file.boxes) {
    if (entry.record >= file.records.size()) continue;
    const auto extent = impl_->box(entry.record);
    if (extent && extent->contains(point)) found.push_back({entry.record, size_of(*extent)});
  }
  std::sort(found.begin(), found.end(), [](const SizedRecord& a, const SizedRecord& b) { return a.size != b.size ? a.size < b.size : a.record < b.record; });
  std::vector<std::uint32_t> out;
  for (const auto& sized : found) out.push_back(sized.record);
  return out;
}

std::vector<Place> Store::waters_in(const geo::Box& box, std::size_t limit) const {
  const auto& file = impl_->file;
  std::vector<SizedRecord> found;
  for (const auto& entry : file.boxes) {
    if (entry.record >= file.records.size()) continue;
    const auto kind = static_cast<PlaceKind>(file.records[entry.record].kind);
    if (kind != PlaceKind::Sea && kind != PlaceKind::Strait) continue;
    const auto extent = impl_->box(entry.record);
    if (!extent || !geo::intersects(*extent, box)) continue;
    found.push_back({entry.record, size_of(*extent)});
  }
  std::sort(found.begin(), found.end(), [](const SizedRecord& a, const SizedRecord& b) { return a.size != b.size ? a.size > b.size : a.record < b.record; });
  std::vector<Place> out;
  for (std::size_t i = 0; i < found.size() && out.size() < limit; ++i) {
    Place water = place(found[i].record);
    if (is_named_on_maps(water)) out.push_back(std::move(water));
  }
  return out;
}

std::vector<Store::NearPlace> Store::nearest(geo::LonLat point, std::size_t limit) const {
  const auto& file = impl_->file;
  std::vector<NearPlace> found;
  const auto nearer = [](const NearPlace& a, const NearPlace& b) { return a.distance != b.distance ? a.distance < b.distance : a.record < b.record; };
  if (limit == 0) return found;
  const int row = row_of(point.lat());
  const int column = column_of(point.lon());
  constexpr double metres_per_degree = 111'195;
  for (int ring = 0; ring < grid_rows; ++ring) {
    // Everything not yet read is at least `ring - 1` degrees of latitude, or so many of longitude, away.
    if (found.size() >= limit) {
      const double furthest_lat = std::min(90.0, std::abs(point.lat()) + ring);
      const double reach = std::max(0, ring - 1) * metres_per_degree * std::cos(furthest_lat * std::numbers::pi / 180);
      if (found[limit - 1].distance.value() <= reach) break;
    }
    for (int r = std::max(0, row - ring); r <= std::min(grid_rows - 1, row + ring); ++r) {
      const bool whole_row = r == row - ring || r == row + ring;
      const int step = whole_row || ring == 0 ? 1 : 2 * ring;
      for (int c = column - ring; c <= column + ring; c += step) {
        if (c > column + 179 || c < column - 180) continue;  // already met from the other side
        for (const auto record : cell(file, r, (c + 2 * grid_columns) % grid_columns)) {
          if (record < file.records.size()) found.push_back({record, geo::great_circle_distance(point, impl_->point(file.records[record]))});
        }
      }
    }
    std::sort(found.begin(), found.end(), nearer);
    if (found.size() > limit) found.resize(limit);
  }
  return found;
}

}  // namespace dateline::gazetteer
