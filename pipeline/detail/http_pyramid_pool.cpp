#include "pipeline/detail/http_pyramid_pool.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace dateline::pipeline::detail {

namespace {

/// Hundreds of megabytes in small pieces: without this the C library keeps them for later.
void give_memory_back() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

}  // namespace

PyramidPool::Pyramids PyramidPool::get(const std::string& name, int max_zoom, const std::function<std::unique_ptr<const Pyramid>()>& open) {
  std::shared_ptr<Entry> entry;
  {
    const std::lock_guard lock(mutex_);
    auto& place = entries_[name];
    if (place == nullptr) place = std::make_shared<Entry>();
    place->used = ++clock_;
    entry = place;
    make_room(name);
  }
  const std::lock_guard lock(entry->mutex);
  if (entry->pyramid == nullptr || entry->pyramid->metadata().max_zoom < max_zoom) {
    entry->pyramid = nullptr;   // its memory first
    give_memory_back();
    entry->pyramid = open();
  }
  return entry->pyramid;
}

/// Whoever is drawing with a pyramid that has to go keeps it until the tiles are done.
void PyramidPool::make_room(const std::string& except) {
  while (entries_.size() > most_) {
    auto oldest = entries_.end();
    for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
      if (entry->first != except && (oldest == entries_.end() || entry->second->used < oldest->second->used)) oldest = entry;
    }
    if (oldest == entries_.end()) return;
    entries_.erase(oldest);
  }
}

}  // namespace dateline::pipeline::detail
