#include "gazetteer/detail/sha256.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace dateline::gazetteer::detail {

std::array<std::uint8_t, 32> sha256(std::span<const std::byte> bytes) {
  std::array<std::uint8_t, 32> out{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, EVP_sha256(), nullptr) != 1 || length != out.size()) {
    throw std::runtime_error("OpenSSL cannot compute SHA-256");
  }
  return out;
}

}  // namespace dateline::gazetteer::detail
