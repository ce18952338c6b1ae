#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dateline::render::detail {

/// Pixels as Cairo keeps them: 32-bit native-endian ARGB, alpha premultiplied, rows `stride` bytes apart.
struct ArgbPixels {
  const unsigned char* data = nullptr;
  int width = 0, height = 0, stride = 0;
};

/// Keyword and value of a text chunk (PNG specification 11.3.4). Values are UTF-8; ASCII ones go into tEXt, others into iTXt.
using PngText = std::vector<std::pair<std::string, std::string>>;

/// PNG bytes of bands that stand below one another, all of one width: RGB if every pixel is opaque, else RGBA. Bands are compressed at
/// the same time. Text chunks stand before the pixels. `pixels_per_metre` is the pHYs density. Throws RenderError. Same bands and
/// texts, same bytes (for one version of zlib).
[[nodiscard]] std::string encode_png(std::span<const ArgbPixels> bands, const PngText& texts, unsigned pixels_per_metre);

}  // namespace dateline::render::detail
