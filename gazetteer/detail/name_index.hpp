#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gazetteer/detail/store_file.hpp"

namespace dateline::gazetteer::detail {

/// One entry of the sorted names while reading them in order.
class NameReader {
 public:
  /// Stands before the first name of `block`.
  NameReader(const StoreFile& file, std::size_t block) noexcept;
  /// Steps to the next name; false at the end (or where the bytes are damaged).
  [[nodiscard]] bool next() noexcept;
  [[nodiscard]] std::string_view name() const noexcept { return {name_, length_}; }
  /// Bytes that this name shares with the one before; 0 at the start of a block.
  [[nodiscard]] std::size_t shared() const noexcept { return shared_; }
  [[nodiscard]] std::span<const Candidate> candidates() const noexcept;

 private:
  const StoreFile* file_;
  std::size_t index_;            // of the next name
  std::size_t at_ = 0;           // into name_bytes
  std::uint64_t posting_ = 0;    // of the next name
  std::uint64_t first_ = 0;      // of this name
  std::uint32_t count_ = 0;
  std::size_t shared_ = 0;
  std::size_t length_ = 0;
  char name_[256] = {};
};

/// What the hash knows of a folded text.
struct HashEntry {
  std::uint32_t name = none;  ///< number of the name that is this text; `none` if there is none
  bool longer = false;        ///< some name goes on after this text with a further word
  std::span<const Candidate> candidates;
};
/// `hash` is the finished hash of `folded`.
[[nodiscard]] HashEntry probe(const StoreFile& file, std::uint64_t hash, std::string_view folded) noexcept;

/// The block in which the first name that is not less than `folded` stands or begins after.
[[nodiscard]] std::size_t block_of(const StoreFile& file, std::string_view folded) noexcept;

}  // namespace dateline::gazetteer::detail
