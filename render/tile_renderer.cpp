#include "render/tile_renderer.hpp"

#include <map>
#include <mutex>

#include "base/error.hpp"
#include "render/detail/png_tile.hpp"
#include "render/font_face.hpp"
#include "render/tile_painter.hpp"
#include "render/tile_scene_cache.hpp"

namespace dateline::render {

class TileRenderer::Impl {
 public:
  Impl(geo::TileLayers given, const styles::Style& given_style, const TileOptions& given_options)
      : layers(std::move(given)), style(given_style), options_(given_options), scenes_({&layers, &style, given_options.scale}, font_families(given_style)) {
    if (options_.scale != 1 && options_.scale != 2) throw RenderError("tiles are drawn at scale 1 or 2");
  }

  std::shared_ptr<const std::string> draw(geo::TileId id) {
    if (!geo::is_valid(id)) throw RenderError("there is no tile " + std::to_string(id.zoom) + '/' + std::to_string(id.x) + '/' + std::to_string(id.y));
    const auto scene = scenes_.get(id.zoom);
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

  const geo::TileLayers layers;
  const styles::Style style;

 private:
  struct Tools {
    Tools(int tile, detail::Shades shades) : painter(tile, shades) {}
    TilePainter painter;
    detail::TilePng png;
  };

  [[nodiscard]] bool palette() const noexcept { return options_.encoding == TileOptions::Encoding::Palette; }

  Tools& tools_of_this_thread(int tile) const {
    const auto shades = palette() ? detail::Shades::Sixteen : detail::Shades::All;
    static thread_local std::map<std::pair<int, detail::Shades>, Tools> tools;   // two sizes, two encodings: four at most
    return tools.try_emplace({tile, shades}, tile, shades).first->second;
  }

  std::shared_ptr<const std::string> uniform(detail::Argb color, int tile, Tools& tools) {
    if (color == 0) return nullptr;
    const std::lock_guard lock(uniform_mutex_);
    auto& known = uniform_[color];
    if (!known) known = std::make_shared<const std::string>(tools.png.encode_uniform(color, tile, palette()));
    return known;
  }

  TileOptions options_;
  TileSceneCache scenes_;
  std::mutex uniform_mutex_;
  std::map<detail::Argb, std::shared_ptr<const std::string>> uniform_;
};

TileRenderer::TileRenderer(geo::TileLayers layers, const styles::Style& style, const TileOptions& options)
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

const geo::TileLayers& TileRenderer::layers() const noexcept { return impl_->layers; }
const styles::Style& TileRenderer::style() const noexcept { return impl_->style; }

}  // namespace dateline::render
