#include "render/tile_scene_cache.hpp"

#include <algorithm>
#include <atomic>

#include "render/detail/raster_glyphs.hpp"

namespace dateline::render {

namespace {

/// Zooms that are kept ready. A pyramid goes through them once; people who look at a map stay within a few.
constexpr std::size_t most_scenes = 6;
/// How far above the wanted zoom threads that have nothing else to do begin. Each zoom has a quarter to a half of the geometry of the next.
constexpr int zooms_ahead = 3;

}  // namespace

struct TileSceneCache::Build {
  int zoom = 0;
  std::vector<std::function<void()>> jobs;
  std::atomic<std::size_t> next = 0;
  SceneParts parts;
  std::mutex mutex;
  std::condition_variable done;
  std::size_t left = 0;
  std::exception_ptr error;

  [[nodiscard]] bool is_done() {
    const std::lock_guard lock(mutex);
    return left == 0;
  }
};

TileSceneCache::TileSceneCache(const TileSources& sources, std::vector<std::string> font_families)
    : sources_(sources), glyphs_(std::make_unique<detail::GlyphStore>(std::move(font_families))) {}
TileSceneCache::~TileSceneCache() = default;

std::shared_ptr<const TileScene> TileSceneCache::find(int zoom) {
  const std::lock_guard lock(mutex_);
  const auto found = scenes_.find(zoom);
  if (found == scenes_.end()) return nullptr;
  found->second.used = ++clock_;
  return found->second.scene;
}

std::shared_ptr<const TileScene> TileSceneCache::get(int zoom) {
  for (;;) {
    if (auto scene = find(zoom)) return scene;
    if (const auto build = build_of(zoom, Names::First)) help(*build);   // on return the scene is there, unless other zooms have pushed it out already
  }
}

std::shared_ptr<TileSceneCache::Build> TileSceneCache::build_of(int zoom, Names names) {
  const std::lock_guard lock(mutex_);
  if (scenes_.contains(zoom)) return nullptr;
  auto& running = builds_[zoom];
  if (!running) running = begin(zoom, names);
  return running;
}

// Layers first that take long: those with most features.
std::shared_ptr<TileSceneCache::Build> TileSceneCache::begin(int zoom, Names names) {
  auto build = std::make_shared<Build>();
  Build* self = build.get();
  build->zoom = zoom;
  std::vector<const geo::TileLayer*> layers = drawn_layers(sources_, zoom);
  std::stable_sort(layers.begin(), layers.end(), [](const auto* a, const auto* b) { return a->data.features.size() > b->data.features.size(); });
  for (const geo::TileLayer* layer : layers) {
    auto& place = build->parts.geometry[layer];
    build->jobs.emplace_back([this, layer, zoom, &place] { place = std::make_shared<const TileGeometry>(make_tile_geometry(sources_, *layer, zoom)); });
  }
  build->jobs.insert(names == Names::First ? build->jobs.begin() : build->jobs.end(), [this, self] { self->parts.names = names_of(self->zoom); });
  build->left = build->jobs.size();
  return build;
}

bool TileSceneCache::do_next_job(Build& build) {
  const std::size_t mine = build.next++;
  if (mine >= build.jobs.size()) return false;
  std::exception_ptr error;
  try {
    build.jobs[mine]();
  } catch (...) {
    error = std::current_exception();
  }
  std::unique_lock lock(build.mutex);
  if (error && !build.error) build.error = error;
  if (build.left > 1) {
    --build.left;
    return true;
  }
  lock.unlock();
  finish(build);
  lock.lock();
  build.left = 0;
  build.done.notify_all();
  return true;
}

void TileSceneCache::help(Build& build) {
  while (do_next_job(build)) {
  }
  // The others are still at it. Work for the zooms above is not wasted: a pyramid draws them next, people who look at a map zoom out.
  const int last = std::max(0, build.zoom - zooms_ahead);
  for (int above = build.zoom - 1; above >= last && !build.is_done();) {
    const auto next = build_of(above, Names::Last);
    if (next == nullptr || !do_next_job(*next)) --above;
  }
  std::unique_lock lock(build.mutex);
  build.done.wait(lock, [&] { return build.left == 0; });
  if (build.error) std::rethrow_exception(build.error);
}

void TileSceneCache::finish(Build& build) {
  std::shared_ptr<const TileScene> scene;
  if (!build.error) scene = std::make_shared<const TileScene>(make_tile_scene(sources_, build.zoom, std::move(build.parts)));
  const std::lock_guard lock(mutex_);
  builds_.erase(build.zoom);
  if (!scene) return;
  if (scenes_.size() >= most_scenes) {
    scenes_.erase(std::min_element(scenes_.begin(), scenes_.end(), [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
  }
  scenes_[build.zoom] = {std::move(scene), ++clock_};
}

// Names of a zoom rest on those of the zoom above, from zoom 0 on, whichever is asked for first.
ZoomNames TileSceneCache::names_of(int zoom) {
  static const ShownNames none;
  const std::lock_guard lock(names_mutex_);
  const auto spare = spare_names_.find(zoom);
  if (spare != spare_names_.end()) {
    ZoomNames names = std::move(spare->second);
    spare_names_.erase(spare);
    return names;
  }
  const auto place = [&](int at) {
    ZoomNames names = make_zoom_names(sources_, at, at > 0 ? shown_.at(at - 1) : none, *glyphs_);
    shown_[at] = names.shown;
    return names;
  };
  for (int above = 0; above < zoom; ++above) {
    if (shown_.contains(above)) continue;
    ZoomNames names = place(above);
    if (zoom - above <= zooms_ahead) spare_names_[above] = std::move(names);
  }
  return place(zoom);
}

}  // namespace dateline::render
