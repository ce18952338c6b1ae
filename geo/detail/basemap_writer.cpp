#include "geo/detail/basemap_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "geo/detail/ring_assembly.hpp"
#include "geo/detail/simplify.hpp"

namespace dateline::geo::detail {
namespace {

constexpr double metres_per_unit = 11.1319;  // 1e-4 degree of a great circle
constexpr std::int32_t full_turn = 3'600'000;

/// Metres on a plane that touches the Earth at the middle latitude of the arc: good enough for tolerances.
MapLine to_local_metres(const std::vector<StoredPoint>& points) {
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y < b.y; });
  const double middle = (low->y + high->y) / 2.0 * degrees_per_unit * std::numbers::pi / 180;
  const double squeeze = std::max(std::cos(middle), 0.05);
  MapLine metres;
  double x = points.front().x;
  for (const StoredPoint& p : points) {
    x += std::remainder(p.x - x, static_cast<double>(full_turn));
    metres.push_back({x * metres_per_unit * squeeze, p.y * metres_per_unit});
  }
  return metres;
}

template <typename T>
void append(std::string& out, FileHeader& header, Section section, const T& values) {
  out.resize((out.size() + 7) / 8 * 8);
  auto& entry = header.sections[static_cast<std::size_t>(section)];
  entry.offset = out.size();
  entry.bytes = values.size() * sizeof(values[0]);
  out.append(reinterpret_cast<const char*>(values.data()), entry.bytes);
}

}  // namespace

std::uint32_t BaseMapWriter::add_arc(const SourceArc& arc, std::uint32_t flags) {
  StoredArc stored{};
  stored.first = static_cast<std::uint32_t>(points_.size());
  stored.count = static_cast<std::uint32_t>(arc.points.size());
  stored.left = arc.left;
  stored.right = arc.right;
  stored.attribute = arc.attribute;
  stored.flags = flags;
  points_.insert(points_.end(), arc.points.begin(), arc.points.end());
  for (const double metres : importance(to_local_metres(arc.points))) levels_.push_back(level_of(metres));
  arcs_.push_back(stored);
  const std::int32_t self[1] = {static_cast<std::int32_t>(arcs_.size() - 1)};
  arcs_.back().box = box_of(self, arcs_, points_);
  return static_cast<std::uint32_t>(arcs_.size() - 1);
}

void BaseMapWriter::add_ring(const std::vector<std::int32_t>& arcs, std::uint32_t group) {
  StoredRing ring{};
  ring.first = static_cast<std::uint32_t>(ring_arcs_.size());
  ring.count = static_cast<std::uint32_t>(arcs.size());
  ring.box = box_of(arcs, arcs_, points_);
  ring.group = group;
  ring_arcs_.insert(ring_arcs_.end(), arcs.begin(), arcs.end());
  rings_.push_back(ring);
}

std::uint32_t BaseMapWriter::add_text(const std::string& text) {
  const auto [it, is_new] = offsets_.try_emplace(text, static_cast<std::uint32_t>(strings_.size()));
  if (is_new) strings_.append(text.c_str(), text.size() + 1);
  return it->second;
}

std::string BaseMapWriter::bytes() const {
  FileHeader header{};
  header.magic = basemap_magic;
  header.version = basemap_version;
  header.kind = static_cast<std::uint32_t>(kind_);
  std::string out(sizeof header, '\0');
  append(out, header, Section::Points, points_);
  append(out, header, Section::Levels, levels_);
  append(out, header, Section::Arcs, arcs_);
  append(out, header, Section::RingArcs, ring_arcs_);
  append(out, header, Section::Rings, rings_);
  append(out, header, Section::Strings, strings_);
  append(out, header, Section::Cells, cells);
  append(out, header, Section::Views, views);
  append(out, header, Section::Owners, owners);
  append(out, header, Section::Countries, countries);
  append(out, header, Section::Regions, regions);
  append(out, header, Section::RegionCells, region_cells);
  append(out, header, Section::Labels, labels);
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = file_checksum(std::as_bytes(std::span(out)));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace dateline::geo::detail
