#include "render/detail/png_encode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include <png.h>
#include <zlib.h>

#include "base/error.hpp"
#include "base/parallel.hpp"

namespace dateline::render::detail {

namespace {

// Measured on a map page of 1600 x 1000: flat colours and letters repeat exactly, and any filter hides that. No filter
// at level 3 takes two thirds of the time of "sub" at level 4 and three quarters of its bytes; level 6 gains nothing,
// level 9 three per cent for ten times the time.
constexpr int compression_level = 3;
constexpr Bytef no_filter = 0;

struct Encoder {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string out;
  std::string message;
  bool out_of_memory = false;

  ~Encoder() { png_destroy_write_struct(&png, &info); }
};

void on_error(png_structp png, png_const_charp message) {
  static_cast<Encoder*>(png_get_error_ptr(png))->message = message;
  png_longjmp(png, 1);
}
void on_warning(png_structp, png_const_charp) {}

void on_write(png_structp png, png_bytep data, png_size_t size) {
  auto* encoder = static_cast<Encoder*>(png_get_io_ptr(png));
  try {
    encoder->out.append(reinterpret_cast<const char*>(data), size);
  } catch (...) {
    encoder->out_of_memory = true;
  }
  if (encoder->out_of_memory) png_error(png, "out of memory");  // outside the handler: this call jumps away
}
void on_flush(png_structp) {}

bool is_opaque(const ArgbPixels& pixels) {
  for (int y = 0; y < pixels.height; ++y) {
    const unsigned char* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    for (int x = 0; x < pixels.width; ++x) {
      std::uint32_t argb = 0;
      std::memcpy(&argb, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
      if (argb < 0xFF000000U) return false;
    }
  }
  return true;
}

png_byte unpremultiply(std::uint32_t channel, std::uint32_t alpha) {
  return static_cast<png_byte>(std::min<std::uint32_t>(255, (channel * 255 + alpha / 2) / alpha));
}

void convert_row(const unsigned char* row, int width, bool opaque, png_byte* to) {
  for (int x = 0; x < width; ++x) {
    std::uint32_t argb = 0;
    std::memcpy(&argb, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
    const std::uint32_t a = argb >> 24U, r = argb >> 16U & 0xFFU, g = argb >> 8U & 0xFFU, b = argb & 0xFFU;
    if (opaque) {
      *to++ = static_cast<png_byte>(r);
      *to++ = static_cast<png_byte>(g);
      *to++ = static_cast<png_byte>(b);
    } else {
      *to++ = a == 0 ? png_byte{0} : unpremultiply(r, a);
      *to++ = a == 0 ? png_byte{0} : unpremultiply(g, a);
      *to++ = a == 0 ? png_byte{0} : unpremultiply(b, a);
      *to++ = static_cast<png_byte>(a);
    }
  }
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<png_text> to_png_texts(const PngText& texts) {
  static char no_text[] = "";
  std::vector<png_text> chunks;
  for (const auto& [keyword, value] : texts) {
    png_text chunk{};
    const bool ascii = is_ascii(value);
    chunk.compression = ascii ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    chunk.key = const_cast<char*>(keyword.c_str());  // libpng only reads them
    chunk.text = const_cast<char*>(value.c_str());
    (ascii ? chunk.text_length : chunk.itxt_length) = value.size();
    chunk.lang = no_text;
    chunk.lang_key = no_text;
    chunks.push_back(chunk);
  }
  return chunks;
}

/// A part of a zlib stream (RFC 1950), and what the stream's checksum needs of it.
struct CompressedBand {
  std::string bytes;
  uLong adler = 0;
  std::size_t length = 0;   ///< before compression
};

struct Deflater {
  z_stream stream{};
  Deflater() {
    // A bare deflate stream: bands are joined into one.
    if (deflateInit2(&stream, compression_level, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw RenderError("the PNG encoder cannot start: out of memory");
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
};

/// The band's rows, each after the number of its filter. Every band but the last ends on a whole byte and leaves the stream open.
CompressedBand compress(const ArgbPixels& pixels, bool opaque, bool last) {
  CompressedBand band;
  band.adler = adler32(0, nullptr, 0);
  const std::size_t row_bytes = 1 + static_cast<std::size_t>(pixels.width) * (opaque ? 3 : 4);
  std::vector<Bytef> row(row_bytes);
  Deflater deflater;
  z_stream& stream = deflater.stream;
  std::array<Bytef, 1U << 16U> out;
  const auto run = [&](int flush) {
    do {
      stream.next_out = out.data();
      stream.avail_out = static_cast<uInt>(out.size());
      deflate(&stream, flush);
      band.bytes.append(reinterpret_cast<const char*>(out.data()), out.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  };
  for (int y = 0; y < pixels.height; ++y) {
    row[0] = no_filter;
    convert_row(pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride, pixels.width, opaque, row.data() + 1);
    band.adler = adler32(band.adler, row.data(), static_cast<uInt>(row_bytes));
    band.length += row_bytes;
    stream.next_in = row.data();
    stream.avail_in = static_cast<uInt>(row_bytes);
    run(Z_NO_FLUSH);
  }
  run(last ? Z_FINISH : Z_SYNC_FLUSH);
  return band;
}

std::string zlib_stream(const std::vector<CompressedBand>& bands) {
  std::string stream = "\x78\x5e";   // deflate with a window of 32 KB, fast
  uLong adler = adler32(0, nullptr, 0);
  for (const CompressedBand& band : bands) {
    stream += band.bytes;
    adler = adler32_combine(adler, band.adler, static_cast<z_off_t>(band.length));
  }
  for (const unsigned shift : {24U, 16U, 8U, 0U}) stream += static_cast<char>(adler >> shift & 0xFFU);
  return stream;
}

struct Header {
  int width = 0, height = 0;
  bool opaque = false;
  unsigned density = 0;
};

// Nothing here owns memory: an error jumps over the rest of this function.
bool write(Encoder& encoder, const Header& header, std::vector<png_text>& texts, const std::string& stream) {
  png_structp png = encoder.png;
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &encoder, on_write, on_flush);
  png_set_IHDR(png, encoder.info, static_cast<png_uint_32>(header.width), static_cast<png_uint_32>(header.height), 8,
               header.opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, encoder.info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs(png, encoder.info, header.density, header.density, PNG_RESOLUTION_METER);
  png_set_text(png, encoder.info, texts.data(), static_cast<int>(texts.size()));
  png_write_info(png, encoder.info);
  // png_write_end() would miss the rows that it did not compress itself.
  png_write_chunk(png, reinterpret_cast<png_const_bytep>("IDAT"), reinterpret_cast<png_const_bytep>(stream.data()), stream.size());
  png_write_chunk(png, reinterpret_cast<png_const_bytep>("IEND"), nullptr, 0);
  return true;
}

}  // namespace

std::string encode_png(std::span<const ArgbPixels> bands, const PngText& texts, unsigned pixels_per_metre) {
  Header header{bands.front().width, 0, std::ranges::all_of(bands, is_opaque), pixels_per_metre};
  for (const ArgbPixels& band : bands) header.height += band.height;
  std::vector<CompressedBand> compressed(bands.size());
  for_each_index(bands.size(), static_cast<int>(bands.size()), [&](std::size_t i) { compressed[i] = compress(bands[i], header.opaque, i + 1 == bands.size()); });

  Encoder encoder;
  encoder.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &encoder, on_error, on_warning);
  if (encoder.png != nullptr) encoder.info = png_create_info_struct(encoder.png);
  if (encoder.info == nullptr) throw RenderError("the PNG encoder cannot start: out of memory");
  std::vector<png_text> chunks = to_png_texts(texts);
  if (!write(encoder, header, chunks, zlib_stream(compressed))) throw RenderError("the PNG cannot be encoded: " + encoder.message);
  return std::move(encoder.out);
}

}  // namespace dateline::render::detail
