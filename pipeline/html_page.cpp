#include "pipeline/html_page.hpp"

#include "article/hash.hpp"
#include "base/base64.hpp"
#include "base/markup.hpp"

namespace dateline::pipeline {

namespace {

int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string bytes_of_hex(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  return out;
}

/// CSP level 3, 2.3.1: what the browser compares with the hash of an inline element's content.
std::string hash_source(const std::string& content) { return "'sha256-" + to_base64(bytes_of_hex(article::sha256_hex(content))) + "'"; }

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
