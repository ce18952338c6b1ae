#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "render/tile_scene.hpp"

namespace dateline::render {

/// Scenes of the zooms that are being drawn, made when first asked for. Threads that want the same scene make it together: each
/// takes a layer, or the names. Thread-safe.
class TileSceneCache {
 public:
  TileSceneCache(const TileSources& sources, std::vector<std::string> font_families);
  ~TileSceneCache();
  [[nodiscard]] std::shared_ptr<const TileScene> get(int zoom);

 private:
  struct Build;
  struct Entry {
    std::shared_ptr<const TileScene> scene;
    std::uint64_t used = 0;
  };
  [[nodiscard]] std::shared_ptr<Build> begin(int zoom);
  void help(Build& build, int zoom);
  void finish(Build& build, int zoom);
  [[nodiscard]] ZoomNames names_of(int zoom);

  TileSources sources_;
  std::mutex mutex_;                               ///< of scenes_ and builds_
  std::map<int, Entry> scenes_;
  std::map<int, std::shared_ptr<Build>> builds_;
  std::uint64_t clock_ = 0;
  std::mutex names_mutex_;                         ///< of what follows
  std::map<int, ShownNames> shown_;
  std::unique_ptr<detail::GlyphStore> glyphs_;
};

}  // namespace dateline::render
