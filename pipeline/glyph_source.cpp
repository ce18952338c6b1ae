#include "pipeline/glyph_source.hpp"

#include <utility>

#include "render/glyph_range.hpp"

namespace dateline::pipeline {

namespace {

static_assert(1U << glyph_zoom == render::glyph_range_count);

class GlyphSource final : public TileSource {
 public:
  GlyphSource(styles::Style style, std::vector<std::string> stacks) : style_(std::move(style)), stacks_(std::move(stacks)) {
    info_.metadata.format = "glyphs";
    info_.metadata.min_zoom = info_.metadata.max_zoom = glyph_zoom;
    // No identity: tomorrow other fonts may be installed.
  }

  const TileSetInfo& info() const noexcept override { return info_; }

  std::vector<SourceTile> read_group(geo::TileId id, int) const override {
    if (id.y >= stacks_.size()) return {};
    return {{id, std::make_shared<const std::string>(render::make_glyph_range(style_, stacks_[id.y], id.x))}};
  }

 private:
  styles::Style style_;
  std::vector<std::string> stacks_;
  TileSetInfo info_;
};

}  // namespace

ServedGlyphs make_glyph_source(const styles::Style& style) {
  auto stacks = render::font_stacks(style);
  // As many as the zoom has rows; no style that people read has so many.
  if (stacks.size() > render::glyph_range_count) stacks.resize(render::glyph_range_count);
  auto source = std::make_shared<const GlyphSource>(style, stacks);
  return {std::move(stacks), std::move(source)};
}

}  // namespace dateline::pipeline
