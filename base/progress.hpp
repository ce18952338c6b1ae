#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// Where long work reports how far it is. Called from one thread. Implementations must be cheap: callers may
/// report thousands of steps a second.
class Progress {
 public:
  virtual ~Progress() = default;
  /// A new stage ("reading stories"); total 0 if unknown.
  virtual void begin(std::string_view stage, std::uint64_t total) = 0;
  virtual void advance(std::uint64_t done) = 0;
  virtual void end() = 0;
};

/// Says nothing.
class NoProgress final : public Progress {
 public:
  void begin(std::string_view, std::uint64_t) override {}
  void advance(std::uint64_t) override {}
  void end() override {}
};

}  // namespace dateline
