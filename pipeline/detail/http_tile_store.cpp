#include "pipeline/detail/http_tile_store.hpp"

#include <exception>
#include <iterator>
#include <stdexcept>

namespace dateline::pipeline::detail {

TileStore::TileStore(std::vector<NamedTileSet> sets, TileStoreOptions options)
    : sets_(std::move(sets)), options_(std::move(options)), memory_(options_.memory_bytes), no_tile_(make_http_tile({}, "", options_.cors)) {
  if (sets_.size() > most_tile_sets) throw std::logic_error("more tile sets than a key can tell apart");
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { work(); });
}

TileStore::~TileStore() { stop(); }

bool TileStore::request(std::size_t set, geo::TileId id, int scale, Done done) {
  const std::uint64_t group = tile_key(set, sets_[set].source->group_of(id, scale), scale);
  const std::lock_guard lock(mutex_);
  if (stopping_) return false;
  const auto running = waiters_.find(group);
  if (running != waiters_.end()) {
    // Who waits together for one group is bounded by the number of connections.
    running->second.push_back({tile_key(set, id, scale), std::move(done)});
    return true;
  }
  if (jobs_.size() >= options_.max_waiting) {
    ++counters_.turned_away;
    return false;
  }
  waiters_[group].push_back({tile_key(set, id, scale), std::move(done)});
  jobs_.push_back({set, id, scale, group});
  wake_.notify_one();
  return true;
}

void TileStore::stop() {
  std::vector<Waiter> left;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const auto& job : jobs_) {
      auto& waiters = waiters_[job.group];
      std::move(waiters.begin(), waiters.end(), std::back_inserter(left));
      waiters_.erase(job.group);
    }
    jobs_.clear();
  }
  wake_.notify_all();
  for (const auto& waiter : left) waiter.done(nullptr);
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void TileStore::work() {
  for (;;) {
    Job job;
    Keys wanted;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (stopping_) return;
      job = jobs_.front();
      jobs_.pop_front();
      for (const auto& waiter : waiters_[job.group]) wanted.push_back(waiter.key);
    }
    const MadeTiles made = make(job, wanted);
    std::vector<Waiter> ready, late;
    {
      const std::lock_guard lock(mutex_);
      auto& waiters = waiters_[job.group];
      // Who came while single tiles were read may want another of the group: that is a new job.
      for (auto& waiter : waiters) (made.whole_group || made.tiles.contains(waiter.key) ? ready : late).push_back(std::move(waiter));
      if (late.empty() || stopping_) {
        waiters_.erase(job.group);
      } else {
        waiters = std::move(late);
        late.clear();
        jobs_.push_back(job);
      }
    }
    for (const auto& waiter : ready) {
      const auto found = made.tiles.find(waiter.key);
      waiter.done(found != made.tiles.end() ? found->second : made.failed ? nullptr : no_tile_);
    }
    for (const auto& waiter : late) waiter.done(nullptr);
  }
}

/// The wanted tiles, or the whole group; none if they could not be made.
TileStore::MadeTiles TileStore::make(const Job& job, const Keys& wanted) {
  MadeTiles made;
  try {
    if (find_in_memory(wanted, made)) return made;
    if (read_from_disk(job, wanted, made)) {
      count(&Status::from_disk, made.tiles.size());
    } else {
      made = {};
      make_group(job, made);
      count(&Status::made, made.tiles.size());
    }
    for (const auto& [key, tile] : made.tiles) memory_.put(key, tile, tile->cost);
    // Who asks for nothing asks again: that there is nothing is worth remembering, too.
    for (const std::uint64_t key : wanted) {
      if (!made.tiles.contains(key)) memory_.put(key, no_tile_, no_tile_->cost);
    }
  } catch (const std::exception& error) {
    made = {};
    made.failed = true;
    const auto& id = job.id;
    if (options_.on_error) {
      options_.on_error("tile " + sets_[job.set].name + "/" + std::to_string(id.zoom) + "/" + std::to_string(id.x) + "/" + std::to_string(id.y) + ": " + error.what());
    }
  }
  return made;
}

/// A tile may have come between the look that found nothing and the job.
bool TileStore::find_in_memory(const Keys& wanted, MadeTiles& made) {
  made.whole_group = false;
  for (const std::uint64_t key : wanted) {
    auto tile = memory_.find(key);
    if (tile == nullptr) return false;
    made.tiles.insert_or_assign(key, std::move(tile));
  }
  return true;
}

bool TileStore::read_from_disk(const Job& job, const Keys& wanted, MadeTiles& made) {
  const auto& info = sets_[job.set].source->info();
  if (options_.disk == nullptr || info.identity.empty()) return false;
  for (const std::uint64_t key : wanted) {
    auto bytes = options_.disk->read(info.identity, key);
    if (!bytes) return false;
    const SourceTile tile{{}, std::make_shared<const std::string>(std::move(*bytes))};
    made.tiles.insert_or_assign(key, make_http_tile(tile, info.metadata.format, options_.cors));
  }
  return true;
}

void TileStore::make_group(const Job& job, MadeTiles& made) {
  const auto& source = *sets_[job.set].source;
  const auto& info = source.info();
  for (const auto& tile : source.read_group(job.id, job.scale)) {
    const std::uint64_t key = tile_key(job.set, tile.id, job.scale);
    const auto& ready = made.tiles.insert_or_assign(key, make_http_tile(tile, info.metadata.format, options_.cors)).first->second;
    if (options_.disk != nullptr && !info.identity.empty() && ready->bytes != nullptr) options_.disk->write(info.identity, key, *ready->bytes);
  }
}

void TileStore::count(std::uint64_t Status::* counter, std::size_t tiles) {
  const std::lock_guard lock(mutex_);
  counters_.*counter += tiles;
}

TileStore::Status TileStore::status() const {
  Status status;
  {
    const std::lock_guard lock(mutex_);
    status = counters_;
    status.waiting = jobs_.size();
  }
  status.memory = memory_.usage();
  if (options_.disk != nullptr) status.disk = options_.disk->usage();
  return status;
}

}  // namespace dateline::pipeline::detail
