#include "cli/session.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ostream>

#include "base/error.hpp"
#include "cli/progress_bar.hpp"

namespace dateline::cli {

namespace {

bool wants_progress(const Talk& talk) {
  if (talk.quiet || ::isatty(STDERR_FILENO) == 0) return false;
  const char* term = std::getenv("TERM");
  return std::getenv("NO_COLOR") == nullptr && (term == nullptr || std::strcmp(term, "dumb") != 0);
}

}  // namespace

Session::Session(std::ostream& out, std::ostream& err) : out_(out), err_(err), start_(std::chrono::steady_clock::now()) {}
Session::~Session() = default;

void Session::say(std::string_view line) {
  if (!talk.quiet) err_ << line << '\n';
}

std::size_t Session::columns() const noexcept {
  constexpr std::size_t kUsual = 80;
  if (::isatty(STDOUT_FILENO) == 0) return 0;
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

void Session::detail(std::string_view line) {
  if (!talk.verbose) return;
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start_;
  char stamp[32];
  std::snprintf(stamp, sizeof stamp, "[%8.1f ms] ", elapsed.count());
  err_ << stamp << line << '\n';
}

void Session::report(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Severity::Note && !talk.verbose) return;
  if (diagnostic.severity == Severity::Warning && talk.quiet) return;
  err_ << format_diagnostic(diagnostic);
}

void Session::report(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) report(diagnostic);
}

Progress& Session::progress() {
  if (!progress_) {
    if (talk.progress_lines) progress_ = std::make_unique<ProgressLines>(err_);
    else if (wants_progress(talk)) progress_ = std::make_unique<ProgressBar>(err_);
    else progress_ = std::make_unique<NoProgress>();
  }
  return *progress_;
}

void Session::finish_output() {
  out_.flush();
  if (!out_) throw OutputError("standard output cannot be written", "check the disk or the program behind the pipe");
}

void add_talk_options(OptionTable& table, Talk& talk) {
  table.flag("-q,--quiet", talk.quiet, "Say nothing but errors");
  table.flag("-v,--verbose", talk.verbose, "Say more, with the time since the start");
  table.flag("--progress-lines", talk.progress_lines, "Tell progress in lines, for programs that run this one");
}

}  // namespace dateline::cli
