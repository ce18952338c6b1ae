#include "cli/detail/key_reader.hpp"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>

namespace dateline::cli {

namespace {

/// Single keys for as long as it lives. Signals are off meanwhile: a Ctrl-C would leave the terminal without echo.
class SingleKeys {
 public:
  SingleKeys() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios single = before_;
    single.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    single.c_cc[VMIN] = 1;
    single.c_cc[VTIME] = 0;
    changed_ = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &single) == 0;
  }
  ~SingleKeys() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  }
  SingleKeys(const SingleKeys&) = delete;
  SingleKeys& operator=(const SingleKeys&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

/// One byte, read past std::cin: its buffer would swallow the keys typed ahead. Absent at the end.
std::optional<char> read_byte() {
  char c = 0;
  ssize_t got = 0;
  do {
    got = ::read(STDIN_FILENO, &c, 1);
  } while (got < 0 && errno == EINTR);
  return got == 1 ? std::optional(c) : std::nullopt;
}

/// True if more bytes of the same key are there: terminals send them at once, people do not.
bool has_more() {
  constexpr int kMilliseconds = 50;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, kMilliseconds) == 1;
}

/// What follows Escape: the arrows are "n" and "p", every other such key is '?'. Its bytes must not be taken for keys of their own.
char arrow_key() {
  char last = '?';
  bool first = true;
  while (has_more()) {
    const auto byte = read_byte();
    if (!byte) break;
    const bool introducer = first && (*byte == '[' || *byte == 'O');
    first = false;
    last = *byte;
    if (!introducer && *byte >= '@' && *byte <= '~') break;
  }
  if (last == 'B' || last == 'C') return 'n';
  return last == 'A' || last == 'D' ? 'p' : '?';
}

std::optional<std::string> read_line() {
  constexpr std::size_t kLongest = 4096;  // nobody types more; a file piped in by mistake ends here
  std::string line;
  while (const auto c = read_byte()) {
    if (*c == '\n') return line;
    if (*c != '\r' && line.size() < kLongest) line += *c;
  }
  return line.empty() ? std::nullopt : std::optional(line);
}

}  // namespace

KeyReader::KeyReader(std::ostream& out) : out_(out), terminal_(::isatty(STDIN_FILENO) != 0) {}

std::optional<char> KeyReader::key() {
  out_.flush();
  if (!terminal_) {
    const auto line = read_line();
    if (!line) return std::nullopt;
    return line->empty() ? '\n' : line->front();
  }
  constexpr char kInterrupt = 3, kEndOfInput = 4;
  const SingleKeys single;
  constexpr char kEscape = 27;
  const auto key = read_byte();
  if (!key || *key == kInterrupt || *key == kEndOfInput) return std::nullopt;
  return *key == kEscape ? arrow_key() : key;
}

std::optional<std::string> KeyReader::line(const std::string& prompt) {
  out_ << prompt;
  out_.flush();
  return read_line();
}

}  // namespace dateline::cli
