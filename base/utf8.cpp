#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace dateline {

namespace {
constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
}  // namespace

DecodedCodePoint decode_at(std::string_view text, std::size_t offset) noexcept {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1, true};
  std::uint8_t length = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if ((lead & 0xE0U) == 0xC0U) {
    length = 2, value = lead & 0x1FU, smallest = 0x80;
  } else if ((lead & 0xF0U) == 0xE0U) {
    length = 3, value = lead & 0x0FU, smallest = 0x800;
  } else if ((lead & 0xF8U) == 0xF0U) {
    length = 4, value = lead & 0x07U, smallest = 0x10000;
  } else {
    return {kReplacement, 1, false};
  }
  if (offset + length > text.size()) return {kReplacement, 1, false};
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[offset + i])) return {kReplacement, 1, false};
    value = (value << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {kReplacement, 1, false};
  return {value, length, true};
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U)), put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U)), put(0x80U | ((value >> 6U) & 0x3FU)), put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U)), put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU)), put(0x80U | (value & 0x3FU));
  }
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += decode_at(text, i).length;
  return count;
}

bool is_valid_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const auto point = decode_at(text, i);
    if (!point.valid) return false;
    i += point.length;
  }
  return true;
}

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText out;
  out.text.reserve(bytes.size());
  bool in_damage = false;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto point = decode_at(bytes, i);
    if (point.valid) {
      out.text.append(bytes.substr(i, point.length));
      in_damage = false;
    } else if (!in_damage || !is_continuation(bytes[i])) {
      append_utf8(out.text, kReplacement);
      ++out.replaced;
      in_damage = true;
    }
    i += point.length;
  }
  return out;
}

std::string utf8_from_utf16(std::string_view bytes) {
  const bool big_endian = bytes.starts_with("\xFE\xFF");
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const char32_t high = unit(i);
    const bool pair = high >= 0xD800 && high < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000;
    if (pair) {
      append_utf8(out, 0x10000 + ((high - 0xD800) << 10U) + (unit(i + 2) - 0xDC00));
      i += 2;
    } else {
      append_utf8(out, high >= 0xD800 && high < 0xE000 ? kReplacement : high);
    }
  }
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : bytes_(text.size()) {
  std::size_t extra = 0;
  for (std::size_t i = 0; i < text.size(); ++code_points_) {
    const auto length = decode_at(text, i).length;
    if (length > 1) {
      extra += length - 1U;
      wide_.push_back(i);
      extra_.push_back(extra);
    }
    i += length;
  }
}

std::size_t CodePointIndex::to_code_points(std::size_t byte_offset) const noexcept {
  if (byte_offset >= bytes_) return code_points_;
  // Wide code points that start before the offset; the last of them may still cover it.
  const auto next = std::lower_bound(wide_.begin(), wide_.end(), byte_offset);
  if (next == wide_.begin()) return byte_offset;
  const auto before = static_cast<std::size_t>(std::distance(wide_.begin(), next)) - 1;
  const std::size_t extra_until = extra_[before];
  const std::size_t own_extra = extra_until - (before == 0 ? 0 : extra_[before - 1]);
  const std::size_t start = wide_[before];
  const std::size_t start_index = start - (extra_until - own_extra);
  if (byte_offset <= start + own_extra) return start_index;
  return byte_offset - extra_until;
}

std::size_t CodePointIndex::to_bytes(std::size_t code_point_index) const noexcept {
  if (code_point_index >= code_points_) return bytes_;
  // The i-th wide code point has code-point index wide_[i] - extra_before(i), which grows with i.
  std::size_t low = 0;
  std::size_t high = wide_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::size_t index = wide_[middle] - (middle == 0 ? 0 : extra_[middle - 1]);
    if (index < code_point_index) low = middle + 1;
    else high = middle;
  }
  return code_point_index + (low == 0 ? 0 : extra_[low - 1]);
}

}  // namespace dateline
