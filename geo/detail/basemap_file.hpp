#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "base/files.hpp"

/// Layout of the compiled base map files (docs/formats/basemap.md, part 3). Little-endian, 8-byte aligned sections.
namespace dateline::geo::detail {

inline constexpr std::uint64_t basemap_magic = 0x0A50414D4C544144;  // "DATLMAP\n"
inline constexpr std::uint32_t basemap_version = 2;
/// Coordinates in the files are whole units of this many degrees.
inline constexpr double degrees_per_unit = 1e-4;
/// No cell, no arc, no text.
inline constexpr std::uint32_t none = 0xFFFFFFFF;

enum class Section : std::uint32_t {
  Points, Levels, Arcs, RingArcs, Rings, Strings, Cells, Views, Owners, Countries, Regions, RegionCells, Labels, Count
};

struct FileHeader {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t kind;  ///< BaseMapKind
  std::uint64_t size;  ///< of the whole file
  std::uint64_t checksum;  ///< file_checksum() of the whole file, with zeros in this field
  struct Entry {
    std::uint64_t offset;
    std::uint64_t bytes;
  } sections[static_cast<std::size_t>(Section::Count)];
};

enum class BaseMapKind : std::uint32_t { Divisions = 1, Water = 2, Coast = 3 };

struct StoredPoint {
  std::int32_t x, y;
};

/// A box in file units; east may pass 180 degrees.
struct StoredBox {
  std::int32_t west, south, east, north;
};

struct StoredArc {
  std::uint32_t first, count;  ///< points; the levels run parallel
  StoredBox box;
  std::uint32_t left, right;   ///< cells of divisions, `none` for water
  std::uint32_t attribute;     ///< rivers: rank
  std::uint32_t flags;         ///< arc_disputed
};
inline constexpr std::uint32_t arc_disputed = 1;

struct StoredRing {
  std::uint32_t first, count;  ///< entries of RingArcs; entry >= 0 is an arc, < 0 is ~arc walked backwards
  StoredBox box;
  std::uint32_t group;         ///< rings of one polygon share it
  std::uint32_t unused;
};

struct StoredCell {
  std::uint32_t id, admin1, name;  ///< offsets into Strings
};
struct StoredCountry {
  std::uint32_t iso2, name;
};
/// Where a country's name stands in one view: a point inside its largest part, which `box` holds.
struct StoredLabel {
  StoredPoint point;
  StoredBox box;
  double area_km2;   ///< 0: no such country in the view
};
struct StoredRegion {
  std::uint32_t id, first, count;  ///< RegionCells
};

/// Importance of a vertex as stored: tolerance_of(level) metres is the largest tolerance that keeps it.
[[nodiscard]] std::uint8_t level_of(double metres) noexcept;
[[nodiscard]] double tolerance_of(std::uint8_t level) noexcept;

[[nodiscard]] std::uint64_t checksum(std::span<const std::byte> bytes) noexcept;
/// checksum() of a whole file, its header included but for the field that holds the sum. At least a header long.
[[nodiscard]] std::uint64_t file_checksum(std::span<const std::byte> file) noexcept;

/// One mapped file, checked: magic, version, kind, size, checksum, and every index in it, so that readers need not.
class BaseMapFile {
 public:
  /// Throws InputError that names the file and what is wrong with it.
  BaseMapFile(const std::filesystem::path& path, BaseMapKind kind);

  [[nodiscard]] std::span<const StoredPoint> points() const noexcept { return view<StoredPoint>(Section::Points); }
  [[nodiscard]] std::span<const std::uint8_t> levels() const noexcept { return view<std::uint8_t>(Section::Levels); }
  [[nodiscard]] std::span<const StoredArc> arcs() const noexcept { return view<StoredArc>(Section::Arcs); }
  [[nodiscard]] std::span<const std::int32_t> ring_arcs() const noexcept { return view<std::int32_t>(Section::RingArcs); }
  [[nodiscard]] std::span<const StoredRing> rings() const noexcept { return view<StoredRing>(Section::Rings); }
  [[nodiscard]] std::span<const StoredCell> cells() const noexcept { return view<StoredCell>(Section::Cells); }
  [[nodiscard]] std::span<const std::uint32_t> views() const noexcept { return view<std::uint32_t>(Section::Views); }
  /// Country of each cell, view after view.
  [[nodiscard]] std::span<const std::uint16_t> owners() const noexcept { return view<std::uint16_t>(Section::Owners); }
  [[nodiscard]] std::span<const StoredCountry> countries() const noexcept { return view<StoredCountry>(Section::Countries); }
  [[nodiscard]] std::span<const StoredRegion> regions() const noexcept { return view<StoredRegion>(Section::Regions); }
  [[nodiscard]] std::span<const std::uint32_t> region_cells() const noexcept { return view<std::uint32_t>(Section::RegionCells); }
  /// A label for each country, view after view.
  [[nodiscard]] std::span<const StoredLabel> labels() const noexcept { return view<StoredLabel>(Section::Labels); }
  /// Text at an offset of Strings; looks into the mapped file.
  [[nodiscard]] std::string_view text(std::uint32_t offset) const noexcept;

 private:
  template <typename T>
  [[nodiscard]] std::span<const T> view(Section section) const noexcept {
    const auto& entry = header().sections[static_cast<std::size_t>(section)];
    return {reinterpret_cast<const T*>(file_.bytes().data() + entry.offset), entry.bytes / sizeof(T)};
  }
  [[nodiscard]] const FileHeader& header() const noexcept {
    return *reinterpret_cast<const FileHeader*>(file_.bytes().data());
  }
  [[nodiscard]] const char* find_damage(BaseMapKind kind) const noexcept;
  [[nodiscard]] const char* find_bad_section() const noexcept;
  [[nodiscard]] const char* find_bad_index() const noexcept;

  MappedFile file_;
};

}  // namespace dateline::geo::detail
