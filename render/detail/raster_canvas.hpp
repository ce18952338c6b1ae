#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "styles/style.hpp"

namespace dateline::render::detail {

/// 0xAARRGGBB, alpha premultiplied.
using Argb = std::uint32_t;
[[nodiscard]] Argb to_argb(const styles::Color& color) noexcept;   ///< as if opaque; its own alpha is alpha_of()
[[nodiscard]] int alpha_of(const styles::Color& color, double opacity) noexcept;   ///< 0..256

/// `from` towards `to` by a/256.
[[nodiscard]] inline Argb mix(Argb from, Argb to, int a) noexcept {
  const auto w = static_cast<std::uint32_t>(a), v = 256U - w;
  const std::uint32_t rb = ((to & 0x00FF00FFU) * w + (from & 0x00FF00FFU) * v + 0x00800080U) >> 8U;
  const std::uint32_t ag = ((to >> 8U) & 0x00FF00FFU) * w + ((from >> 8U) & 0x00FF00FFU) * v + 0x00800080U;
  return (rb & 0x00FF00FFU) | (ag & 0xFF00FF00U);
}

/// How finely edges are shaded. Palette tiles take 16 steps: nobody sees the difference, and colours and bytes are far fewer.
enum class Shades { All, Sixteen };

/// The pixels of one tile. Stays one colour, without touching memory, until something else is painted.
class Canvas {
 public:
  Canvas(int size, Shades shades);

  void start(Argb color) noexcept { uniform_ = color; }
  [[nodiscard]] int size() const noexcept { return size_; }
  /// The one colour of the whole tile, so far as known without looking at the pixels.
  [[nodiscard]] std::optional<Argb> uniform() const noexcept { return uniform_; }
  /// Pixels row by row; makes them if the tile was uniform.
  [[nodiscard]] std::span<const Argb> pixels();

  void paint_all(Argb color, int alpha);
  /// One run of equally covered pixels. `coverage` 1..256, `alpha` 0..256.
  void paint_span(int y, int x, int length, int coverage, Argb color, int alpha) noexcept {
    const int a = shade(coverage) * alpha >> 8;
    Argb* to = pixels_.data() + static_cast<std::ptrdiff_t>(y) * size_ + x;
    if (a >= 256) {
      for (int i = 0; i < length; ++i) to[i] = color;
    } else if (a > 0) {
      blend(to, length, color, a);
    }
  }
  /// Coverage bytes (0..255) with their upper left corner at (x, y), which may lie outside.
  void paint_mask(std::span<const std::uint8_t> mask, int width, int height, int x, int y, Argb color, int alpha) noexcept;
  /// Must be called before paint_span().
  void make_pixels();
  [[nodiscard]] int shade(int coverage) const noexcept { return shades_ == Shades::All ? coverage : shade_[static_cast<std::size_t>(coverage)]; }

 private:
  static void blend(Argb* to, int length, Argb color, int a) noexcept;

  int size_;
  Shades shades_;
  std::optional<Argb> uniform_;
  std::vector<Argb> pixels_;
  std::vector<std::int16_t> shade_;   ///< coverage 0..256 in steps
};

}  // namespace dateline::render::detail
