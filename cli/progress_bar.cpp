#include "cli/progress_bar.hpp"

#include <algorithm>
#include <ostream>

namespace dateline::cli {

namespace {
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::uint64_t kWidth = 30;
}  // namespace

void ProgressBar::begin(std::string_view stage, std::uint64_t total) {
  stage_ = stage;
  total_ = total;
  done_ = 0;
  // Short work never shows a bar.
  next_ = std::chrono::steady_clock::now() + kInterval;
}

void ProgressBar::advance(std::uint64_t done) {
  done_ = done;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  draw();
}

void ProgressBar::draw() {
  err_ << '\r' << stage_ << ' ';
  if (total_ > 0) {
    const auto filled = static_cast<std::size_t>(std::min(kWidth, kWidth * done_ / total_));
    err_ << '[' << std::string(filled, '=') << std::string(kWidth - filled, ' ') << "] " << done_ << '/' << total_;
  } else {
    err_ << done_;
  }
  err_ << "\033[K" << std::flush;
  drawn_ = true;
}

void ProgressBar::end() {
  if (drawn_) err_ << "\r\033[K" << std::flush;
  drawn_ = false;
}

void ProgressLines::begin(std::string_view stage, std::uint64_t total) {
  stage_ = stage;
  total_ = total;
  tell(0);
}

void ProgressLines::advance(std::uint64_t done) {
  if (std::chrono::steady_clock::now() >= next_) tell(done);
}

void ProgressLines::end() { tell(total_); }

void ProgressLines::tell(std::uint64_t done) {
  next_ = std::chrono::steady_clock::now() + kInterval;
  err_ << "progress\t" << stage_ << '\t' << done << '\t' << total_ << '\n' << std::flush;
}

}  // namespace dateline::cli
