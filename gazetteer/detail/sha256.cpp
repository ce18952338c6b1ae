#include "gazetteer/detail/sha256.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace dateline::gazetteer::detail {

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

[[noreturn]] void fail() { throw std::runtime_error("OpenSSL cannot compute SHA-256"); }

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  if (!state_->context || EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) != 1) fail();
}
Sha256::~Sha256() = default;

void Sha256::add(const void* bytes, std::size_t size) {
  if (EVP_DigestUpdate(state_->context.get(), bytes, size) != 1) fail();
}

std::array<std::uint8_t, 32> Sha256::finish() {
  std::array<std::uint8_t, 32> out{};
  if (EVP_DigestFinal_ex(state_->context.get(), out.data(), nullptr) != 1) fail();
  return out;
}

std::array<std::uint8_t, 32> sha256(std::span<const std::byte> bytes) {
  std::array<std::uint8_t, 32> out{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, EVP_sha256(), nullptr) != 1 || length != out.size()) {
    fail();
  }
  return out;
}

}  // namespace dateline::gazetteer::detail
