#include "render/detail/png_tile.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <numeric>
#include <vector>

#include <libdeflate.h>

#include "base/error.hpp"

namespace dateline::render::detail {

namespace {

constexpr int palette_level = 6;
constexpr int rgba_level = 1;
constexpr std::size_t table_size = 1U << 17U;   ///< twice the pixels of the largest count of colours that a 256-pixel tile can have
constexpr std::size_t most_colors = 256;

struct Compressor {
  explicit Compressor(int level) : handle(libdeflate_alloc_compressor(level)) {
    if (handle == nullptr) throw RenderError("the PNG encoder cannot start: out of memory");
  }
  ~Compressor() { libdeflate_free_compressor(handle); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;
  libdeflate_compressor* handle;
};

void put32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift & 0xFFU));
}

void put_chunk(std::string& out, const char* type, const char* data, std::size_t size) {
  put32(out, static_cast<std::uint32_t>(size));
  const std::size_t start = out.size();
  out.append(type, 4);
  out.append(data, size);
  put32(out, libdeflate_crc32(0, out.data() + start, size + 4));
}

void put_header(std::string& out, int size, int depth, int color_type) {
  out.append("\x89PNG\r\n\x1A\n", 8);
  std::string header;
  put32(header, static_cast<std::uint32_t>(size));
  put32(header, static_cast<std::uint32_t>(size));
  header.push_back(static_cast<char>(depth));
  header.push_back(static_cast<char>(color_type));
  header.append(3, '\0');   // deflate, adaptive filters, not interlaced
  put_chunk(out, "IHDR", header.data(), header.size());
}

std::array<std::uint8_t, 4> straight(Argb color) noexcept {
  const std::uint32_t a = color >> 24U;
  const auto channel = [&](std::uint32_t value) {
    return static_cast<std::uint8_t>(a == 255 || a == 0 ? value : std::min(255U, (value * 255 + a / 2) / a));
  };
  return {channel(color >> 16U & 0xFFU), channel(color >> 8U & 0xFFU), channel(color & 0xFFU), static_cast<std::uint8_t>(a)};
}

void put_palette(std::string& out, std::span<const Argb> colors) {
  std::string rgb, alpha;
  std::size_t translucent = 0;
  for (std::size_t i = 0; i < colors.size(); ++i) {
    const auto c = straight(colors[i]);
    rgb.append(reinterpret_cast<const char*>(c.data()), 3);
    alpha.push_back(static_cast<char>(c[3]));
    if (c[3] != 255) translucent = i + 1;
  }
  put_chunk(out, "PLTE", rgb.data(), rgb.size());
  if (translucent > 0) put_chunk(out, "tRNS", alpha.data(), translucent);
}

int depth_for(std::size_t colors) noexcept { return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8; }

int distance(Argb a, Argb b) noexcept {
  int sum = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const int d = static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU);
    sum += d * d;
  }
  return sum;
}

}  // namespace

struct TilePng::Impl {
  Compressor palette{palette_level}, rgba{rgba_level};
  std::vector<std::uint32_t> table = std::vector<std::uint32_t>(table_size, 0);   ///< place in colors + 1; 0: free
  std::vector<std::size_t> used;
  std::vector<Argb> colors;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> indices;
  std::vector<std::uint8_t> raw;
  std::string packed;

  std::uint32_t index_of(Argb color) {
    std::size_t slot = (color * 0x9E3779B1U) >> 15U;
    while (table[slot] != 0 && colors[table[slot] - 1] != color) slot = (slot + 1) % table_size;
    if (table[slot] == 0) {
      // Only a tile of 512 pixels full of shades could get here; what is beyond goes to the last colour.
      if (colors.size() + 1 >= table_size / 2) return static_cast<std::uint32_t>(colors.size() - 1);
      colors.push_back(color);
      counts.push_back(0);
      used.push_back(slot);
      table[slot] = static_cast<std::uint32_t>(colors.size());
    }
    return table[slot] - 1;
  }

