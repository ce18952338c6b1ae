#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/progress.hpp"
#include "cli/option_table.hpp"

namespace dateline::cli {

/// How much a run says on standard error.
struct Talk {
  bool quiet = false;
  bool verbose = false;
  bool progress_lines = false;   ///< for programs that run Dateline: see ProgressLines
};

/// One run: its streams, its talk, its progress bar. Results go to `out`, talk to standard error.
class Session {
 public:
  Session(std::ostream& out, std::ostream& err);
  ~Session();

  Talk talk;

  [[nodiscard]] std::ostream& out() noexcept { return out_; }
  /// A line about what was done; nothing under --quiet.
  void say(std::string_view line);
  /// A line for the curious, with the time since the start; only under --verbose.
  void detail(std::string_view line);
  /// Warnings and errors always, notes only under --verbose; nothing but errors under --quiet.
  void report(const Diagnostics& diagnostics);
  void report(const Diagnostic& diagnostic);
  /// A bar on standard error if that is a terminal and nobody asked for quiet; else silent.
  [[nodiscard]] Progress& progress();
  /// Columns of the terminal that standard output is, asked anew each time; 0 if it is none.
  [[nodiscard]] std::size_t columns() const noexcept;
  /// Throws OutputError if standard output did not take everything (a full disk behind a pipe).
  void finish_output();

 private:
  std::ostream& out_;
  std::ostream& err_;
  std::chrono::steady_clock::time_point start_;
  std::unique_ptr<Progress> progress_;
};

/// -q, -v, --progress-lines: every command has them.
void add_talk_options(OptionTable& table, Talk& talk);

}  // namespace dateline::cli
