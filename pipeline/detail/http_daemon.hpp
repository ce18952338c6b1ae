#pragma once

#include <microhttpd.h>

#include <atomic>
#include <chrono>
#include <string>

#include "pipeline/detail/http_connections.hpp"
#include "pipeline/detail/http_handler.hpp"

namespace dateline::pipeline::detail {

/// libmicrohttpd's threads and the socket they listen on.
class HttpDaemon {
 public:
  /// Throws UsageError for an address that is none, OutputError for one that cannot be listened on.
  HttpDaemon(Handler& handler, const ServerOptions& options);
  /// Precondition: no request is being made any more (TileStore::stop()).
  ~HttpDaemon();
  HttpDaemon(const HttpDaemon&) = delete;
  HttpDaemon& operator=(const HttpDaemon&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  /// "http://127.0.0.1:8080"
  [[nodiscard]] const std::string& address() const noexcept { return address_; }

  /// Takes no further connection, and no further request on a connection once it has answered one.
  void stop_listening();
  /// Waits until every request that has arrived is answered; false if that takes longer than `patience`.
  [[nodiscard]] bool wait_until_idle(std::chrono::milliseconds patience);

  [[nodiscard]] std::size_t active() const noexcept { return active_; }
  [[nodiscard]] std::uint64_t requests() const noexcept { return requests_; }
  [[nodiscard]] std::size_t connections() const { return watch_.count(); }
  [[nodiscard]] std::uint64_t cut_off() const noexcept { return watch_.cut_off(); }

 private:
  static void* on_target(void* self, const char* target, MHD_Connection* connection);
  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url, const char* method, const char* version, const char* upload,
                               std::size_t* upload_size, void** context);
  static void on_completed(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode code);
  static void on_connection(void* self, MHD_Connection* connection, void** socket_context, MHD_ConnectionNotificationCode code);
  void listen();
  void start(unsigned flags);
  void log(MHD_Connection* connection, const Exchange& exchange, MHD_RequestTerminationCode code) const;

  Handler& handler_;
  const ServerOptions& options_;
  ConnectionWatch watch_;
  int socket_ = -1;
  int port_ = 0;
  std::string address_;
  MHD_Daemon* daemon_ = nullptr;
  std::atomic<bool> listening_{false};
  std::atomic<std::size_t> active_{0};
  std::atomic<std::uint64_t> requests_{0};
};

}  // namespace dateline::pipeline::detail
