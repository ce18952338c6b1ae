#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace dateline::gazetteer::detail {

[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::span<const std::byte> bytes);

/// The same of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(const void* bytes, std::size_t size);
  /// May be called once.
  [[nodiscard]] std::array<std::uint8_t, 32> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::gazetteer::detail
