#include "geo/detail/basemap_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>

#include "base/error.hpp"

namespace dateline::geo::detail {
namespace {

/// Four levels to each doubling: a vertex is kept at most a fifth too long. Level 1 is 1 metre.
constexpr double levels_per_doubling = 4;

constexpr std::size_t element_size(Section section) noexcept {
  switch (section) {
    case Section::Points: return sizeof(StoredPoint);
    case Section::Arcs: return sizeof(StoredArc);
    case Section::RingArcs: return sizeof(std::int32_t);
    case Section::Rings: return sizeof(StoredRing);
    case Section::Cells: return sizeof(StoredCell);
    case Section::Views: return sizeof(std::uint32_t);
    case Section::Owners: return sizeof(std::uint16_t);
    case Section::Countries: return sizeof(StoredCountry);
    case Section::Regions: return sizeof(StoredRegion);
    case Section::RegionCells: return sizeof(std::uint32_t);
    case Section::Labels: return sizeof(StoredLabel);
    case Section::Levels:
    case Section::Strings:
    case Section::Count: break;
  }
  return 1;
}

bool fits(std::uint64_t first, std::uint64_t count, std::size_t size) noexcept { return first <= size && count <= size - first; }

}  // namespace

std::uint8_t level_of(double metres) noexcept {
  if (!(metres > 1)) return 0;
  return static_cast<std::uint8_t>(std::min(255.0, 1 + std::floor(levels_per_doubling * std::log2(metres))));
}

double tolerance_of(std::uint8_t level) noexcept { return level == 0 ? 0 : std::exp2((level - 1) / levels_per_doubling); }

std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
  // Four independent lanes, so that a few megabytes take a fraction of a millisecond.
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
  std::uint64_t lanes[4] = {1, 2, 3, 4};
  std::size_t at = 0;
  const auto mix = [](std::uint64_t state, std::uint64_t word) {
    state = (state ^ word) * prime;
    return state ^ (state >> 29U);
  };
  for (; at + 32 <= bytes.size(); at += 32) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + at, 32);
    for (int i = 0; i < 4; ++i) lanes[i] = mix(lanes[i], words[i]);
  }
  std::uint64_t result = bytes.size();
  for (; at < bytes.size(); ++at) result = mix(result, static_cast<std::uint64_t>(bytes[at]));
  for (const std::uint64_t lane : lanes) result = mix(result, lane);
  return result;
}

std::uint64_t file_checksum(std::span<const std::byte> file) noexcept {
  std::array<std::byte, sizeof(FileHeader)> header{};
  std::memcpy(header.data(), file.data(), header.size());
  std::memset(header.data() + offsetof(FileHeader, checksum), 0, sizeof FileHeader::checksum);
  return std::rotl(checksum(header), 1) ^ checksum(file.subspan(header.size()));
}

BaseMapFile::BaseMapFile(const std::filesystem::path& path, BaseMapKind kind) : file_(path) {
  if (const char* damage = find_damage(kind)) {
    throw InputError("base map " + path.string() + " " + damage, "reinstall Dateline, or rebuild its data with the target dateline_data");
  }
}

std::string_view BaseMapFile::text(std::uint32_t offset) const noexcept {
  const auto pool = view<char>(Section::Strings);
  if (offset >= pool.size()) return {};
  return {pool.data() + offset};  // the pool ends in a zero (find_bad_section)
}

const char* BaseMapFile::find_damage(BaseMapKind kind) const noexcept {
  const auto bytes = file_.bytes();
  if (bytes.size() < sizeof(FileHeader) || header().magic != basemap_magic) return "is not a Dateline base map";
  if (header().version != basemap_version) return "was made for another version of Dateline";
  if (header().kind != static_cast<std::uint32_t>(kind)) return "holds another part of the map than its name says";
  if (header().size != bytes.size()) return "is truncated";
  if (header().checksum != file_checksum(bytes)) return "is damaged (checksum)";
  if (const char* damage = find_bad_section()) return damage;
  return find_bad_index();
}

const char* BaseMapFile::find_bad_section() const noexcept {
  const std::size_t size = file_.bytes().size();
  for (std::size_t i = 0; i < static_cast<std::size_t>(Section::Count); ++i) {
    const auto& entry = header().sections[i];
    if (!fits(entry.offset, entry.bytes, size) || entry.offset % 8 != 0 || entry.bytes % element_size(static_cast<Section>(i)) != 0) {
      return "is damaged (section table)";
    }
  }
  const auto pool = view<char>(Section::Strings);
  if (!pool.empty() && pool.back() != '\0') return "is damaged (texts)";
  return nullptr;
}

const char* BaseMapFile::find_bad_index() const noexcept {
  const std::size_t arc_count = arcs().size();
  if (levels().size() != points().size()) return "is damaged (levels)";
  const bool has_cells = !cells().empty();
  for (const StoredArc& arc : arcs()) {
    if (!fits(arc.first, arc.count, points().size()) || arc.count < 2) return "is damaged (arcs)";
    if (!has_cells) continue;
    if ((arc.left != none && arc.left >= cells().size()) || (arc.right != none && arc.right >= cells().size())) {
      return "is damaged (cells of arcs)";
    }
  }
  for (const std::int32_t arc : ring_arcs()) {
    if (static_cast<std::size_t>(arc < 0 ? ~arc : arc) >= arc_count) return "is damaged (ring arcs)";
  }
  for (const StoredRing& ring : rings()) {
    if (!fits(ring.first, ring.count, ring_arcs().size())) return "is damaged (rings)";
  }
  if (owners().size() != views().size() * cells().size()) return "is damaged (views)";
  for (const std::uint16_t owner : owners()) {
    if (owner >= countries().size()) return "is damaged (owners)";
  }
  if (!labels().empty() && labels().size() != views().size() * countries().size()) return "is damaged (labels)";
  for (const StoredRegion& region : regions()) {
    if (!fits(region.first, region.count, region_cells().size())) return "is damaged (regions)";
  }
  for (const std::uint32_t cell : region_cells()) {
    if (cell >= cells().size()) return "is damaged (region cells)";
  }
  return nullptr;
}

}  // namespace dateline::geo::detail
