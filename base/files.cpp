#include "base/files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace dateline {

namespace {

/// An open file descriptor, closed at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int fd) noexcept : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] bool is_open() const noexcept { return fd_ >= 0; }
  /// Reports what close() says; a full network disk is noticed only here.
  [[nodiscard]] bool close() noexcept { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

/// Removes a temporary file unless it was renamed into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  void keep() noexcept { path_.clear(); }

 private:
  std::string path_;
};

std::string reason(int error) { return std::strerror(error); }

template <typename Failure>
[[noreturn]] void fail(const std::filesystem::path& path, const std::string& message, const std::string& hint) {
  Failure error(message, hint);
  error.set_file(path.string());
  throw error;
}

std::string input_hint(int error) {
  switch (error) {
    case ENOENT: return "check the spelling and the folder";
    case EACCES: return "you may not read it; change its permissions or copy it";
    default: return "";
  }
}

struct stat status_of(const Descriptor& file, const std::filesystem::path& path) {
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail<InputError>(path, "cannot be read: " + reason(errno), "");
  if (S_ISDIR(info.st_mode)) fail<InputError>(path, "is a folder, not a file", "name the files in it");
  return info;
}

Descriptor open_for_reading(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    const int error = errno;
    fail<InputError>(path, error == ENOENT ? "there is no such file" : "cannot be read: " + reason(error), input_hint(error));
  }
  return Descriptor(fd);
}

void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const auto written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail<OutputError>(path, "cannot be written: " + reason(errno), "free some space or choose another folder with -o");
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  const auto file = open_for_reading(path);
  const auto info = status_of(file, path);
  const auto too_large = [&] {
    fail<InputError>(path, "is larger than " + std::to_string(max_bytes >> 20U) + " MB",
                     "this is the limit for such an input; split it or leave it out");
  };
  if (S_ISREG(info.st_mode) && static_cast<std::size_t>(info.st_size) > max_bytes) too_large();
  std::string out;
  if (S_ISREG(info.st_mode)) out.reserve(static_cast<std::size_t>(info.st_size));
  std::vector<char> buffer(1U << 16U);
  for (;;) {
    const auto count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail<InputError>(path, "cannot be read: " + reason(errno), "");
    if (count == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(count));
    if (out.size() > max_bytes) too_large();
  }
}

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) fail<OutputError>(path, "is a folder", "name a file with -o");
  if (overwrite == Overwrite::Refuse && std::filesystem::exists(path, ignored)) {
    fail<OutputError>(path, "exists already", "use --overwrite to replace it, or choose another name with -o");
  }
  std::string pattern = path.string() + ".XXXXXX";
  Descriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (!file.is_open()) {
    fail<OutputError>(path, "cannot be written: " + reason(errno), "check that the folder exists and that you may write to it");
  }
  TemporaryFile temporary(pattern);
  write_all(file, bytes, path);
  struct stat old {};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = ::stat(path.c_str(), &old) == 0 ? (old.st_mode & 07777U) : (0666U & ~mask);
  const bool synced = ::fchmod(file.get(), mode) == 0 && ::fsync(file.get()) == 0;
  if (!synced || !file.close() || ::rename(temporary.path().c_str(), path.c_str()) != 0) {
    fail<OutputError>(path, "cannot be written: " + reason(errno), "free some space or choose another folder with -o");
  }
  temporary.keep();
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const auto file = open_for_reading(path);
  size_ = static_cast<std::size_t>(status_of(file, path).st_size);
  if (size_ == 0) return;
  void* address = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (address == MAP_FAILED) fail<InputError>(path, "cannot be mapped: " + reason(errno), "");
  data_ = static_cast<const std::byte*>(address);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

std::filesystem::path find_data_folder() {
  namespace fs = std::filesystem;
  std::vector<fs::path> tried;
  if (const char* chosen = std::getenv("DATELINE_DATA"); chosen != nullptr && *chosen != '\0') {
    tried.emplace_back(chosen);
  } else {
    std::error_code ignored;
    const auto program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) tried.push_back(program.parent_path().parent_path() / "share" / "dateline");
#ifdef DATELINE_BUILD_DATA
    tried.emplace_back(DATELINE_BUILD_DATA);
#endif
  }
  std::string names;
  for (const auto& folder : tried) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return folder;
    names += (names.empty() ? "" : ", ") + folder.string();
  }
  throw InputError("Dateline's data folder was not found (looked in " + names + ")",
                   "set DATELINE_DATA to the folder that holds places.dgz and basemap.dbm, or install Dateline again");
}

}  // namespace dateline
