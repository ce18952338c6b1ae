#include "pipeline/detail/zip_archive.hpp"

#include <zlib.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace dateline::pipeline::detail {

namespace {

constexpr std::uint16_t kVersion = 20;               // 2.0: deflate
constexpr std::uint16_t kUtf8Name = 1U << 11U;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kDosTime = 0, kDosDate = 33;  // 1980-01-01, where DOS time begins

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 255U);
  out += static_cast<char>(value >> 8U & 255U);
}
void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 65535U);
  put16(out, value >> 16U);
}

/// Deflate without zlib's own header, as zip wants it.
std::string deflated(std::string_view content) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::logic_error("zlib did not finish");
  return out;
}

}  // namespace

std::string zip_of_one(std::string_view name, std::string_view content) {
  if (content.size() > std::numeric_limits<std::uint32_t>::max() / 2) throw std::logic_error("too large for a zip archive");
  const std::string packed = deflated(content);
  const auto sum = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
  const auto describe = [&](std::string& out) {
    for (const std::uint16_t field : {kVersion, kUtf8Name, kDeflated, kDosTime, kDosDate}) put16(out, field);
    put32(out, sum);
    put32(out, static_cast<std::uint32_t>(packed.size()));
    put32(out, static_cast<std::uint32_t>(content.size()));
    put16(out, static_cast<std::uint32_t>(name.size()));
    put16(out, 0);  // no extra field
  };
  std::string out = "PK\x03\x04";
  describe(out);
  out += name;
  out += packed;
  const auto directory = static_cast<std::uint32_t>(out.size());
  out += "PK\x01\x02";
  put16(out, kVersion);
  describe(out);
  for (int i = 0; i < 3; ++i) put16(out, 0);  // no comment, first disk, binary
  put32(out, 0);                              // attributes
  put32(out, 0);                              // where the file begins
  out += name;
  const auto directory_size = static_cast<std::uint32_t>(out.size()) - directory;
  out += "PK\x05\x06";
  for (const std::uint32_t field : {0U, 0U, 1U, 1U}) put16(out, field);
  put32(out, directory_size);
  put32(out, directory);
  put16(out, 0);
  return out;
}

}  // namespace dateline::pipeline::detail
