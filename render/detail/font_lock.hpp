#pragma once

#include <mutex>

namespace dateline::render::detail {

/// Held by whoever sets text while other threads may do so, too. Cairo opens all fonts in one FreeType library, and in one library two threads must not
/// open or close fonts at once (FreeType, FT_Library); with fonts for many scripts that happens all the time. May be taken again by the thread that has it.
class FontLock {
 public:
  FontLock() : lock_(mutex()) {}

 private:
  static std::recursive_mutex& mutex() {
    static auto* const never_destroyed = new std::recursive_mutex;   // threads close their fonts when they end, which may be late
    return *never_destroyed;
  }
  std::lock_guard<std::recursive_mutex> lock_;
};

}  // namespace dateline::render::detail
