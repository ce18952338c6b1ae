#include "base/markup.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace dateline {

namespace {

bool is_dropped(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c >= 0x202A && c <= 0x202E) return true;                          // LRE RLE PDF LRO RLO
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);        // non-characters
}

bool is_line_space(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char p, char t) { return p == (t >= 'A' && t <= 'Z' ? static_cast<char>(t + 32) : t); });
}

void escape_into(std::string& out, char c) {
  switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    default: out += c;
  }
}

}  // namespace

std::string clean_text(std::string_view text) {
  const std::string valid = repair_utf8(text).text;
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size();) {
    const DecodedCodePoint c = decode_at(valid, i);
    if (is_line_space(c.value)) {
      out += ' ';
    } else if (!is_dropped(c.value)) {
      out.append(valid, i, c.length);
    }
    i += std::max<std::size_t>(c.length, 1);
  }
  return out;
}

std::string safe_link(std::string_view address) {
  static constexpr std::array<std::string_view, 4> allowed = {"https://", "http://", "mailto:", "#"};
  const bool good = std::any_of(allowed.begin(), allowed.end(),
                                [&](std::string_view prefix) { return starts_with_ignoring_case(address, prefix); });
  if (!good) return {};
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("\"'\\<>`{}|^").find(c) != std::string_view::npos) {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) escape_into(out, c);
  return out;
}

std::string xml_value(std::string_view text) {
  const std::string valid = repair_utf8(text).text;
  std::string out;
  for (std::size_t i = 0; i < valid.size();) {
    const DecodedCodePoint c = decode_at(valid, i);
    const std::size_t length = std::max<std::size_t>(c.length, 1);
    if (c.value == '\t' || c.value == '\n' || c.value == '\r') out += "&#" + std::to_string(static_cast<unsigned>(c.value)) + ";";
    else if (c.value < 0x20 || c.value == 0xFFFE || c.value == 0xFFFF) out += "\uFFFD";
    else if (length == 1) escape_into(out, valid[i]);
    else out.append(valid, i, length);
    i += length;
  }
  return out;
}

}  // namespace dateline
