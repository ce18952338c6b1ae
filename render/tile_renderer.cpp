#include "render/tile_renderer.hpp"

#include <map>
#include <mutex>
#include <optional>

#include "base/error.hpp"
#include "render/detail/png_tile.hpp"
#include "render/detail/raster_glyphs.hpp"
#include "render/tile_painter.hpp"
#include "render/tile_scene.hpp"

namespace dateline::render {

namespace {

/// Zooms that are kept ready. A pyramid goes through them once; people who look at a map stay within a few.
constexpr std::size_t most_scenes = 10;

std::vector<std::string> fonts_of(const styles::Style& style) {
  std::vector<std::string> fonts;
  if (!style.font_family.empty()) fonts.push_back(style.font_family);
  fonts.insert(fonts.end(), style.font_fallbacks.begin(), style.font_fallbacks.end());
  return fonts;
}

}  // namespace

class TileRenderer::Impl {
 public:
  Impl(std::vector<geo::TileLayer> given, const styles::Style& given_style, const TileOptions& given_options)
      : layers(std::move(given)), style(given_style), options_(given_options), glyphs_(fonts_of(given_style)) {
    if (options_.scale != 1 && options_.scale != 2) throw RenderError("tiles are drawn at scale 1 or 2");
  }

  std::shared_ptr<const std::string> draw(geo::TileId id) {
    if (!geo::is_valid(id)) throw RenderError("there is no tile " + std::to_string(id.zoom) + '/' + std::to_string(id.x) + '/' + std::to_string(id.y));
    const auto scene = scene_of(id.zoom);
    Tools& tools = tools_of_this_thread(scene->tile);
    tools.painter.paint(*scene, id);
    const auto color = tools.painter.canvas().uniform();
    if (color) return uniform(*color, scene->tile, tools);
    const auto pixels = tools.painter.canvas().pixels();
    return std::make_shared<const std::string>(palette() ? tools.png.encode_palette(pixels, scene->tile) : tools.png.encode_rgba(pixels, scene->tile));
  }

  std::string empty_tile() {
    Tools& tools = tools_of_this_thread(256 * options_.scale);
    return tools.png.encode_uniform(0, 256 * options_.scale, palette());
  }

  const std::vector<geo::TileLayer> layers;
  const styles::Style style;

 private:
  struct Tools {
    Tools(int tile_size, detail::Shades given_shades) : tile(tile_size), shades(given_shades), painter(tile_size, given_shades) {}
    int tile;
    detail::Shades shades;
    TilePainter painter;
    detail::TilePng png;
  };

  [[nodiscard]] bool palette() const noexcept { return options_.encoding == TileOptions::Encoding::Palette; }

  Tools& tools_of_this_thread(int tile) const {
    const auto shades = palette() ? detail::Shades::Sixteen : detail::Shades::All;
    static thread_local std::optional<Tools> tools;
    if (!tools || tools->tile != tile || tools->shades != shades) tools.emplace(tile, shades);
    return *tools;
  }

  std::shared_ptr<const std::string> uniform(detail::Argb color, int tile, Tools& tools) {
    if (color == 0) return nullptr;
    const std::lock_guard lock(uniform_mutex_);
    auto& known = uniform_[color];
    if (!known) known = std::make_shared<const std::string>(tools.png.encode_uniform(color, tile, palette()));
    return known;
  }

  std::shared_ptr<const TileScene> scene_of(int zoom) {
    const std::lock_guard lock(scene_mutex_);
    ++clock_;
    const auto found = scenes_.find(zoom);
    if (found != scenes_.end()) {
      found->second.used = clock_;
      return found->second.scene;
    }
    const TileSources sources{&layers, &style, options_.scale};
    auto scene = std::make_shared<const TileScene>(make_tile_scene(sources, zoom, names_of(sources, zoom)));
    if (scenes_.size() >= most_scenes) {
      auto oldest = scenes_.begin();
      for (auto entry = scenes_.begin(); entry != scenes_.end(); ++entry) {
        if (entry->second.used < oldest->second.used) oldest = entry;
      }
      scenes_.erase(oldest);
    }
    scenes_[zoom] = {scene, clock_};
    return scene;
  }

  /// Names of a zoom rest on those of the zoom above, down from zoom 0, whichever is asked for first.
  ZoomNames names_of(const TileSources& sources, int zoom) {
    static const ShownNames none;
    if (zoom > 0 && !shown_.contains(zoom - 1)) static_cast<void>(names_of(sources, zoom - 1));
    ZoomNames names = make_zoom_names(sources, zoom, zoom > 0 ? shown_.at(zoom - 1) : none, glyphs_);
    shown_[zoom] = names.shown;
    return names;
  }

  struct Entry {
    std::shared_ptr<const TileScene> scene;
    std::uint64_t used = 0;
  };

  TileOptions options_;
  std::mutex scene_mutex_, uniform_mutex_;
  std::map<int, Entry> scenes_;
  std::map<int, ShownNames> shown_;
  std::uint64_t clock_ = 0;
  detail::GlyphStore glyphs_;
  std::map<detail::Argb, std::shared_ptr<const std::string>> uniform_;
};

TileRenderer::TileRenderer(std::vector<geo::TileLayer> layers, const styles::Style& style, const TileOptions& options)
    : impl_(std::make_unique<Impl>(std::move(layers), style, options)) {}
TileRenderer::~TileRenderer() = default;
TileRenderer::TileRenderer(TileRenderer&&) noexcept = default;
TileRenderer& TileRenderer::operator=(TileRenderer&&) noexcept = default;

std::vector<DrawnTile> TileRenderer::render(const geo::TileBlock& block) const {
  std::vector<DrawnTile> out;
  for (const geo::TileId& id : geo::tiles_of(block)) out.push_back({id, impl_->draw(id)});
  return out;
}

std::string TileRenderer::render_tile(geo::TileId id) const {
  const auto bytes = impl_->draw(id);
  return bytes ? *bytes : impl_->empty_tile();
}

const std::vector<geo::TileLayer>& TileRenderer::layers() const noexcept { return impl_->layers; }
const styles::Style& TileRenderer::style() const noexcept { return impl_->style; }

}  // namespace dateline::render