  void count(std::span<const Argb> pixels) {
    for (const std::size_t slot : used) table[slot] = 0;
    used.clear();
    colors.clear();
    counts.clear();
    indices.resize(pixels.size());
    std::size_t i = 0;
    while (i < pixels.size()) {
      const Argb color = pixels[i];
      std::size_t end = i + 1;
      while (end < pixels.size() && pixels[end] == color) ++end;
      const std::uint32_t index = index_of(color);
      counts[index] += static_cast<std::uint32_t>(end - i);
      std::fill(indices.begin() + static_cast<std::ptrdiff_t>(i), indices.begin() + static_cast<std::ptrdiff_t>(end), index);
      i = end;
    }
  }

  /// Where each colour goes when only the most frequent stay.
  std::vector<std::uint32_t> reduce() {
    std::vector<std::uint32_t> order(colors.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    std::vector<Argb> kept;
    for (std::size_t i = 0; i < most_colors; ++i) kept.push_back(colors[order[i]]);
    std::vector<std::uint32_t> to(colors.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i < most_colors) {
        to[order[i]] = static_cast<std::uint32_t>(i);
        continue;
      }
      int best = std::numeric_limits<int>::max();
      for (std::size_t k = 0; k < kept.size(); ++k) {
        const int d = distance(colors[order[i]], kept[k]);
        if (d < best) {
          best = d;
          to[order[i]] = static_cast<std::uint32_t>(k);
        }
      }
    }
    colors = std::move(kept);
    return to;
  }

  void put_pixels(std::string& out, const Compressor& compressor) {
    packed.resize(libdeflate_zlib_compress_bound(compressor.handle, raw.size()));
    const std::size_t size = libdeflate_zlib_compress(compressor.handle, raw.data(), raw.size(), packed.data(), packed.size());
    if (size == 0) throw RenderError("the PNG cannot be encoded");
    put_chunk(out, "IDAT", packed.data(), size);
    put_chunk(out, "IEND", "", 0);
  }
};

TilePng::TilePng() : impl_(std::make_unique<Impl>()) {}
TilePng::~TilePng() = default;

std::string TilePng::encode_palette(std::span<const Argb> pixels, int size) {
  Impl& self = *impl_;
  self.count(pixels);
  if (self.colors.size() > most_colors) {
    const std::vector<std::uint32_t> to = self.reduce();
    for (std::uint32_t& index : self.indices) index = to[index];
  }
  const int depth = depth_for(self.colors.size()), per_byte = 8 / depth;
  const std::size_t row_bytes = static_cast<std::size_t>((size + per_byte - 1) / per_byte);
  self.raw.resize((row_bytes + 1) * static_cast<std::size_t>(size));
  std::uint8_t* to = self.raw.data();
  const std::uint32_t* from = self.indices.data();
  for (int y = 0; y < size; ++y) {
    *to++ = 0;   // no filter: flat colours repeat exactly, and a filter hides that
    for (std::size_t i = 0; i < row_bytes; ++i) {
      std::uint32_t byte = 0;
      for (int k = 0; k < per_byte; ++k) byte = byte << static_cast<unsigned>(depth) | *from++;
      *to++ = static_cast<std::uint8_t>(byte);
    }
  }
  std::string out;
  put_header(out, size, depth, 3);
  put_palette(out, self.colors);
  self.put_pixels(out, self.palette);
  return out;
}

std::string TilePng::encode_rgba(std::span<const Argb> pixels, int size) {
  Impl& self = *impl_;
  self.raw.resize((static_cast<std::size_t>(size) * 4 + 1) * static_cast<std::size_t>(size));
  std::uint8_t* to = self.raw.data();
  const Argb* from = pixels.data();
  for (int y = 0; y < size; ++y) {
    *to++ = 0;
    for (int x = 0; x < size; ++x) {
      const auto c = straight(*from++);
      std::memcpy(to, c.data(), 4);
      to += 4;
    }
  }
  std::string out;
  put_header(out, size, 8, 6);
  self.put_pixels(out, self.rgba);
  return out;
}

std::string TilePng::encode_uniform(Argb color, int size, bool palette) {
  const std::vector<Argb> pixels(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), color);
  return palette ? encode_palette(pixels, size) : encode_rgba(pixels, size);
}

}  // namespace dateline::render::detail
