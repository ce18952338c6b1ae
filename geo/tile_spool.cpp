#include "geo/tile_spool.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "base/append_file.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "geo/detail/checksum.hpp"

namespace dateline::geo {

namespace {

// The work file lives on the machine that made it, so numbers have its byte order. A record is: mark, checksum of what follows, step, size of what
// follows this head; then the number of tiles, for each its number, and offset and size of its bytes in the file; then bytes that are new.
constexpr std::string_view kMagic = "DLTILES1";
constexpr std::uint32_t kMark = 0x43455254;
struct RecordHead {
  std::uint32_t mark = kMark;
  std::uint32_t checksum = 0;
  std::uint64_t step = 0;
  std::uint64_t size = 0;
};
struct TileRow {
  std::uint64_t number = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};
static_assert(sizeof(RecordHead) == 24 && sizeof(TileRow) == 24);

// A power cut may lose what is not synced; so much work is done again then.
constexpr std::uint64_t kSyncEvery = 64U << 20U;

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <typename Value>
Value get(std::string_view bytes) {
  Value value;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

std::uint32_t checksum_of(std::string_view record) { return detail::crc32(record.substr(2 * sizeof(std::uint32_t))); }

struct DigestHash {
  std::size_t operator()(const detail::ContentDigest& digest) const noexcept { return digest[0]; }
};

}  // namespace

struct TileSpool::State {
  struct Blob {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  State(AppendFile f, std::filesystem::path p) : file(std::move(f)), path(std::move(p)) {}

  AppendFile file;
  std::filesystem::path path;
  std::uint64_t size = 0;
  std::uint64_t unsynced = 0;
  std::unordered_set<std::uint64_t> steps;
  std::vector<TileSet::Entry> entries;   // in the order in which they came
  std::vector<Blob> blobs;
  std::unordered_map<detail::ContentDigest, std::uint32_t, DigestHash> known;

  std::uint32_t number_of(const detail::ContentDigest& digest, Blob blob) {
    const auto [found, added] = known.emplace(digest, static_cast<std::uint32_t>(blobs.size()));
    if (added) blobs.push_back(blob);
    return found->second;
  }

