#include "gazetteer/detail/store_file.hpp"

#include <zlib.h>

#include <cstddef>
#include <cstring>

#include "base/error.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

constexpr const char* rebuild_hint = "build it again with `dateline gazetteer build`, or reinstall Dateline if it is the default store";

}  // namespace

std::uint64_t header_crc(const Header& header) noexcept {
  Bytef bytes[sizeof(Header)];
  std::memcpy(bytes, &header, sizeof header);
  return ::crc32(0, bytes, static_cast<uInt>(offsetof(Header, crc)));
}

StoreFile::StoreFile(std::shared_ptr<const void> keep, std::span<const std::byte> bytes, const std::string& name)
    : keep_(std::move(keep)), bytes_(bytes), name_(name) {
  check_header();
  name_blocks = array<NameBlock>(Section::NameBlocks);
  name_bytes = array<unsigned char>(Section::NameBytes);
  name_hash = array<HashSlot>(Section::NameHash);
  postings = array<Candidate>(Section::Postings);
  records = array<Record>(Section::Records);
  features = array<std::uint32_t>(Section::Features);
  countries = array<CountryEntry>(Section::Countries);
  admin1s = array<Admin1Entry>(Section::Admin1s);
  boxes = array<BoxEntry>(Section::Boxes);
  tagged_names = array<TaggedName>(Section::TaggedNames);
  id_numbers = array<IdEntry>(Section::IdNumbers);
  id_texts = array<IdEntry>(Section::IdTexts);
  grid_cells = array<std::uint32_t>(Section::GridCells);
  grid_records = array<std::uint32_t>(Section::GridRecords);
  languages = array<std::uint32_t>(Section::Languages);
  sources = array<std::uint32_t>(Section::Sources);
  const auto blocks = (header_.names + names_per_block - 1) / names_per_block;
  if (records.size() != header_.places || postings.size() != header_.postings || name_blocks.size() != blocks || name_hash.empty() ||
      grid_cells.size() != grid_columns * grid_rows + 1) {
    refuse("the place store is damaged: its parts do not fit together", rebuild_hint);
  }
}

void StoreFile::refuse(const std::string& message, const std::string& hint) const {
  InputError error(message, hint);
  error.set_file(name_);
  throw error;
}

void StoreFile::check_header() const {
  auto& header = const_cast<StoreFile*>(this)->header_;  // filled once, here
  if (bytes_.size() < sizeof(Header)) {
    refuse("is not a place store: it is shorter than a store's header", "give a file made by `dateline gazetteer build`");
  }
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (header.magic != store_magic) {
    refuse("is not a place store", "give a file made by `dateline gazetteer build`; GeoNames tables have to be built into one first");
  }
  if (header.version != store_version) {
    refuse("is a place store of format version " + std::to_string(header.version) + ", this program reads version " + std::to_string(store_version),
           rebuild_hint);
  }
  if (header.folding != folding_version) {
    refuse("is a place store whose names were folded by version " + std::to_string(header.folding) + " of the rules, this program uses version " +
               std::to_string(folding_version),
           rebuild_hint);
  }
  if (header.crc != header_crc(header)) refuse("the place store is damaged: its header does not have its checksum", rebuild_hint);
  if (header.file_size != bytes_.size()) {
    refuse("the place store is truncated or has bytes added: " + std::to_string(bytes_.size()) + " bytes instead of " +
               std::to_string(header.file_size),
           rebuild_hint);
  }
}

template <typename T>
std::span<const T> StoreFile::array(Section section) const {
  const auto range = header_.sections[static_cast<std::size_t>(section)];
  const bool inside = range.offset >= sizeof(Header) && range.offset <= bytes_.size() && range.size <= bytes_.size() - range.offset;
  if (!inside || range.offset % 8 != 0 || range.size % sizeof(T) != 0) {
    refuse("the place store is damaged: a section lies outside the file", rebuild_hint);
  }
  return {reinterpret_cast<const T*>(bytes_.data() + range.offset), static_cast<std::size_t>(range.size / sizeof(T))};
}

std::string_view StoreFile::text(Section section) const noexcept {
  const auto range = header_.sections[static_cast<std::size_t>(section)];
  if (range.offset > bytes_.size() || range.size > bytes_.size() - range.offset) return {};
  return {reinterpret_cast<const char*>(bytes_.data() + range.offset), static_cast<std::size_t>(range.size)};
}

std::string_view StoreFile::string(std::uint32_t offset) const noexcept {
  const auto pool = text(Section::Strings);
  if (offset >= pool.size()) return {};
  // One length byte, or 255 and two bytes more.
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(pool[i]); };
  std::size_t start = offset + std::size_t{1};
  std::size_t length = byte(offset);
  if (length == 255) {
    if (pool.size() - start < 2) return {};
    length = byte(start) | static_cast<std::size_t>(byte(start + 1)) << 8U;
    start += 2;
  }
  if (length > pool.size() - start) return {};
  return pool.substr(start, length);
}

}  // namespace dateline::gazetteer::detail
