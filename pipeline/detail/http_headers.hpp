#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The request headers that a server of files and tiles has to understand (RFC 9110), and nothing else.
namespace dateline::pipeline::detail {

/// If-None-Match: whether one of the listed tags is `etag` (quoted, strong or weak: the comparison is the weak one), or "*".
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag) noexcept;

/// Accept-Encoding: whether gzip may be sent. An absent header means that it may not: old clients and tools do not unpack it.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding) noexcept;

/// First and last byte, both included.
struct ByteRange {
  std::uint64_t first = 0, last = 0;
  [[nodiscard]] std::uint64_t size() const noexcept { return last - first + 1; }
  bool operator==(const ByteRange&) const = default;
};
/// What a Range header asks of `size` bytes.
struct RangeRequest {
  enum class Kind {
    Whole,           ///< no range, a damaged one, another unit or several ranges: the whole is sent, as RFC 9110, 14.2 allows
    Part,
    Unsatisfiable,   ///< begins behind the end: status 416
  };
  Kind kind = Kind::Whole;
  ByteRange range;
};
[[nodiscard]] RangeRequest parse_range(std::string_view header, std::uint64_t size) noexcept;

/// "example.org:8080", "[::1]:80": a host as it may be put into an address that is answered. Absent for anything with other characters.
[[nodiscard]] std::optional<std::string> safe_host(std::string_view header);

/// Whether a Host header names this machine by number or as localhost. A page of another site whose name was pointed at this machine
/// ("DNS rebinding") sends its own name.
[[nodiscard]] bool names_machine_by_number(std::string_view host) noexcept;

/// Printable ASCII; every other byte and the quotation mark as %XX. For logs, which a request must not write lines or colours into.
[[nodiscard]] std::string printable(std::string_view text, std::size_t max_bytes);

}  // namespace dateline::pipeline::detail
