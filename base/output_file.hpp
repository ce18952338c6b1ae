#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// A file that is written from front to end, for outputs too large to be kept in memory. Until close() has returned it is unfinished: give it a
/// temporary name and rename it then. It is deleted if it is never closed.
class OutputFile {
 public:
  /// Makes the file or empties it. Throws OutputError.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Throws OutputError (a full disk).
  void write(std::string_view bytes);
  /// Returns when everything is on the disk. Throws OutputError.
  void close();

 private:
  void flush();
  std::filesystem::path path_;
  std::string buffer_;
  int descriptor_ = -1;
};

/// Returns when the bytes of a file that somebody else wrote are on the disk. Throws OutputError.
void sync_file(const std::filesystem::path& path);

/// Gives a finished file or folder its name: whoever looks finds the old one or the new one. An old folder is deleted afterwards.
/// Both must lie in the same folder. Throws OutputError.
void move_into_place(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace dateline
