#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gazetteer/detail/store_format.hpp"
#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

/// The sections of an opened store as typed arrays. Opening checks the header and that every section lies in the file;
/// contents are checked where they are used, so that a damaged body can give wrong answers but no wrong memory access.
class StoreFile {
 public:
  /// `keep` owns the bytes. Throws InputError (with `name` as its file).
  StoreFile(std::shared_ptr<const void> keep, std::span<const std::byte> bytes, const std::string& name);

  [[nodiscard]] const Header& header() const noexcept { return header_; }
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// The text at an offset into Strings; empty if the offset is wrong.
  [[nodiscard]] std::string_view string(std::uint32_t offset) const noexcept;
  [[nodiscard]] std::string_view text(Section section) const noexcept;

  std::span<const NameBlock> name_blocks;
  std::span<const unsigned char> name_bytes;
  std::span<const HashSlot> name_hash;
  std::span<const Candidate> postings;
  std::span<const Record> records;
  std::span<const std::uint32_t> features;
  std::span<const CountryEntry> countries;
  std::span<const Admin1Entry> admin1s;
  std::span<const BoxEntry> boxes;
  std::span<const TaggedName> tagged_names;
  std::span<const IdEntry> id_numbers;
  std::span<const IdEntry> id_texts;
  std::span<const std::uint32_t> grid_cells;
  std::span<const std::uint32_t> grid_records;
  std::span<const std::uint32_t> languages;
  std::span<const std::uint32_t> sources;

 private:
  void check_header() const;
  template <typename T>
  [[nodiscard]] std::span<const T> array(Section section) const;
  [[noreturn]] void refuse(const std::string& message, const std::string& hint) const;

  std::shared_ptr<const void> keep_;
  std::span<const std::byte> bytes_;
  std::string name_;
  Header header_;
};

/// CRC-32 of the header's bytes before its crc field.
[[nodiscard]] std::uint64_t header_crc(const Header& header) noexcept;

}  // namespace dateline::gazetteer::detail
