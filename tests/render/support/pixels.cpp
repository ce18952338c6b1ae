#include "tests/render/support/pixels.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include <png.h>

namespace dateline::render::test {

Pixels decode_png(const std::string& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) throw std::runtime_error(image.message);
  image.format = PNG_FORMAT_RGBA;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.rgba.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0) throw std::runtime_error(image.message);
  return pixels;
}

std::string encode_png(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string out(size, '\0');
  if (png_image_write_to_memory(&image, out.data(), &size, 0, pixels.rgba.data(), 0, nullptr) == 0) throw std::runtime_error(image.message);
  out.resize(size);
  return out;
}

PixelDifference compare(const Pixels& a, const Pixels& b) {
  if (a.width != b.width || a.height != b.height) throw std::runtime_error("the pictures differ in size");
  PixelDifference result;
  result.picture = a;
  std::size_t above = 0;
  double sum = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    int worst = 0;
    for (std::size_t c = 0; c < 4; ++c) {
      const int off = std::abs(static_cast<int>(a.rgba[i + c]) - static_cast<int>(b.rgba[i + c]));
      worst = std::max(worst, off);
      if (c < 3) sum += off;
    }
    result.largest = std::max(result.largest, worst);
    above += worst > 8 ? 1 : 0;
    const auto shade = static_cast<std::uint8_t>(255 - std::min(255, worst * 8));
    result.picture.rgba[i] = result.picture.rgba[i + 1] = result.picture.rgba[i + 2] = shade;
    result.picture.rgba[i + 3] = 255;
  }
  const double count = std::max<double>(1, static_cast<double>(a.rgba.size()) / 4);
  result.share_above_8 = static_cast<double>(above) / count;
  result.mean = sum / (3 * count);
  return result;
}

Pixels halved(const Pixels& pixels) {
  Pixels out{pixels.width / 2, pixels.height / 2, {}};
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      for (int c = 0; c < 4; ++c) {
        const int sum = pixels.at(2 * x, 2 * y)[c] + pixels.at(2 * x + 1, 2 * y)[c] + pixels.at(2 * x, 2 * y + 1)[c] + pixels.at(2 * x + 1, 2 * y + 1)[c];
        out.rgba.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
      }
    }
  }
  return out;
}

std::vector<std::string> png_texts(const std::string& png) {
  std::vector<std::string> texts;
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(png.at(i))); };
  for (std::size_t at = 8; at + 12 <= png.size();) {
    const std::size_t length = byte(at) << 24U | byte(at + 1) << 16U | byte(at + 2) << 8U | byte(at + 3);
    const std::string type = png.substr(at + 4, 4), data = png.substr(at + 8, length);
    const std::size_t end = data.find('\0');
    if (type == "tEXt") texts.push_back(data.substr(0, end) + '=' + data.substr(end + 1));
    // iTXt: keyword, two flag bytes, language and translated keyword, each of the last two ended by a zero byte
    if (type == "iTXt") texts.push_back(data.substr(0, end) + '=' + data.substr(data.find('\0', data.find('\0', end + 3) + 1) + 1));
    at += 12 + length;
  }
  return texts;
}

}  // namespace dateline::render::test
