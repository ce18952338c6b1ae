#pragma once

#include <cstddef>
#include <functional>

namespace dateline {

/// Calls work(0) ... work(count - 1) on up to `threads` threads (0: one a processor), in that order of beginning, and returns when all are done.
/// The first exception, by index, is rethrown.
void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace dateline
