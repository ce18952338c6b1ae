#include "base/append_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace dateline {

namespace {

template <typename Failure>
[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what, const std::string& hint) {
  Failure error(what + ": " + std::strerror(errno), hint);
  error.set_file(path.string());
  throw error;
}

/// Whether the name still leads to the open file: whoever held the lock before may have deleted it.
bool is_same_file(int descriptor, const std::filesystem::path& path) {
  struct stat open_file {}, named {};
  return ::fstat(descriptor, &open_file) == 0 && ::stat(path.c_str(), &named) == 0 && open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

}  // namespace

std::optional<AppendFile> AppendFile::open(const std::filesystem::path& path) {
  constexpr int kMostTries = 100;  // each time another process deleted the file between our opening and locking it
  for (int i = 0; i < kMostTries; ++i) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0) fail<OutputError>(path, "cannot be opened", "the folder must be writable");
    AppendFile file(path, descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return std::nullopt;
      fail<OutputError>(path, "cannot be locked", "is the folder on a network disk that knows no locks? copy the ledger to a local one");
    }
    if (is_same_file(descriptor, path)) return file;
  }
  return std::nullopt;
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

AppendFile::AppendFile(AppendFile&& other) noexcept : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

std::string AppendFile::read(std::size_t max_bytes) const {
  std::string out;
  std::array<char, 1U << 14U> buffer{};
  while (true) {
    const auto got = ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(out.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail<InputError>(path_, "cannot be read", "");
    if (got == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() <= max_bytes) continue;
    InputError error("is larger than " + std::to_string(max_bytes >> 20U) + " MB", "no such journal grows so long; move it away");
    error.set_file(path_.string());
    throw error;
  }
}

void AppendFile::append(std::string_view bytes) {
  append_unsynced(bytes);
  sync();
}

void AppendFile::append_unsynced(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail<OutputError>(path_, "cannot be written", "free some space");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AppendFile::sync() {
  if (::fdatasync(descriptor_) != 0) fail<OutputError>(path_, "cannot be written", "free some space");
}

void AppendFile::truncate(std::size_t size) {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) fail<OutputError>(path_, "cannot be written", "");
}

void AppendFile::remove() noexcept {
  ::unlink(path_.c_str());
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace dateline
