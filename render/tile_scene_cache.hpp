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
/// takes a layer, or the names; whoever finds nothing left to take begins with the zooms above, which are drawn next. Thread-safe.
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
  /// Names are wanted first, since they take longest, or last, when somebody else is at the names of another zoom.
  enum class Names { First, Last };
  [[nodiscard]] std::shared_ptr<const TileScene> find(int zoom);
  /// The build of a scene that is not there, begun if need be; null if it is there.
  [[nodiscard]] std::shared_ptr<Build> build_of(int zoom, Names names);
  [[nodiscard]] std::shared_ptr<Build> begin(int zoom, Names names);
  /// False if nothing is left to take.
  bool do_next_job(Build& build);
  void help(Build& build);
  void finish(Build& build);
  [[nodiscard]] ZoomNames names_of(int zoom);

  TileSources sources_;
  std::mutex mutex_;                               ///< of scenes_ and builds_
  std::map<int, Entry> scenes_;
  std::map<int, std::shared_ptr<Build>> builds_;
  std::uint64_t clock_ = 0;
  std::mutex names_mutex_;                         ///< of what follows
  std::map<int, ShownNames> shown_;
  std::map<int, ZoomNames> spare_names_;           ///< placed on the way to those of a deeper zoom, not yet asked for
  std::unique_ptr<detail::GlyphStore> glyphs_;
};

}  // namespace dateline::render
