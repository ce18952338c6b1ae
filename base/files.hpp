#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// Reads a whole regular file. Throws InputError with a hint if it is missing, a folder, unreadable or larger
/// than `max_bytes`. Never reads more than `max_bytes` + 1.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t max_bytes);

enum class Overwrite { Refuse, Allow };

/// Writes `bytes` to a temporary file beside `path`, syncs and renames it: a killed run leaves the old file or the
/// new one, never a part. Throws OutputError (unwritable folder, full disk, existing file under Overwrite::Refuse).
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite);

/// A read-only memory-mapped file.
class MappedFile {
 public:
  /// Throws InputError if it cannot be opened or mapped.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// Valid as long as this object.
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// The folder that holds Dateline's shipped data: $DATELINE_DATA, else `../share/dateline` beside the running
/// program, else the build tree's `share/dateline`. Throws InputError that names the places tried.
[[nodiscard]] std::filesystem::path find_data_folder();

}  // namespace dateline
