#include "geo/gzip.hpp"

#include <libdeflate.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

#include "base/error.hpp"
#include "geo/detail/checksum.hpp"

namespace dateline::geo {

namespace {

// Of libdeflate's 1 to 12: vector tiles at 7 are within 1 % of the smallest and take a third of the time.
constexpr int kLevel = 7;

struct FreeCompressor {
  void operator()(libdeflate_compressor* c) const noexcept { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const noexcept { libdeflate_free_decompressor(d); }
};

// Making one costs as much as packing a small tile: one a thread is kept.
libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> mine(libdeflate_alloc_compressor(kLevel));
  if (!mine) throw std::bad_alloc();
  return mine.get();
}

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> mine(libdeflate_alloc_decompressor());
  if (!mine) throw std::bad_alloc();
  return mine.get();
}

/// What the last four bytes say of the content's length (RFC 1952, 2.3.1). A stranger may lie: it is only where we begin.
std::size_t told_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size |= std::size_t{static_cast<unsigned char>(bytes[bytes.size() - 4 + i])} << 8U * i;
  return size;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  std::string out(libdeflate_gzip_compress_bound(compressor(), bytes.size()), '\0');
  const std::size_t size = libdeflate_gzip_compress(compressor(), bytes.data(), bytes.size(), out.data(), out.size());
  if (size == 0) throw std::logic_error("gzip: the bound is a lie");
  out.resize(size);
  return out;
}

std::string gunzip(std::string_view bytes, std::size_t max_bytes) {
  constexpr std::size_t kSmallest = 18;  // header and trailer
  if (!is_gzip(bytes) || bytes.size() < kSmallest) throw InputError("these bytes are not gzip", "the file is damaged; fetch or make it again");
  const std::size_t told = told_size(bytes);
  if (told > max_bytes) {
    throw InputError("holds more than " + std::to_string(max_bytes >> 20U) + " MB when unpacked", "no good archive of tiles has so large a part; fetch or make it again");
  }
  std::string out(std::max<std::size_t>(told, 1), '\0');
  std::size_t size = 0;
  const auto result = libdeflate_gzip_decompress(decompressor(), bytes.data(), bytes.size(), out.data(), out.size(), &size);
  if (result != LIBDEFLATE_SUCCESS || size != told) throw InputError("the packed bytes are damaged", "the file is damaged; fetch or make it again");
  out.resize(size);
  return out;
}

namespace detail {

std::uint32_t crc32(std::string_view bytes) noexcept { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

ContentDigest content_digest(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> whole{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), whole.data(), &length, EVP_sha256(), nullptr) != 1) throw std::runtime_error("OpenSSL cannot compute SHA-256");
  ContentDigest half{};
  std::memcpy(half.data(), whole.data(), sizeof half);
  return half;
}

}  // namespace detail

}  // namespace dateline::geo
