#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace dateline::pipeline::detail {

/// Values by key, the least recently used given up first once they cost more than `capacity` together. Thread-safe; the locks are many, so that
/// threads that only look things up seldom meet. A value that somebody still holds stays alive after it was given up.
template <typename Value>
class HttpCache {
 public:
  using Pointer = std::shared_ptr<const Value>;
  explicit HttpCache(std::size_t capacity) : capacity_per_shard_(capacity / kShards) {}

  /// Null if it is not there.
  [[nodiscard]] Pointer find(std::uint64_t key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.by_key.find(key);
    if (found == shard.by_key.end()) return nullptr;
    shard.order.splice(shard.order.begin(), shard.order, found->second);
    return found->second->value;
  }

  /// Takes the value in, instead of one that was there; a value that alone costs more than a shard holds is not kept.
  void put(std::uint64_t key, Pointer value, std::size_t cost) {
    Shard& shard = shard_of(key);
    std::list<Entry> gone;   // destroyed after the lock is free
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.by_key.find(key); found != shard.by_key.end()) shard.drop(found->second, gone);
    if (cost > capacity_per_shard_) return;
    while (shard.cost + cost > capacity_per_shard_) shard.drop(std::prev(shard.order.end()), gone);
    shard.order.push_front({key, std::move(value), cost});
    shard.by_key.emplace(key, shard.order.begin());
    shard.cost += cost;
  }

  struct Usage {
    std::size_t values = 0, cost = 0;
  };
  [[nodiscard]] Usage usage() const {
    Usage usage;
    for (const auto& shard : shards_) {
      const std::lock_guard lock(shard.mutex);
      usage.values += shard.by_key.size();
      usage.cost += shard.cost;
    }
    return usage;
  }

  static constexpr std::size_t kShards = 16;

 private:
  struct Entry {
    std::uint64_t key;
    Pointer value;
    std::size_t cost;
  };
  using Position = typename std::list<Entry>::iterator;
  struct Shard {
    mutable std::mutex mutex;
    std::list<Entry> order;   // most recently used first
    std::unordered_map<std::uint64_t, Position> by_key;
    std::size_t cost = 0;

    void drop(Position entry, std::list<Entry>& gone) {
      cost -= entry->cost;
      by_key.erase(entry->key);
      gone.splice(gone.begin(), order, entry);
    }
  };

  /// Keys of neighbouring tiles differ in their low bits only; the multiplier (2^64 / golden ratio) spreads them.
  Shard& shard_of(std::uint64_t key) noexcept { return shards_[(key * 0x9E3779B97F4A7C15ULL) >> 60U]; }

  std::size_t capacity_per_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace dateline::pipeline::detail
