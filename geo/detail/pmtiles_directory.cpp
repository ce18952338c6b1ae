#include "geo/detail/pmtiles_directory.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/protobuf.hpp"
#include "geo/gzip.hpp"

namespace dateline::geo::detail {

namespace {

[[noreturn]] void fail(const std::string& message) { throw InputError(message, "the file is damaged; fetch or make it again"); }

/// Numbers of seven bits a byte, the lowest first.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t next() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) fail("a directory of tiles ends too early");
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    fail("a number in a directory of tiles is too long");
  }
  std::uint32_t next32() {
    const auto value = next();
    if (value > std::numeric_limits<std::uint32_t>::max()) fail("a number in a directory of tiles is too large");
    return static_cast<std::uint32_t>(value);
  }
  [[nodiscard]] std::size_t left() const noexcept { return rest_.size(); }

 private:
  std::string_view rest_;
};

}  // namespace

std::string write_directory(std::span<const PmEntry> entries) {
  std::string out;
  using protobuf::put_varint;
  put_varint(out, entries.size());
  std::uint64_t last = 0;
  for (const auto& entry : entries) {
    put_varint(out, entry.id - last);
    last = entry.id;
  }
  for (const auto& entry : entries) put_varint(out, entry.run);
  for (const auto& entry : entries) put_varint(out, entry.length);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool follows = i > 0 && entries[i].offset == entries[i - 1].offset + entries[i - 1].length;
    put_varint(out, follows ? 0 : entries[i].offset + 1);
  }
  return out;
}

std::vector<PmEntry> read_directory(std::string_view bytes) {
  VarintReader in(bytes);
  const std::uint64_t count = in.next();
  constexpr std::uint64_t kNumbers = 4;  // an entry has four of at least a byte
  if (count == 0 || count > in.left() / kNumbers) fail("a directory of tiles has an impossible number of entries");
  std::vector<PmEntry> entries(count);
  std::uint64_t id = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t step = in.next();
    if ((i > 0 && step == 0) || step > std::numeric_limits<std::uint64_t>::max() - id) fail("the numbers of a directory of tiles do not rise");
    entries[i].id = id += step;
  }
  for (auto& entry : entries) entry.run = in.next32();
  for (auto& entry : entries) {
    entry.length = in.next32();
    if (entry.length == 0) fail("a directory of tiles has an entry without bytes");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t offset = in.next();
    if (offset == 0 && i == 0) fail("the first entry of a directory of tiles follows none");
    entries[i].offset = offset > 0 ? offset - 1 : entries[i - 1].offset + entries[i - 1].length;
  }
  return entries;
}

PackedDirectories pack_directories(std::span<const PmEntry> entries, std::size_t root_limit) {
  // Beyond this no directory packs into 16 kB; trying would only take time.
  constexpr std::size_t kMostInRoot = 16'384;
  if (entries.size() <= kMostInRoot) {
    auto root = gzip(write_directory(entries));
    if (root.size() <= root_limit) return {std::move(root), {}};
  }
  constexpr std::size_t kFirstLeaf = 4096;
  for (std::size_t size = kFirstLeaf;; size += size / 4) {
    PackedDirectories packed;
    std::vector<PmEntry> root;
    for (std::size_t at = 0; at < entries.size(); at += size) {
      const auto part = entries.subspan(at, std::min(size, entries.size() - at));
      const auto leaf = gzip(write_directory(part));
      root.push_back({part.front().id, packed.leaves.size(), static_cast<std::uint32_t>(leaf.size()), 0});
      packed.leaves += leaf;
    }
    packed.root = gzip(write_directory(root));
    if (packed.root.size() <= root_limit) return packed;
  }
}

const PmEntry* find_entry(const std::vector<PmEntry>& entries, std::uint64_t id) noexcept {
  const auto after = std::upper_bound(entries.begin(), entries.end(), id, [](std::uint64_t value, const PmEntry& entry) { return value < entry.id; });
  if (after == entries.begin()) return nullptr;
  const auto& entry = *(after - 1);
  return entry.run == 0 || id - entry.id < entry.run ? &entry : nullptr;
}

}  // namespace dateline::geo::detail
