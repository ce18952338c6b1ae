#include "pipeline/tex_text.hpp"

namespace dateline::pipeline {

std::string tex_text(std::string_view text) {
  std::string out;
  char before = '\0';
  for (const char c : text) {
    // TeX joins these with what follows: -- to a dash, << to a guillemet.
    if (c == before && (c == '-' || c == '<' || c == '>' || c == ',')) out += "{}";
    before = c;
    switch (c) {
      case '\\': out += "\\textbackslash{}"; break;
      case '{': out += "\\{"; break;
      case '}': out += "\\}"; break;
      case '$': out += "\\$"; break;
      case '&': out += "\\&"; break;
      case '#': out += "\\#"; break;
      case '%': out += "\\%"; break;
      case '_': out += "\\_"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '"': out += "\\textquotedbl{}"; break;  // else a closing mark, on either side
      case '`': out += "\\textasciigrave{}"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return out;
}

std::string plain_url(std::string_view url) {
  constexpr std::string_view kUnsafe = "\\{}^\" <>|`";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || kUnsafe.find(c) != std::string_view::npos) {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out;
}

std::string tex_url(std::string_view url) {
  std::string out;
  for (const char c : plain_url(url)) {
    if (c == '#' || c == '%' || c == '&' || c == '_' || c == '$') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace dateline::pipeline
