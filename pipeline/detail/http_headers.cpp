#include "pipeline/detail/http_headers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace dateline::pipeline::detail {

namespace {

constexpr std::string_view kBlank = " \t";

std::string_view trimmed(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool same_word(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// The next item of a list with commas, which is taken off it.
std::string_view take_item(std::string_view& list) noexcept {
  const auto comma = list.find(',');
  const auto item = trimmed(list.substr(0, comma));
  list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  return item;
}

/// ";q=0", ";q=0.000": not acceptable.
bool refused(std::string_view parameters) noexcept {
  const auto equals = parameters.find('=');
  if (equals == std::string_view::npos) return false;
  const auto weight = trimmed(parameters.substr(equals + 1));
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

std::optional<std::uint64_t> number(std::string_view digits) noexcept {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // A number that does not fit is behind the end of every file.
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  static_cast<void>(end);
  return value;
}

}  // namespace

bool matches_etag(std::string_view if_none_match, std::string_view etag) noexcept {
  if (trimmed(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    auto tag = take_item(if_none_match);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag) return true;
  }
  return false;
}

bool accepts_gzip(std::string_view accept_encoding) noexcept {
  bool any = false;
  while (!accept_encoding.empty()) {
    const auto item = take_item(accept_encoding);
    const auto semicolon = item.find(';');
    const auto name = trimmed(item.substr(0, semicolon));
    const bool wanted = semicolon == std::string_view::npos || !refused(item.substr(semicolon));
    if (same_word(name, "gzip") || same_word(name, "x-gzip")) return wanted;
    if (name == "*") any = wanted;
  }
  return any;
}

RangeRequest parse_range(std::string_view header, std::uint64_t size) noexcept {
  const auto equals = header.find('=');
  if (equals == std::string_view::npos || !same_word(trimmed(header.substr(0, equals)), "bytes")) return {};
  const auto spec = trimmed(header.substr(equals + 1));
  const auto dash = spec.find('-');
  if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return {};
  const auto before = trimmed(spec.substr(0, dash)), after = trimmed(spec.substr(dash + 1));
  if (before.empty()) {
    const auto suffix = number(after);
    if (!suffix) return {};
    if (*suffix == 0 || size == 0) return {RangeRequest::Kind::Unsatisfiable, {}};
    return {RangeRequest::Kind::Part, {size - std::min(*suffix, size), size - 1}};
  }
  const auto first = number(before);
  const auto last = after.empty() ? std::optional(std::numeric_limits<std::uint64_t>::max()) : number(after);
  if (!first || !last || *last < *first) return {};
  if (*first >= size) return {RangeRequest::Kind::Unsatisfiable, {}};
  return {RangeRequest::Kind::Part, {*first, std::min(*last, size - 1)}};
}

std::optional<std::string> safe_host(std::string_view header) {
  constexpr std::size_t max_host = 255 + 6;   // a domain name and a port
  if (header.empty() || header.size() > max_host) return std::nullopt;
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']'; };
  if (!std::all_of(header.begin(), header.end(), fits)) return std::nullopt;
  return std::string(header);
}

bool names_machine_by_number(std::string_view host) noexcept {
  if (host.starts_with('[')) return true;   // an IPv6 address; names have no brackets
  host = host.substr(0, host.find(':'));
  if (same_word(host, "localhost")) return true;
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::string printable(std::string_view text, std::size_t max_bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text.substr(0, max_bytes)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '"') {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return text.size() > max_bytes ? out + "..." : out;
}

}  // namespace dateline::pipeline::detail
