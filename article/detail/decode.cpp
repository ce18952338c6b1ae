#include "article/detail/decode.hpp"

#include <array>

#include "base/utf8.hpp"

namespace dateline::article::detail {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr char32_t kReplacement = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; the five unassigned bytes become U+FFFD. Source: unicode.org, CP1252.TXT.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool is_utf16(std::string_view bytes) { return bytes.starts_with(kBigEndianMark) || bytes.starts_with(kLittleEndianMark); }

DecodedText decode_utf16(std::string_view bytes) {
  const bool big = bytes.starts_with(kBigEndianMark);
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big ? (first << 8) | second : (second << 8) | first);
  };
  DecodedText result;
  std::size_t replaced = 0;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t value = unit(i);
    if (value >= 0xD800 && value <= 0xDBFF && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) <= 0xDFFF) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (value >= 0xD800 && value <= 0xDFFF) {
      value = kReplacement;
      ++replaced;
    }
    append_utf8(result.text, value);
  }
  result.cut = bytes.size() % 2 != 0;
  if (replaced != 0) result.damage = std::to_string(replaced) + " broken UTF-16 pairs were replaced";
  return result;
}

DecodedText decode_windows_1252(std::string_view bytes) {
  DecodedText result;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(result.text, byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80] : byte);
  }
  result.damage = "the text is not UTF-8; it was read as Windows-1252";
  return result;
}

struct Utf8Counts {
  std::size_t valid = 0;        // characters of more than one byte
  std::size_t invalid = 0;      // bytes
  std::size_t first_invalid = 0;
};

Utf8Counts count_utf8(std::string_view bytes) {
  Utf8Counts counts;
  for (std::size_t i = 0; i < bytes.size();) {
    const DecodedCodePoint point = decode_at(bytes, i);
    if (!point.valid) {
      if (counts.invalid++ == 0) counts.first_invalid = i;
    } else if (point.length > 1) {
      ++counts.valid;
    }
    i += point.length;
  }
  return counts;
}

/// Whether the only bad bytes are the beginning of a character at the very end.
bool is_cut_character(std::string_view bytes, const Utf8Counts& counts) {
  return bytes.size() - counts.first_invalid <= 3 && counts.invalid == bytes.size() - counts.first_invalid &&
         static_cast<unsigned char>(bytes[counts.first_invalid]) >= 0xC2;
}

}  // namespace

DecodedText decode(std::string_view bytes) {
  if (is_utf16(bytes)) return decode_utf16(bytes);
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (is_valid_utf8(bytes)) return {std::string(bytes), {}, false};
  const Utf8Counts counts = count_utf8(bytes);
  const bool cut = is_cut_character(bytes, counts);
  if (counts.valid == 0 && !cut) return decode_windows_1252(bytes);
  RepairedText repaired = repair_utf8(bytes);
  DecodedText result{std::move(repaired.text), {}, cut};
  result.damage = cut ? "the last character is incomplete"
                      : std::to_string(repaired.replaced) + " sequences that are not UTF-8 were replaced";
  return result;
}

bool is_binary(std::string_view bytes) noexcept {
  if (is_utf16(bytes)) return false;
  std::size_t controls = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v') || byte == 0x7F) ++controls;
  }
  return controls * 20 > bytes.size();
}

}  // namespace dateline::article::detail
