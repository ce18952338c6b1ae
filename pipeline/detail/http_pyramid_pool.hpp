#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "pipeline/tile_job.hpp"

namespace dateline::pipeline::detail {

/// Pyramids that are open. Each holds the geometry of the whole world down to its deepest zoom, which is why they are opened when they are needed, no
/// deeper than they are needed, and only so many at a time. Thread-safe.
class PyramidPool {
 public:
  using Pyramids = std::shared_ptr<const Pyramid>;
  explicit PyramidPool(std::size_t most) : most_(most) {}

  /// The pyramid `name` down to `max_zoom` or deeper. `open` makes it; whoever wants the same one meanwhile waits. Throws what `open` throws.
  [[nodiscard]] Pyramids get(const std::string& name, int max_zoom, const std::function<std::unique_ptr<const Pyramid>()>& open);

 private:
  struct Entry {
    std::mutex mutex;          // of pyramid; held while it is opened
    Pyramids pyramid;
    std::uint64_t used = 0;    // under the pool's mutex
  };
  void make_room(const std::string& except);

  std::size_t most_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
  std::uint64_t clock_ = 0;
};

}  // namespace dateline::pipeline::detail
