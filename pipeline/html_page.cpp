#include "pipeline/html_page.hpp"

#include "article/hash.hpp"
#include "base/markup.hpp"

namespace dateline::pipeline {

namespace {

int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// RFC 4648 base 64 of the bytes that `hex` spells.
std::string base64_of_hex(const std::string& hex) {
  static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned buffer = 0;
  int bits = 0;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    buffer = buffer << 8U | static_cast<unsigned>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    for (bits += 8; bits >= 6; bits -= 6) out += letters[buffer >> static_cast<unsigned>(bits - 6) & 63U];
  }
  if (bits > 0) out += letters[buffer << static_cast<unsigned>(6 - bits) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

/// CSP level 3, 2.3.1: what the browser compares with the hash of an inline element's content.
std::string hash_source(const std::string& content) { return "'sha256-" + base64_of_hex(article::sha256_hex(content)) + "'"; }

}  // namespace

std::string write_html_page(const HtmlPage& page) {
  std::string policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src " + hash_source(page.style);
  if (!page.script.empty()) policy += "; script-src " + hash_source(page.script);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + escape_xml(page.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escape_xml(page.title) + "</title>\n";
  if (!page.description.empty()) out += "<meta name=\"description\" content=\"" + escape_xml(page.description) + "\">\n";
  if (!page.document_id.empty()) out += "<meta name=\"dcterms.identifier\" content=\"" + escape_xml(page.document_id) + "\">\n";
  out += "<style>" + page.style + "</style>\n</head>\n<body>\n" + page.body;
  if (!page.script.empty()) out += "<script>" + page.script + "</script>\n";
  return out + "</body>\n</html>\n";
}

std::string html_link(const std::string& address, const std::string& words) {
  const std::string link = safe_link(address);
  if (link.empty()) return escape_xml(words);
  return "<a href=\"" + escape_xml(link) + "\">" + escape_xml(words) + "</a>";
}

}  // namespace dateline::pipeline
