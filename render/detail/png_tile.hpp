#pragma once

#include <memory>
#include <span>
#include <string>

#include "render/detail/raster_canvas.hpp"

namespace dateline::render::detail {

/// Encodes square tiles as PNG with libdeflate. Keeps its memory from tile to tile; one per thread.
class TilePng {
 public:
  TilePng();
  ~TilePng();

  /// Palette of at most 256 colours in the smallest depth that holds them; exact up to 256 colours, else the rarer ones
  /// become a near one.
  [[nodiscard]] std::string encode_palette(std::span<const Argb> pixels, int size);
  /// 8-bit RGBA.
  [[nodiscard]] std::string encode_rgba(std::span<const Argb> pixels, int size);
  /// A tile of one colour: a palette of one, or RGBA.
  [[nodiscard]] std::string encode_uniform(Argb color, int size, bool palette);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::render::detail
