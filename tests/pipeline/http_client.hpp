#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

/// A client for tests that says exactly what it is told to and keeps nothing back.
namespace dateline::testing {

struct HttpAnswer {
  int status = 0;                                ///< 0: the connection was closed without an answer
  std::map<std::string, std::string> headers;    ///< names in lower case
  std::string body;
  [[nodiscard]] std::string header(const std::string& name) const { return headers.contains(name) ? headers.at(name) : ""; }
};

class HttpClient {
 public:
  explicit HttpClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("no connection");
  }
  ~HttpClient() { ::close(socket_); }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void send(const std::string& text) { static_cast<void>(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL)); }

  /// One answer; `head`: it has no body whatever its length says.
  HttpAnswer read(bool head = false) {
    HttpAnswer answer;
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) return answer;
    }
    parse_header(buffer_.substr(0, end + 2), answer);
    buffer_.erase(0, end + 4);
    const std::size_t length = head || answer.status == 304 || answer.status == 204 ? 0 : std::strtoull(answer.header("content-length").c_str(), nullptr, 10);
    while (buffer_.size() < length) {
      if (!more()) break;
    }
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return answer;
  }

  HttpAnswer ask(const std::string& method, const std::string& target, const std::string& headers = "", const std::string& body = "") {
    send(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n" + body);
    return read(method == "HEAD");
  }
  HttpAnswer get(const std::string& target, const std::string& headers = "") { return ask("GET", target, headers); }

  /// True once the other side has closed.
  bool is_closed() {
    while (more()) {
    }
    return closed_;
  }

 private:
  bool more() {
    char bytes[16384];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    closed_ = count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
    if (count <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  static void parse_header(const std::string& text, HttpAnswer& answer) {
    answer.status = std::atoi(text.c_str() + text.find(' ') + 1);
    for (std::size_t at = text.find("\r\n") + 2; at < text.size();) {
      const auto end = text.find("\r\n", at), colon = text.find(':', at);
      std::string name = text.substr(at, colon - at);
      for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      answer.headers[name] = text.substr(text.find_first_not_of(' ', colon + 1), end - text.find_first_not_of(' ', colon + 1));
      at = end + 2;
    }
  }

  int socket_;
  std::string buffer_;
  bool closed_ = false;
};

}  // namespace dateline::testing
