#pragma once

#include <string>
#include <string_view>

namespace dateline::article::detail {

/// Bytes turned into valid UTF-8.
struct DecodedText {
  std::string text;
  std::string damage;    ///< one sentence about what was repaired; empty if nothing was
  bool cut = false;      ///< the last character is incomplete: the file was cut
};

/// UTF-8 (with or without byte-order mark, which is dropped), UTF-16 with byte-order mark, else Windows-1252 when no
/// byte beyond ASCII is part of valid UTF-8, else UTF-8 with the bad bytes replaced by U+FFFD.
[[nodiscard]] DecodedText decode(std::string_view bytes);

/// Whether the bytes are no text at all: a NUL byte (outside UTF-16), or one in twenty characters is a control character.
[[nodiscard]] bool is_binary(std::string_view bytes) noexcept;

}  // namespace dateline::article::detail
