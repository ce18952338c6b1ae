#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

/// The bytes of a place store, as docs/formats/place-store.md describes them. Little-endian; sections are 8-byte aligned.
namespace dateline::gazetteer::detail {

static_assert(std::endian::native == std::endian::little, "the store is mapped as it is; a big-endian reader must swap");

inline constexpr std::array<char, 8> store_magic = {'D', 'L', 'P', 'L', 'A', 'C', 'E', 'S'};
inline constexpr std::uint32_t store_version = 1;
inline constexpr std::size_t names_per_block = 16;
inline constexpr std::uint32_t none = 0xFFFFFFFFU;
/// Longest folded name kept, in bytes. Longer ones in the source are descriptions, not names.
inline constexpr std::size_t max_name_bytes = 200;

/// New sections are added at the end: an older reader passes over them, and in an older file they are empty.
enum class Section : std::uint32_t {
  NameBlocks, NameBytes, NameHash, Postings, Records, Strings, Features, Countries, Admin1s, Boxes, TaggedNames,
  IdNumbers, IdTexts, GridCells, GridRecords, Languages, Sources, Credits, BuiltFrom, CreditsShort, Count
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::Count);
inline constexpr std::size_t max_sections = 24;

struct SectionRange {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

/// The first 512 bytes of the file.
struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t folding = 0;
  std::uint64_t file_size = 0;
  std::uint64_t places = 0;
  std::uint64_t names = 0;
  std::uint64_t postings = 0;
  std::array<std::uint8_t, 32> body_sha256{};  ///< of every byte after the header
  std::array<SectionRange, max_sections> sections{};
  std::array<std::uint8_t, 40> reserved{};     ///< zero
  std::uint64_t crc = 0;                       ///< CRC-32 of all bytes before it
};
static_assert(sizeof(Header) == 512);

/// A block of 16 front-coded names.
struct NameBlock {
  std::uint32_t offset = 0;         ///< into NameBytes
  std::uint32_t first_posting = 0;  ///< index into Postings of the block's first name
};

/// A slot of the name hash: open addressing, linear probing. Empty: all ones.
struct HashSlot {
  std::uint32_t fingerprint = none;  ///< low half of the hash
  std::uint32_t value = none;        ///< bit 31: some name goes on after this one; rest: index of the name, or prefix_only
};
inline constexpr std::uint32_t longer_bit = 0x80000000U;
inline constexpr std::uint32_t prefix_only = 0x7FFFFFFFU;

struct Record {
  std::int32_t lon = 0;            ///< 1e-5 degree
  std::int32_t lat = 0;
  std::uint32_t population = 0;
  std::uint32_t name = 0;          ///< offset into Strings
  std::uint32_t id = 0;            ///< GeoNames number, or offset into Strings
  std::uint32_t admin2 = none;     ///< record
  std::uint16_t admin1 = 0;        ///< index into Admin1s; 0 is none
  std::uint16_t country = 0;       ///< index into Countries; 0 is none
  std::uint16_t feature = 0;       ///< index into Features
  std::uint16_t radius = 0;        ///< 100 m
  std::uint8_t kind = 0;
  std::uint8_t id_type = 0;        ///< 0 GeoNames number, 1 text
  std::uint8_t source = 0;         ///< index into Sources
  std::uint8_t reserved = 0;
};
static_assert(sizeof(Record) == 36);

struct CountryEntry {
  std::array<char, 2> iso{};
  std::uint16_t reserved = 0;
  std::uint32_t record = none;
  std::uint32_t capital = none;    ///< record
};

struct Admin1Entry {
  std::uint64_t code = 0;          ///< bytes of "UA.05", first in the highest byte
  std::uint32_t record = none;
  std::uint32_t reserved = 0;
};

struct BoxEntry {                  ///< sorted by record
  std::uint32_t record = 0;
  std::array<std::int32_t, 4> wsen{};  ///< 1e-5 degree
};

struct TaggedName {                ///< sorted by record, language
  std::uint32_t record = 0;
  std::uint32_t name = 0;          ///< offset into Strings
  std::uint32_t language = 0;      ///< index into Languages
};

struct IdEntry {                   ///< sorted by number, or by the text it points at
  std::uint32_t key = 0;
  std::uint32_t record = 0;
};

/// Hash of a folded name. FNV-1a can be carried on from word to word; the finish spreads it over all bits.
inline constexpr std::uint64_t hash_start = 0xcbf29ce484222325ULL;
[[nodiscard]] constexpr std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) noexcept {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}
[[nodiscard]] constexpr std::uint64_t hash_finish(std::uint64_t hash) noexcept {
  hash ^= hash >> 33U;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33U;
  hash *= 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33U);
}
/// What a slot keeps of a hash; never the value that marks an empty slot.
[[nodiscard]] constexpr std::uint32_t fingerprint_of(std::uint64_t hash) noexcept {
  const auto low = static_cast<std::uint32_t>(hash);
  return low == none ? 0 : low;
}
[[nodiscard]] constexpr std::uint64_t home_slot(std::uint64_t hash, std::uint64_t slots) noexcept {
  return ((hash >> 32U) * slots) >> 32U;
}

/// One cell is a degree; row 0 is the southernmost, column 0 starts at 180 W.
inline constexpr int grid_columns = 360;
inline constexpr int grid_rows = 180;

}  // namespace dateline::gazetteer::detail
