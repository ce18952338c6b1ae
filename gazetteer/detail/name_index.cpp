#include "gazetteer/detail/name_index.hpp"

#include <algorithm>
#include <cstring>

namespace dateline::gazetteer::detail {

namespace {

/// Reads a count of up to 28 bits, seven bits a byte; false at the end of the bytes.
inline bool read_count(std::span<const unsigned char> bytes, std::size_t& at, std::uint32_t& value) noexcept {
  value = 0;
  for (unsigned shift = 0; shift < 28; shift += 7) {
    if (at >= bytes.size()) return false;
    const auto byte = bytes[at++];
    value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

/// The head of an entry; its suffix starts at `suffix`.
struct Entry {
  std::uint32_t shared = 0;
  std::uint32_t length = 0;  // of the suffix
  std::uint32_t count = 0;   // of postings
  std::size_t suffix = 0;
};

inline bool read_entry(std::span<const unsigned char> bytes, std::size_t& at, Entry& entry) noexcept {
  if (bytes.size() - at < 3 || at > bytes.size()) return false;
  entry.shared = bytes[at++];
  entry.length = bytes[at++];
  if (!read_count(bytes, at, entry.count)) return false;
  if (entry.length > bytes.size() - at) return false;
  entry.suffix = at;
  at += entry.length;
  return true;
}

/// The places of name number `index` if it is exactly `folded`.
std::span<const Candidate> candidates_of(const StoreFile& file, std::uint32_t index, std::string_view folded) noexcept {
  if (index >= file.header().names) return {};
  const auto& block = file.name_blocks[index / names_per_block];
  std::size_t at = block.offset;
  std::uint64_t posting = block.first_posting;
  // Only how far the names agree with `folded` has to be carried along: `match` bytes of the last name do.
  std::size_t match = 0;
  std::size_t length = 0;
  Entry entry;
  for (std::size_t i = index - index % names_per_block;; ++i) {
    if (!read_entry(file.name_bytes, at, entry)) return {};
    if (entry.shared <= match) {
      const auto* suffix = reinterpret_cast<const char*>(file.name_bytes.data() + entry.suffix);
      match = entry.shared;
      const auto most = std::min<std::size_t>(entry.length, folded.size() - match);
      std::size_t same = 0;
      while (same < most && suffix[same] == folded[match + same]) ++same;
      match += same;
    }
    length = std::size_t{entry.shared} + entry.length;
    if (i == index) break;
    posting += entry.count;
  }
  if (match != folded.size() || length != folded.size()) return {};
  const auto all = file.postings;
  if (posting > all.size() || entry.count > all.size() - posting) return {};
  return all.subspan(static_cast<std::size_t>(posting), entry.count);
}

}  // namespace

NameReader::NameReader(const StoreFile& file, std::size_t block) noexcept : file_(&file), index_(block * names_per_block) {}

bool NameReader::next() noexcept {
  if (index_ >= file_->header().names) return false;
  if (index_ % names_per_block == 0) {
    const auto& block = file_->name_blocks[index_ / names_per_block];
    at_ = block.offset;
    posting_ = block.first_posting;
    length_ = 0;
  }
  Entry entry;
  if (!read_entry(file_->name_bytes, at_, entry) || entry.shared > length_ || entry.shared + entry.length > sizeof name_) return false;
  std::memcpy(name_ + entry.shared, file_->name_bytes.data() + entry.suffix, entry.length);
  shared_ = index_ % names_per_block == 0 ? 0 : entry.shared;
  length_ = entry.shared + entry.length;
  first_ = posting_;
  count_ = entry.count;
  posting_ += entry.count;
  ++index_;
  return true;
}

std::span<const Candidate> NameReader::candidates() const noexcept {
  const auto all = file_->postings;
  if (first_ > all.size() || count_ > all.size() - first_) return {};
  return all.subspan(static_cast<std::size_t>(first_), count_);
}

HashEntry probe(const StoreFile& file, std::uint64_t hash, std::string_view folded) noexcept {
  const auto slots = file.name_hash;
  const auto fingerprint = fingerprint_of(hash);
  auto at = home_slot(hash, slots.size());
  HashEntry found;
  for (std::size_t step = 0; step < slots.size(); ++step) {
    const auto slot = slots[at];
    if (slot.fingerprint == none) return found;
    if (slot.fingerprint == fingerprint) {
      // Two names can share a fingerprint: the name itself decides, and the search goes on after a false one.
      const auto index = slot.value & ~longer_bit;
      const auto candidates = index == prefix_only ? std::span<const Candidate>{} : candidates_of(file, index, folded);
      if (index == prefix_only || !candidates.empty()) found.longer = found.longer || (slot.value & longer_bit) != 0;
      if (!candidates.empty()) return {index, found.longer, candidates};
    }
    if (++at == slots.size()) at = 0;
  }
  return found;
}

std::size_t block_of(const StoreFile& file, std::string_view folded) noexcept {
  std::size_t low = 0;
  std::size_t high = file.name_blocks.size();
  while (low < high) {
    const auto middle = (low + high) / 2;
    std::size_t at = file.name_blocks[middle].offset;
    Entry entry;
    if (!read_entry(file.name_bytes, at, entry)) return low;
    const std::string_view head(reinterpret_cast<const char*>(file.name_bytes.data() + entry.suffix), entry.length);
    if (head < folded) low = middle + 1;
    else high = middle;
  }
  return low == 0 ? 0 : low - 1;
}

}  // namespace dateline::gazetteer::detail
