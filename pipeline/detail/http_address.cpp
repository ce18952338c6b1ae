#include "pipeline/detail/http_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

#include "base/error.hpp"

namespace dateline::pipeline::detail {

namespace {

// The storage holds one of the two; copied out, because looking at it through another type is undefined.
sockaddr_in v4_of(const sockaddr_storage& storage) noexcept {
  sockaddr_in out{};
  std::memcpy(&out, &storage, sizeof out);
  return out;
}
sockaddr_in6 v6_of(const sockaddr_storage& storage) noexcept {
  sockaddr_in6 out{};
  std::memcpy(&out, &storage, sizeof out);
  return out;
}

}  // namespace

int SocketAddress::port() const noexcept { return storage.ss_family == AF_INET6 ? ntohs(v6_of(storage).sin6_port) : ntohs(v4_of(storage).sin_port); }

bool SocketAddress::is_loopback() const noexcept {
  if (storage.ss_family == AF_INET6) {
    const in6_addr address = v6_of(storage).sin6_addr;
    return IN6_IS_ADDR_LOOPBACK(&address);
  }
  return ntohl(v4_of(storage).sin_addr.s_addr) >> 24U == 127;
}

std::string SocketAddress::host() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage.ss_family == AF_INET6) {
    const in6_addr address = v6_of(storage).sin6_addr;
    ::inet_ntop(AF_INET6, &address, text.data(), text.size());
  } else {
    const in_addr address = v4_of(storage).sin_addr;
    ::inet_ntop(AF_INET, &address, text.data(), text.size());
  }
  return text.data();
}

std::string SocketAddress::to_string() const { return (storage.ss_family == AF_INET6 ? "[" + host() + "]" : host()) + ":" + std::to_string(port()); }

SocketAddress parse_address(const std::string& host, int port) {
  const std::string number = host == "localhost" ? "127.0.0.1" : host;
  SocketAddress out;
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  if (::inet_pton(AF_INET, number.c_str(), &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(static_cast<std::uint16_t>(port));
    std::memcpy(&out.storage, &v4, sizeof v4);
    out.size = sizeof v4;
  } else if (::inet_pton(AF_INET6, number.c_str(), &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(static_cast<std::uint16_t>(port));
    std::memcpy(&out.storage, &v6, sizeof v6);
    out.size = sizeof v6;
  } else {
    throw UsageError("'" + host + "' is no address", "write --host as a number, for example 127.0.0.1 or ::1, or as localhost");
  }
  return out;
}

}  // namespace dateline::pipeline::detail
