#include "render/detail/raster_canvas.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render::detail {

namespace {

constexpr int steps = 15;   ///< between nothing and full: 16 shades

std::uint32_t channel(double value) noexcept { return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255)); }

}  // namespace

Argb to_argb(const styles::Color& color) noexcept {
  return 0xFF000000U | channel(color.r) << 16U | channel(color.g) << 8U | channel(color.b);
}

int alpha_of(const styles::Color& color, double opacity) noexcept {
  return static_cast<int>(std::lround(std::clamp(color.a * opacity, 0.0, 1.0) * 256));
}

Canvas::Canvas(int size, Shades shades)
    : size_(size), shades_(shades), uniform_(0U), pixels_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)), shade_(257) {
  for (int c = 0; c <= 256; ++c) {
    shade_[static_cast<std::size_t>(c)] = static_cast<std::int16_t>(((c * steps + 128) / 256 * 256 + steps / 2) / steps);
  }
}

std::span<const Argb> Canvas::pixels() {
  make_pixels();
  return pixels_;
}

void Canvas::make_pixels() {
  if (!uniform_) return;
  std::fill(pixels_.begin(), pixels_.end(), *uniform_);
  uniform_.reset();
}

void Canvas::paint_all(Argb color, int alpha) {
  if (uniform_) {
    uniform_ = mix(*uniform_, color, alpha);
    return;
  }
  for (int y = 0; y < size_; ++y) paint_span(y, 0, size_, 256, color, alpha);
}

void Canvas::blend(Argb* to, int length, Argb color, int a) noexcept {
  // Runs of one colour are the rule: mix once.
  Argb before = to[0], after = mix(before, color, a);
  for (int i = 0; i < length; ++i) {
    if (to[i] != before) {
      before = to[i];
      after = mix(before, color, a);
    }
    to[i] = after;
  }
}

void Canvas::paint_mask(std::span<const std::uint8_t> mask, int width, int height, int x, int y, Argb color, int alpha) noexcept {
  const int top = std::max(0, -y), bottom = std::min(height, size_ - y), left = std::max(0, -x), right = std::min(width, size_ - x);
  for (int row = top; row < bottom; ++row) {
    const std::uint8_t* from = mask.data() + static_cast<std::ptrdiff_t>(row) * width;
    Argb* to = pixels_.data() + static_cast<std::ptrdiff_t>(y + row) * size_ + x;
    for (int column = left; column < right; ++column) {
      if (from[column] == 0) continue;
      const int coverage = from[column] + (from[column] >> 7);
      const int a = shade(coverage) * alpha >> 8;
      to[column] = a >= 256 ? color : mix(to[column], color, a);
    }
  }
}

}  // namespace dateline::render::detail
