#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "base/progress.hpp"

namespace dateline::cli {

/// Speed and time left, as shown behind a bar: "  840/s, 12 s left". Empty until something can be said. `done` of `total` in `seconds`.
[[nodiscard]] std::string speed_text(std::uint64_t done, std::uint64_t left, double seconds);

/// One line on a terminal, rewritten at most ten times a second and wiped at the end. What the first advance() of a stage tells was done before.
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
  std::uint64_t first_ = 0;                        ///< done before this run: it says nothing about the speed
  bool counting_ = false;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point next_;
  bool drawn_ = false;
};

/// For programs that run this one: lines "progress<TAB>STAGE<TAB>DONE<TAB>TOTAL", at most ten a second; TOTAL is 0 if it is not known.
class ProgressLines final : public Progress {
 public:
  explicit ProgressLines(std::ostream& err) : err_(err) {}
  void begin(std::string_view stage, std::uint64_t total) override;
  void advance(std::uint64_t done) override;
  void end() override;

 private:
  void tell(std::uint64_t done);
  std::ostream& err_;
  std::string stage_;
  std::uint64_t total_ = 0;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace dateline::cli
