#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::pipeline::detail {

/// Calls work(0) ... work(count - 1) on `threads` threads (0: one a processor), and take(i, result) for each on the calling thread as they finish.
/// Few results wait at a time, so memory stays bounded when taking is slower. The first exception of either ends the work and is thrown.
template <typename Result>
void work_in_order_of_finishing(std::size_t count, int threads, const std::function<Result(std::size_t)>& work, const std::function<void(std::size_t, const Result&)>& take) {
  constexpr std::size_t kWaitingPerThread = 4;
  const std::size_t wanted = threads > 0 ? static_cast<std::size_t>(threads) : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers = std::min(wanted, count);
  std::mutex mutex;
  std::condition_variable has_result, has_room;
  std::deque<std::pair<std::size_t, Result>> results;
  std::size_t next = 0;
  bool stop = false;
  std::exception_ptr failure;

  const auto run = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        has_room.wait(lock, [&] { return stop || results.size() < workers * kWaitingPerThread; });
        if (stop || next >= count) return;
        mine = next++;
      }
      try {
        Result result = work(mine);
        const std::scoped_lock lock(mutex);
        results.emplace_back(mine, std::move(result));
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (!failure) failure = std::current_exception();
        stop = true;
        has_room.notify_all();
      }
      has_result.notify_one();
    }
  };

  /// Whatever happens on the calling thread, the others end before it leaves.
  struct Pool {
    std::vector<std::thread> threads;
    std::function<void()> end;
    ~Pool() {
      end();
      for (auto& thread : threads) thread.join();
    }
  } pool;
  pool.end = [&] {
    const std::scoped_lock lock(mutex);
    stop = true;
    has_room.notify_all();
  };
  for (std::size_t i = 0; i < workers; ++i) pool.threads.emplace_back(run);

  for (std::size_t taken = 0; taken < count; ++taken) {
    std::pair<std::size_t, Result> result;
    {
      std::unique_lock lock(mutex);
      has_result.wait(lock, [&] { return failure || !results.empty(); });
      if (failure) std::rethrow_exception(failure);
      result = std::move(results.front());
      results.pop_front();
    }
    has_room.notify_one();
    take(result.first, result.second);
  }
}

}  // namespace dateline::pipeline::detail
