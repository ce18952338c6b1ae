#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Writing Protocol Buffers ("Encoding" in their documentation): a key is field number and wire type, numbers are of seven bits a byte.
namespace dateline::protobuf {

enum class Wire : std::uint32_t { Varint = 0, Fixed64 = 1, Bytes = 2 };

inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7U;
  }
  out += static_cast<char>(value);
}
inline void put_key(std::string& out, std::uint32_t field, Wire wire) { put_varint(out, field << 3U | static_cast<std::uint32_t>(wire)); }
inline void put_number(std::string& out, std::uint32_t field, std::uint64_t value) {
  put_key(out, field, Wire::Varint);
  put_varint(out, value);
}
inline void put_bytes(std::string& out, std::uint32_t field, std::string_view bytes) {
  put_key(out, field, Wire::Bytes);
  put_varint(out, bytes.size());
  out += bytes;
}
/// Of the fields that are "sint": small negative numbers stay short.
[[nodiscard]] inline std::uint64_t zigzag(std::int64_t value) noexcept { return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63); }

}  // namespace dateline::protobuf
