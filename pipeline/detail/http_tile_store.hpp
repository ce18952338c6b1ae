#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "pipeline/detail/http_cache.hpp"
#include "pipeline/detail/http_disk_cache.hpp"
#include "pipeline/detail/http_tile.hpp"
#include "pipeline/tile_source.hpp"

namespace dateline::pipeline::detail {

struct TileStoreOptions {
  std::size_t memory_bytes = 0;
  std::shared_ptr<DiskCache> disk;       ///< null: none
  int threads = 1;                       ///< that make tiles
  std::size_t max_waiting = 1;           ///< groups of tiles that wait to be made; more are turned away
  std::string cors;
  std::function<void(const std::string&)> on_error;   ///< a tile that could not be made; called from any thread
};

/// The tiles of all sets: in memory, on disk, or made by threads of its own, each group by one thread once, however many ask for it.
class TileStore {
 public:
  using Tile = std::shared_ptr<const HttpTile>;
  /// What became of a request: the tile, or null if it could not be made or the store was stopped first.
  using Done = std::function<void(Tile)>;

  TileStore(std::vector<NamedTileSet> sets, TileStoreOptions options);
  /// Stops.
  ~TileStore();
  TileStore(const TileStore&) = delete;
  TileStore& operator=(const TileStore&) = delete;

  [[nodiscard]] const std::vector<NamedTileSet>& sets() const noexcept { return sets_; }
  /// From memory only; null if it is not there.
  [[nodiscard]] Tile find(std::size_t set, geo::TileId id, int scale) { return memory_.find(tile_key(set, id, scale)); }
  /// Makes a tile, or reads it from disk, and calls `done` once from another thread. False if too many are waiting or the store has been stopped:
  /// `done` is not called then.
  [[nodiscard]] bool request(std::size_t set, geo::TileId id, int scale, Done done);
  /// Finishes the tile that each thread is at; the others' requests are answered with null.
  void stop();

  struct Status {
    HttpCache<HttpTile>::Usage memory;
    DiskCache::Usage disk;
    std::size_t waiting = 0;
    std::uint64_t made = 0, from_disk = 0, turned_away = 0;
  };
  [[nodiscard]] Status status() const;

 private:
  struct Job {
    std::size_t set = 0;
    geo::TileId id;
    int scale = 1;
    std::uint64_t group = 0;
  };
  struct Waiter {
    std::uint64_t key;
    Done done;
  };
  using Keys = std::vector<std::uint64_t>;
  struct MadeTiles {
    std::unordered_map<std::uint64_t, Tile> tiles;
    bool whole_group = true;   ///< what is not among them does not exist
    bool failed = false;
  };

  void work();
  [[nodiscard]] MadeTiles make(const Job& job, const Keys& wanted);
  [[nodiscard]] bool find_in_memory(const Keys& wanted, MadeTiles& made);
  [[nodiscard]] bool read_from_disk(const Job& job, const Keys& wanted, MadeTiles& made);
  void make_group(const Job& job, MadeTiles& made);
  void count(std::uint64_t Status::* counter, std::size_t tiles);

  std::vector<NamedTileSet> sets_;
  TileStoreOptions options_;
  HttpCache<HttpTile> memory_;
  Tile no_tile_;                     // stands for all that do not exist
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  std::unordered_map<std::uint64_t, std::vector<Waiter>> waiters_;   // by group; asked and emptied, never walked but to stop
  bool stopping_ = false;
  Status counters_;                                                  // only the counters of it
  std::vector<std::thread> threads_;
};

}  // namespace dateline::pipeline::detail
