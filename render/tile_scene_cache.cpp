#include "render/tile_scene_cache.hpp"

#include <algorithm>
#include <atomic>

#include "render/detail/raster_glyphs.hpp"

namespace dateline::render {

namespace {

/// Zooms that are kept ready. A pyramid goes through them once; people who look at a map stay within a few.
constexpr std::size_t most_scenes = 6;

}  // namespace

struct TileSceneCache::Build {
  std::vector<std::function<void()>> jobs;
  std::atomic<std::size_t> next = 0;
  SceneParts parts;
  std::mutex mutex;
  std::condition_variable done;
  std::size_t left = 0;
  std::exception_ptr error;
};

TileSceneCache::TileSceneCache(const TileSources& sources, std::vector<std::string> font_families)
    : sources_(sources), glyphs_(std::make_unique<detail::GlyphStore>(std::move(font_families))) {}
TileSceneCache::~TileSceneCache() = default;

std::shared_ptr<const TileScene> TileSceneCache::get(int zoom) {
  for (;;) {
    std::shared_ptr<Build> build;
    {
      const std::lock_guard lock(mutex_);
      const auto found = scenes_.find(zoom);
      if (found != scenes_.end()) {
        found->second.used = ++clock_;
        return found->second.scene;
      }
      auto& running = builds_[zoom];
      if (!running) running = begin(zoom);
      build = running;
    }
    help(*build, zoom);   // on return the scene is there, unless other zooms have pushed it out already
  }
}

// Layers first that take long: the names, then the ones with most features.
std::shared_ptr<TileSceneCache::Build> TileSceneCache::begin(int zoom) {
  auto build = std::make_shared<Build>();
  Build* self = build.get();
  build->jobs.emplace_back([this, self, zoom] { self->parts.names = names_of(zoom); });
  std::vector<const geo::TileLayer*> layers = drawn_layers(sources_, zoom);
  std::stable_sort(layers.begin(), layers.end(), [](const auto* a, const auto* b) { return a->data.features.size() > b->data.features.size(); });
  for (const geo::TileLayer* layer : layers) {
    auto& place = build->parts.geometry[layer];
    build->jobs.emplace_back([this, layer, zoom, &place] { place = std::make_shared<const TileGeometry>(make_tile_geometry(sources_, *layer, zoom)); });
  }
  build->left = build->jobs.size();
  return build;
}

void TileSceneCache::help(Build& build, int zoom) {
  for (std::size_t i = build.next++; i < build.jobs.size(); i = build.next++) {
    std::exception_ptr error;
    try {
      build.jobs[i]();
    } catch (...) {
      error = std::current_exception();
    }
    std::unique_lock lock(build.mutex);
    if (error && !build.error) build.error = error;
    if (build.left > 1) {
      --build.left;
      continue;
    }
    lock.unlock();
    finish(build, zoom);
    lock.lock();
    build.left = 0;
    build.done.notify_all();
  }
  std::unique_lock lock(build.mutex);
  build.done.wait(lock, [&] { return build.left == 0; });
  if (build.error) std::rethrow_exception(build.error);
}

void TileSceneCache::finish(Build& build, int zoom) {
  std::shared_ptr<const TileScene> scene;
  if (!build.error) scene = std::make_shared<const TileScene>(make_tile_scene(sources_, zoom, std::move(build.parts)));
  const std::lock_guard lock(mutex_);
  builds_.erase(zoom);
  if (!scene) return;
  if (scenes_.size() >= most_scenes) {
    scenes_.erase(std::min_element(scenes_.begin(), scenes_.end(), [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
  }
  scenes_[zoom] = {std::move(scene), ++clock_};
}

// Names of a zoom rest on those of the zoom above, from zoom 0 on, whichever is asked for first.
ZoomNames TileSceneCache::names_of(int zoom) {
  static const ShownNames none;
  const std::lock_guard lock(names_mutex_);
  for (int above = 0; above < zoom; ++above) {
    if (!shown_.contains(above)) shown_[above] = make_zoom_names(sources_, above, above > 0 ? shown_.at(above - 1) : none, *glyphs_).shown;
  }
  ZoomNames names = make_zoom_names(sources_, zoom, zoom > 0 ? shown_.at(zoom - 1) : none, *glyphs_);
  shown_[zoom] = names.shown;
  return names;
}

}  // namespace dateline::render
