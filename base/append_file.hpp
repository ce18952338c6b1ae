#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A file that only grows and that one process at a time holds: for journals. The lock (flock) goes with the process, however it ends.
class AppendFile {
 public:
  /// Opens the file, or makes it. Absent if another process holds it. Throws OutputError if it cannot be opened or locked.
  [[nodiscard]] static std::optional<AppendFile> open(const std::filesystem::path& path);
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&& other) noexcept;
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;

  /// Everything in it. Throws InputError if it is larger than `max_bytes` or cannot be read.
  [[nodiscard]] std::string read(std::size_t max_bytes) const;
  /// Adds the bytes and returns when they are on the disk (fdatasync). Throws OutputError.
  void append(std::string_view bytes);
  /// Adds the bytes: a killed process does not lose them, a power cut may until sync() has returned. Throws OutputError.
  void append_unsynced(std::string_view bytes);
  /// Returns when everything is on the disk. Throws OutputError.
  void sync();
  /// Cuts it to `size` bytes: what a torn write left behind must not run into the next line. Throws OutputError.
  void truncate(std::size_t size);
  /// Deletes the file; nothing may be called any more.
  void remove() noexcept;

 private:
  AppendFile(std::filesystem::path path, int descriptor) noexcept : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace dateline
