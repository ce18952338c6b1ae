#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace dateline::pipeline::detail {

/// Watches every connection's time. The library's own time-out begins anew with each byte, so that a client that sends one now and then stays for
/// ever; these deadlines are for a whole request and for a whole answer.
class ConnectionWatch {
 public:
  /// What a client has time for.
  struct Times {
    std::chrono::milliseconds request;         ///< to send a whole request, and until the next one
    std::chrono::milliseconds answer;          ///< to take an answer
    std::uint64_t answer_bytes_per_second;     ///< more time for large ones
  };
  explicit ConnectionWatch(Times times);
  /// Precondition: all connections are closed.
  ~ConnectionWatch();
  ConnectionWatch(const ConnectionWatch&) = delete;
  ConnectionWatch& operator=(const ConnectionWatch&) = delete;

  class Connection {
   public:
    /// A request is to arrive.
    void expect_request() noexcept;
    /// A request has arrived and its answer is being made, which has its own limits.
    void expect_nothing() noexcept;
    /// `bytes` are to be taken by the client.
    void expect_reading(std::uint64_t bytes) noexcept;
    /// No further request is read; what was answered still reaches the client.
    void take_no_more() noexcept;

   private:
    friend class ConnectionWatch;
    Connection(int socket, const Times& times) noexcept : socket_(socket), times_(times) {}
    int socket_;
    const Times& times_;
    std::atomic<std::int64_t> deadline_{0};   // ms of the steady clock
  };

  /// The socket stays open until close() has returned.
  [[nodiscard]] Connection* open(int socket);
  void close(Connection* connection);

  [[nodiscard]] std::size_t count() const;
  /// How many were cut off for being late.
  [[nodiscard]] std::uint64_t cut_off() const noexcept { return cut_off_; }

 private:
  void watch();

  const Times times_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::unordered_set<Connection*> connections_;   // walked, but in no order that matters
  std::atomic<std::uint64_t> cut_off_{0};
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace dateline::pipeline::detail
