#include "pipeline/detail/picture_id.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace dateline::pipeline::detail {

namespace {

/// The hexadecimal digits that `text` begins with.
std::string leading_digits(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) break;
    id += c;
  }
  return id;
}

std::string id_behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? "" : leading_digits(text.substr(at + mark.size()));
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

/// PNG 11.3.4: chunks of length, type, data, checksum; tEXt holds a keyword, a zero byte and Latin text.
std::string id_of_png(std::string_view png) {
  constexpr std::size_t kSignature = 8, kHead = 8, kChecksum = 4;
  for (std::size_t at = kSignature; at + kHead + kChecksum <= png.size();) {
    const std::size_t length = big_endian(png.substr(at));
    if (length > png.size() - at - kHead - kChecksum) return {};
    const std::string_view type = png.substr(at + 4, 4), data = png.substr(at + kHead, length);
    constexpr std::string_view kKeyword("Source\0", 7);
    if (type == "tEXt" && data.starts_with(kKeyword)) return leading_digits(data.substr(kKeyword.size()));
    at += kHead + length + kChecksum;
  }
  return {};
}

/// PDF 7.9.2: a text string is Latin text in parentheses, or UTF-16 with a byte-order mark, in parentheses or as hexadecimal digits. Without its
/// zero bytes, UTF-16 of an id reads as Latin.
std::string id_of_pdf(std::string_view pdf) {
  constexpr std::string_view kKey = "/Keywords";
  constexpr std::size_t kMostBytes = 4096;  // the credits follow the id
  for (std::size_t at = pdf.find(kKey); at != std::string_view::npos; at = pdf.find(kKey, at + 1)) {
    std::string_view value = pdf.substr(at + kKey.size(), kMostBytes);
    value.remove_prefix(std::min(value.size(), value.find_first_not_of(" \r\n\t")));
    std::string text;
    if (value.starts_with("<")) {
      for (std::size_t i = 1; i + 1 < value.size() && std::isxdigit(static_cast<unsigned char>(value[i])) != 0; i += 2) {
        const auto digit = [&](std::size_t k) { return static_cast<unsigned>(std::isdigit(static_cast<unsigned char>(value[k])) != 0 ? value[k] - '0' : (value[k] | 0x20) - 'a' + 10); };
        const unsigned byte = digit(i) * 16 + (std::isxdigit(static_cast<unsigned char>(value[i + 1])) != 0 ? digit(i + 1) : 0);
        if (byte != 0) text += static_cast<char>(byte);
      }
    } else {
      for (const char c : value) {
        if (c != '\0') text += c;
      }
    }
    if (std::string id = id_behind(text, "document "); !id.empty()) return id;
  }
  return {};
}

}  // namespace

std::string document_id_of(std::string_view picture) {
  if (picture.starts_with("\x89PNG\r\n\x1a\n")) return id_of_png(picture);
  if (picture.starts_with("%PDF-")) return id_of_pdf(picture);
  if (std::string id = id_behind(picture, "<meta name=\"dcterms.identifier\" content=\""); !id.empty()) return id;
  if (picture.find("<svg") != std::string_view::npos) return id_behind(picture, "<dc:identifier>");
  return {};
}

}  // namespace dateline::pipeline::detail
