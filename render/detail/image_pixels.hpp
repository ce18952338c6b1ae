#pragma once

#include <string>

#include "render/display_list.hpp"

namespace dateline::render::detail {

/// Whether the picture has all its pixels and a box of some size.
[[nodiscard]] bool is_drawable(const ImageItem& image) noexcept;
/// Writes the pixels as Cairo keeps them (32-bit native ARGB, alpha premultiplied), rows `stride` bytes apart.
void write_premultiplied(const ImageItem& image, unsigned char* to, int stride);
/// The picture as PNG bytes.
[[nodiscard]] std::string image_png(const ImageItem& image);

}  // namespace dateline::render::detail
