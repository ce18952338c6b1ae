#include "cli/progress_bar.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace dateline::cli {

namespace {
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::uint64_t kWidth = 30;
}  // namespace

std::string speed_text(std::uint64_t done, std::uint64_t left, double seconds) {
  constexpr double kLeastSeconds = 1;   // before that it jumps about
  if (done == 0 || seconds < kLeastSeconds) return {};
  const double speed = static_cast<double>(done) / seconds;
  const auto rest = static_cast<std::uint64_t>(std::lround(static_cast<double>(left) / speed));
  std::string text = "  " + (speed < 10 ? std::to_string(std::lround(speed * 10) / 10) + "." + std::to_string(std::lround(speed * 10) % 10) : std::to_string(std::lround(speed))) + "/s, ";
  constexpr std::uint64_t kMinute = 60, kHour = 3600;
  if (rest >= kHour) text += std::to_string(rest / kHour) + " h " + std::to_string(rest % kHour / kMinute) + " min left";
  else if (rest >= 2 * kMinute) text += std::to_string(rest / kMinute) + " min left";
  else text += std::to_string(rest) + " s left";
  return text;
}

void ProgressBar::begin(std::string_view stage, std::uint64_t total) {
  stage_ = stage;
  total_ = total;
  done_ = 0;
  counting_ = false;
  // Short work never shows a bar.
  next_ = std::chrono::steady_clock::now() + kInterval;
}

void ProgressBar::advance(std::uint64_t done) {
  done_ = done;
  const auto now = std::chrono::steady_clock::now();
  if (!counting_) {
    counting_ = true;
    begun_ = now;
    first_ = done;
  }
  if (now < next_) return;
  next_ = now + kInterval;
  draw();
}

void ProgressBar::draw() {
  err_ << '\r' << stage_ << ' ';
  if (total_ > 0) {
    const auto filled = static_cast<std::size_t>(std::min(kWidth, kWidth * done_ / total_));
    err_ << '[' << std::string(filled, '=') << std::string(kWidth - filled, ' ') << "] " << done_ << '/' << total_
         << speed_text(done_ - first_, total_ - std::min(total_, done_), std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count());
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