  /// Takes the record at `at`; false if it is torn or damaged.
  bool take(std::string_view bytes, std::uint64_t at);
  void load(std::string_view bytes);
};

bool TileSpool::State::take(std::string_view bytes, std::uint64_t at) {
  const std::string_view rest = bytes.substr(at);
  if (rest.size() < sizeof(RecordHead) + sizeof(std::uint64_t)) return false;
  const auto head = get<RecordHead>(rest);
  if (head.mark != kMark || head.size > rest.size() - sizeof(RecordHead)) return false;
  const std::string_view record = rest.substr(0, sizeof(RecordHead) + head.size);
  if (checksum_of(record) != head.checksum) return false;
  std::string_view body = record.substr(sizeof(RecordHead));
  const auto count = get<std::uint64_t>(body);
  body.remove_prefix(sizeof count);
  const std::uint64_t end = at + record.size();
  if (count > body.size() / sizeof(TileRow)) return false;
  if (!steps.insert(head.step).second) return true;
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto row = get<TileRow>(body.substr(i * sizeof(TileRow)));
    if (row.offset > end || row.size > end - row.offset) return false;
    const auto blob = number_of(detail::content_digest(bytes.substr(row.offset, row.size)), {row.offset, row.size});
    entries.push_back({row.number, blob});
  }
  size = end;
  return true;
}

void TileSpool::State::load(std::string_view bytes) {
  while (size < bytes.size() && take(bytes, size)) {}
  // What a killed run was writing: it will be made again.
  if (size < bytes.size()) file.truncate(size);
}

TileSpool::TileSpool(std::unique_ptr<State> state) : state_(std::move(state)) {}
TileSpool::~TileSpool() = default;
TileSpool::TileSpool(TileSpool&&) noexcept = default;
TileSpool& TileSpool::operator=(TileSpool&&) noexcept = default;

std::optional<TileSpool> TileSpool::open(const std::filesystem::path& path, const std::string& job, Begin begin) {
  auto file = AppendFile::open(path);
  if (!file) return std::nullopt;
  auto state = std::make_unique<State>(std::move(*file), path);
  const std::string head = std::string(kMagic) + job + "\n";
  {
    const MappedFile map(path);
    const std::string_view bytes(reinterpret_cast<const char*>(map.bytes().data()), map.bytes().size());
    // A run may have died before its first line was whole.
    const bool begun = !head.starts_with(bytes);
    if (begun && begin == Begin::Resume && !bytes.starts_with(head)) {
      InputError error("is the work of a run with other options or inputs", "give that run's options to finish it, or --restart to throw its work away");
      error.set_file(path.string());
      throw error;
    }
    if (begin == Begin::Resume && bytes.starts_with(head)) {
      state->size = head.size();
      state->load(bytes);
      return TileSpool(std::move(state));
    }
  }
  state->file.truncate(0);
  state->file.append(head);
  state->size = head.size();
  return TileSpool(std::move(state));
}

bool TileSpool::has_step(std::uint64_t step) const { return state_->steps.contains(step); }
std::uint64_t TileSpool::tile_count() const noexcept { return state_->entries.size(); }

void TileSpool::add(std::uint64_t step, std::span<const Tile> tiles) {
  if (state_->entries.size() + tiles.size() > limits::max_tiles) throw GeoError("more than " + std::to_string(limits::max_tiles) + " tiles", "take fewer zooms or a smaller --bbox");
  RecordHead head;
  head.step = step;
  std::string record;
  put(record, head);
  put(record, static_cast<std::uint64_t>(tiles.size()));
  const std::uint64_t first = state_->size + record.size() + tiles.size() * sizeof(TileRow);
  std::string fresh;
  // One-colour tiles of a block often are one object: they are hashed once.
  const std::string* last = nullptr;
  std::uint32_t last_blob = 0;
  for (const auto& tile : tiles) {
    if (tile.bytes.get() != last) {
      last = tile.bytes.get();
      last_blob = state_->number_of(detail::content_digest(*last), {first + fresh.size(), last->size()});
      if (state_->blobs[last_blob].offset == first + fresh.size()) fresh += *last;
    }
    const auto& blob = state_->blobs[last_blob];
    const std::uint64_t number = hilbert_index(tile.id);
    put(record, TileRow{number, blob.offset, blob.size});
    state_->entries.push_back({number, last_blob});
  }
  record += fresh;
  head.size = record.size() - sizeof head;
  std::memcpy(record.data(), &head, sizeof head);
  head.checksum = checksum_of(record);
  std::memcpy(record.data(), &head, sizeof head);
  state_->file.append_unsynced(record);
  state_->size += record.size();
  state_->steps.insert(step);
  state_->unsynced += record.size();
  if (state_->unsynced < kSyncEvery) return;
  state_->file.sync();
  state_->unsynced = 0;
}

TileSet TileSpool::tiles() {
  MappedFile map(state_->path);
  const std::string_view bytes(reinterpret_cast<const char*>(map.bytes().data()), map.bytes().size());
  auto entries = state_->entries;
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  constexpr auto kUnseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> renumbered(state_->blobs.size(), kUnseen);
  std::vector<std::string_view> blobs;
  for (auto& entry : entries) {
    auto& number = renumbered[entry.blob];
    if (number == kUnseen) {
      number = static_cast<std::uint32_t>(blobs.size());
      const auto& blob = state_->blobs[entry.blob];
      blobs.push_back(bytes.substr(blob.offset, blob.size));
    }
    entry.blob = number;
  }
  return {std::move(map), std::move(entries), std::move(blobs)};
}

void TileSpool::remove() noexcept { state_->file.remove(); }

}  // namespace dateline::geo
