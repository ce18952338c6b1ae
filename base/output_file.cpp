#include "base/output_file.hpp"

#include <fcntl.h>
#include <stdio.h>  // renameat2() stands in the C header only
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 1U << 20U;

[[noreturn]] void fail(const fs::path& path, int reason, const std::string& hint) {
  OutputError error(std::string("cannot be written: ") + std::strerror(reason), hint);
  error.set_file(path.string());
  throw error;
}

constexpr const char* kSpaceHint = "free some space or choose another folder with -o";

/// The entry of a folder that was renamed must reach the disk, too. Failing to sync it is no reason to fail: the file is there.
void sync_folder_of(const fs::path& path) noexcept {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(path_, errno, "check that the folder exists and that you may write to it");
  buffer_.reserve(kBuffer);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(path_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBuffer) flush();
  buffer_.append(bytes);
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_, errno, kSpaceHint);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void OutputFile::close() {
  flush();
  if (::fsync(descriptor_) != 0) fail(path_, errno, kSpaceHint);
  // A full network disk is noticed only here.
  if (::close(std::exchange(descriptor_, -1)) != 0) fail(path_, errno, kSpaceHint);
}

void sync_file(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) fail(path, reason, kSpaceHint);
}

void move_into_place(const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  const bool old_folder = fs::is_directory(to, ignored) && !fs::is_empty(to, ignored);
  if (!old_folder) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail(to, errno, "check that you may write to its folder");
    sync_folder_of(to);
    return;
  }
  // A folder that is not empty cannot be replaced by rename(); exchanging the two names can.
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) != 0) {
    // Not every file system exchanges: then there is a moment without either.
    const fs::path aside = from.string() + "-old";
    fs::remove_all(aside, ignored);
    if (::rename(to.c_str(), aside.c_str()) != 0 || ::rename(from.c_str(), to.c_str()) != 0) fail(to, errno, "check that you may write to its folder");
    fs::remove_all(aside, ignored);
  }
  sync_folder_of(to);
  fs::remove_all(from, ignored);
}

}  // namespace dateline
