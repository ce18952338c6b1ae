#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::render::test {

/// A decoded picture, RGBA, straight alpha.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
  [[nodiscard]] const std::uint8_t* at(int x, int y) const { return rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4; }
};

/// Throws std::runtime_error for what is no PNG.
[[nodiscard]] Pixels decode_png(const std::string& png);
[[nodiscard]] std::string encode_png(const Pixels& pixels);

/// How far two pictures of one size are apart.
struct PixelDifference {
  int largest = 0;            ///< of any channel
  double share_above_8 = 0;   ///< of the pixels with a channel off by more than 8
  double mean = 0;            ///< of all colour channels
  Pixels picture;             ///< differences, eight times as strong, on white
};
[[nodiscard]] PixelDifference compare(const Pixels& a, const Pixels& b);

/// The picture at half the size, each pixel the mean of four.
[[nodiscard]] Pixels halved(const Pixels& pixels);

/// Values of the tEXt and uncompressed iTXt chunks: "Title=...".
[[nodiscard]] std::vector<std::string> png_texts(const std::string& png);

}  // namespace dateline::render::test
