#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "base/progress.hpp"

namespace dateline::cli {

/// One line on a terminal, rewritten at most ten times a second and wiped at the end.
class ProgressBar final : public Progress {
 public:
  explicit ProgressBar(std::ostream& err) : err_(err) {}
  void begin(std::string_view stage, std::uint64_t total) override;
  void advance(std::uint64_t done) override;
  void end() override;

 private:
  void draw();
  std::ostream& err_;
  std::string stage_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  std::chrono::steady_clock::time_point next_;
  bool drawn_ = false;
};

}  // namespace dateline::cli
