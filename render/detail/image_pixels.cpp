#include "render/detail/image_pixels.hpp"

#include <cmath>
#include <cstring>

#include "base/limits.hpp"
#include "render/detail/png_encode.hpp"

namespace dateline::render::detail {

bool is_drawable(const ImageItem& image) noexcept {
  if (!image.rgba || image.width < 1 || image.height < 1 || image.width > limits::max_page_side || image.height > limits::max_page_side) return false;
  const bool sized = std::isfinite(image.box.left) && std::isfinite(image.box.top) && image.box.width() > 0 && image.box.height() > 0;
  return sized && image.rgba->size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
}

void write_premultiplied(const ImageItem& image, unsigned char* to, int stride) {
  const std::uint8_t* from = image.rgba->data();
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x, from += 4) {
      const auto times_alpha = [&](int channel) { return (static_cast<std::uint32_t>(from[channel]) * from[3] + 127) / 255; };
      const std::uint32_t pixel = static_cast<std::uint32_t>(from[3]) << 24U | times_alpha(0) << 16U | times_alpha(1) << 8U | times_alpha(2);
      std::memcpy(to + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4, &pixel, sizeof pixel);
    }
  }
}

std::string image_png(const ImageItem& image) {
  std::vector<unsigned char> pixels(image.rgba->size());
  write_premultiplied(image, pixels.data(), image.width * 4);
  constexpr unsigned css_pixels_per_metre = 3780;   // 96 an inch
  const ArgbPixels whole{pixels.data(), image.width, image.height, image.width * 4};
  return encode_png({&whole, 1}, {}, css_pixels_per_metre);
}

}  // namespace dateline::render::detail
