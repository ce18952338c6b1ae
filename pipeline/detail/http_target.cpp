#include "pipeline/detail/http_target.hpp"

#include <array>
#include <charconv>

#include "render/glyph_range.hpp"

namespace dateline::pipeline::detail {

namespace {

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The absolute form of a target (RFC 9112, 3.2.2), which clients of proxies send, without its scheme and host.
std::string_view without_authority(std::string_view target) noexcept {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target;
}

/// Digits as JavaScript and C print them: one spelling for each number, so that a tile has one address.
std::optional<std::uint32_t> plain_number(std::string_view digits) noexcept {
  if (digits.empty() || digits.size() > 9 || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::string> path_of_target(std::string_view target) {
  std::string_view path = without_authority(target);
  path = path.substr(0, path.find_first_of("?#"));
  if (path.empty() || path.front() != '/') return std::nullopt;
  std::string out;
  out.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    const bool escaped = c == '%';
    if (escaped) {
      if (i + 2 >= path.size()) return std::nullopt;
      const int high = hex_digit(path[i + 1]), low = hex_digit(path[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (escaped && (c == '/' || c == '\\'))) return std::nullopt;
    out += c;
  }
  return out;
}

std::optional<TileAddress> parse_tile_path(std::string_view path) noexcept {
  if (path.empty() || path.front() != '/') return std::nullopt;
  path.remove_prefix(1);
  std::array<std::string_view, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto slash = path.find('/');
    if ((slash == std::string_view::npos) != (i + 1 == parts.size())) return std::nullopt;
    parts[i] = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  TileAddress address;
  address.set = parts[0];
  std::string_view row = parts[3];
  const auto dot = row.find('.');
  if (address.set.empty() || dot == std::string_view::npos) return std::nullopt;
  address.ending = row.substr(dot + 1);
  row = row.substr(0, dot);
  if (row.ends_with("@2x")) {
    address.scale = 2;
    row.remove_suffix(3);
  }
  const auto zoom = plain_number(parts[1]), x = plain_number(parts[2]), y = plain_number(row);
  if (!zoom || !x || !y || *zoom > static_cast<std::uint32_t>(geo::max_tile_zoom)) return std::nullopt;
  address.id = {static_cast<int>(*zoom), *x, *y};
  if (!geo::is_valid(address.id)) return std::nullopt;
  return address;
}

std::optional<GlyphAddress> parse_glyph_path(std::string_view path) noexcept {
  constexpr std::string_view begin = "/glyphs/", end = ".pbf";
  if (!path.starts_with(begin) || !path.ends_with(end) || path.size() < begin.size() + end.size()) return std::nullopt;
  path = path.substr(begin.size(), path.size() - begin.size() - end.size());
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view numbers = path.substr(slash + 1);
  const auto dash = numbers.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = plain_number(numbers.substr(0, dash)), last = plain_number(numbers.substr(dash + 1));
  if (!first || !last || *first % render::glyph_range_size != 0 || *last != *first + render::glyph_range_size - 1) return std::nullopt;
  if (*first / render::glyph_range_size >= render::glyph_range_count) return std::nullopt;
  return GlyphAddress{path.substr(0, slash), *first / render::glyph_range_size};
}

}  // namespace dateline::pipeline::detail
