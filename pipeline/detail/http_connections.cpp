#include "pipeline/detail/http_connections.hpp"

#include <sys/socket.h>

#include <limits>
#include <memory>

namespace dateline::pipeline::detail {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::chrono::milliseconds kSweep{500};

std::int64_t now() noexcept { return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count(); }

}  // namespace

void ConnectionWatch::Connection::expect_request() noexcept { deadline_ = now() + times_.request.count(); }
void ConnectionWatch::Connection::expect_nothing() noexcept { deadline_ = kNever; }
void ConnectionWatch::Connection::expect_reading(std::uint64_t bytes) noexcept {
  deadline_ = now() + times_.answer.count() + static_cast<std::int64_t>(bytes / times_.answer_bytes_per_second) * 1000;
}
void ConnectionWatch::Connection::take_no_more() noexcept { ::shutdown(socket_, SHUT_RD); }

ConnectionWatch::ConnectionWatch(Times times) : times_(times), thread_([this] { watch(); }) {}

ConnectionWatch::~ConnectionWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

ConnectionWatch::Connection* ConnectionWatch::open(int socket) {
  std::unique_ptr<Connection> connection(new Connection(socket, times_));
  connection->expect_request();
  const std::lock_guard lock(mutex_);
  connections_.insert(connection.get());
  return connection.release();
}

void ConnectionWatch::close(Connection* connection) {
  const std::unique_ptr<Connection> gone(connection);
  const std::lock_guard lock(mutex_);
  connections_.erase(connection);
}

std::size_t ConnectionWatch::count() const {
  const std::lock_guard lock(mutex_);
  return connections_.size();
}

void ConnectionWatch::watch() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, kSweep, [this] { return stopping_; })) {
    const std::int64_t time = now();
    for (Connection* connection : connections_) {
      if (connection->deadline_ > time) continue;
      // The library sees the end of the stream and closes the connection itself.
      ::shutdown(connection->socket_, SHUT_RDWR);
      connection->deadline_ = kNever;
      ++cut_off_;
    }
  }
}

}  // namespace dateline::pipeline::detail
