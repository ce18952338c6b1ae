#pragma once

#include <sys/socket.h>

#include <string>

namespace dateline::pipeline::detail {

/// An address of the Internet with its port. No name is looked up, so that nothing is ever asked of the network.
struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  [[nodiscard]] const sockaddr* get() const noexcept { return reinterpret_cast<const sockaddr*>(&storage); }
  [[nodiscard]] int port() const noexcept;
  [[nodiscard]] bool is_loopback() const noexcept;
  /// "127.0.0.1", "::1"
  [[nodiscard]] std::string host() const;
  /// "127.0.0.1:8080", "[::1]:8080"
  [[nodiscard]] std::string to_string() const;
};

/// Throws UsageError unless `host` is an IPv4 or IPv6 address or "localhost".
[[nodiscard]] SocketAddress parse_address(const std::string& host, int port);

}  // namespace dateline::pipeline::detail
