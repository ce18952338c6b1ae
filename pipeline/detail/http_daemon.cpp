#include "pipeline/detail/http_daemon.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>

#include "base/error.hpp"
#include "base/server_limits.hpp"
#include "pipeline/detail/http_address.hpp"
#include "pipeline/detail/http_headers.hpp"

namespace dateline::pipeline::detail {

namespace {

/// The library's own texts for what it refuses by itself go nowhere: they name its internals.
void be_silent(void*, const char*, va_list) {}

ConnectionWatch::Connection* watched(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<ConnectionWatch::Connection*>(info->socket_context);
}

std::string client_of(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return "-";
  SocketAddress address;
  address.size = info->client_addr->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
  std::memcpy(&address.storage, info->client_addr, address.size);
  return address.host();
}

}  // namespace

HttpDaemon::HttpDaemon(Handler& handler, const ServerOptions& options) : handler_(handler), options_(options), watch_({options.request_time, options.answer_time, limits::answer_bytes_per_second}) {
  listen();
  handler_.set_address(address_);
  const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
  start(options_.threads > 0 ? static_cast<unsigned>(options_.threads) : processors);
}

HttpDaemon::~HttpDaemon() {
  stop_listening();
  if (daemon_ != nullptr) MHD_stop_daemon(daemon_);
  if (socket_ >= 0) ::close(socket_);
}

void HttpDaemon::listen() {
  const SocketAddress wanted = parse_address(options_.host, options_.port);
  socket_ = ::socket(wanted.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int yes = 1;
  // A server that was just stopped leaves connections in TIME_WAIT; they must not keep the next one from its port.
  const bool good = socket_ >= 0 && ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 && ::bind(socket_, wanted.get(), wanted.size) == 0 &&
                    ::listen(socket_, SOMAXCONN) == 0;
  SocketAddress bound;
  bound.size = sizeof bound.storage;
  if (!good || ::getsockname(socket_, reinterpret_cast<sockaddr*>(&bound.storage), &bound.size) != 0) {
    const std::string reason = std::strerror(errno);
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    throw OutputError("cannot listen on " + wanted.to_string() + ": " + reason, "choose another port with --port, or 0 for any that is free");
  }
  port_ = bound.port();
  address_ = "http://" + bound.to_string();
}

void HttpDaemon::start(unsigned threads) {
  const unsigned connections = std::max(static_cast<unsigned>(options_.connections), threads);
  std::array<MHD_OptionItem, 2> several = {{{MHD_OPTION_THREAD_POOL_SIZE, static_cast<std::intptr_t>(threads), nullptr}, {MHD_OPTION_END, 0, nullptr}}};
  if (threads < 2) several[0] = several[1];   // one thread is no pool
  daemon_ = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, &HttpDaemon::on_request, this,
                             MHD_OPTION_EXTERNAL_LOGGER, &be_silent, nullptr,
                             MHD_OPTION_LISTEN_SOCKET, socket_,
                             MHD_OPTION_CONNECTION_LIMIT, connections,
                             MHD_OPTION_PER_IP_CONNECTION_LIMIT, static_cast<unsigned>(options_.connections_per_client),
                             MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(limits::answer_seconds),
                             MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits::max_request_header_bytes,
                             MHD_OPTION_STRICT_FOR_CLIENT, 1,
                             MHD_OPTION_URI_LOG_CALLBACK, &HttpDaemon::on_target, this,
                             MHD_OPTION_NOTIFY_COMPLETED, &HttpDaemon::on_completed, this,
                             MHD_OPTION_NOTIFY_CONNECTION, &HttpDaemon::on_connection, this,
                             MHD_OPTION_ARRAY, several.data(),
                             MHD_OPTION_END);
  if (daemon_ == nullptr) throw OutputError("the server's threads cannot be started", "lower --threads or --connections, or raise the limits with ulimit -n and -u");
  listening_ = true;
}

void HttpDaemon::stop_listening() {
  if (!listening_.exchange(false)) return;
  MHD_quiesce_daemon(daemon_);   // the socket is ours again, and closed last
}

bool HttpDaemon::wait_until_idle(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (active_ > 0) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

void* HttpDaemon::on_target(void*, const char* target, MHD_Connection* connection) {
  auto exchange = std::make_unique<Exchange>();
  exchange->target.assign(target, ::strnlen(target, limits::max_request_target_bytes + 1));
  exchange->connection = watched(connection);
  return exchange.release();   // on_completed takes it back
}

MHD_Result HttpDaemon::on_request(void* self, MHD_Connection* connection, const char*, const char* method, const char*, const char*, std::size_t* upload_size,
                                  void** context) {
  auto* daemon = static_cast<HttpDaemon*>(self);
  auto* exchange = static_cast<Exchange*>(*context);
  if (exchange == nullptr) return MHD_NO;
  if (exchange->step == Exchange::Step::Header) ++daemon->active_;
  return daemon->handler_.handle(connection, method, upload_size, *exchange);
}

void HttpDaemon::on_completed(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode code) {
  auto* daemon = static_cast<HttpDaemon*>(self);
  const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*context));
  *context = nullptr;
  if (exchange == nullptr) return;
  if (exchange->connection != nullptr) exchange->connection->expect_request();
  if (exchange->step == Exchange::Step::Header) return;   // never came whole
  ++daemon->requests_;
  daemon->log(connection, *exchange, code);
  if (!daemon->listening_ && exchange->connection != nullptr) exchange->connection->take_no_more();
  --daemon->active_;
}

void HttpDaemon::on_connection(void* self, MHD_Connection* connection, void** socket_context, MHD_ConnectionNotificationCode code) {
  auto* daemon = static_cast<HttpDaemon*>(self);
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    *socket_context = info == nullptr ? nullptr : daemon->watch_.open(info->connect_fd);
  } else if (*socket_context != nullptr) {
    daemon->watch_.close(static_cast<ConnectionWatch::Connection*>(*socket_context));
    *socket_context = nullptr;
  }
}

void HttpDaemon::log(MHD_Connection* connection, const Exchange& exchange, MHD_RequestTerminationCode code) const {
  if (!options_.on_request) return;
  constexpr std::size_t method_bytes = 16;
  RequestRecord record;
  record.client = client_of(connection);
  record.method = printable(exchange.method, method_bytes);
  record.target = printable(exchange.target, limits::max_request_target_bytes);
  record.status = code == MHD_REQUEST_TERMINATED_COMPLETED_OK ? exchange.status : 0;
  record.bytes = exchange.method == "HEAD" ? 0 : exchange.bytes;
  record.time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - exchange.begun);
  options_.on_request(record);
}

}  // namespace dateline::pipeline::detail
