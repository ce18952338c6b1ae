#pragma once

#include <cstdint>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "gazetteer/detail/sha256.hpp"
#include "gazetteer/detail/store_format.hpp"

namespace dateline::gazetteer::detail {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

/// A place store that is written section by section beside its final name and put in place at the end: a killed run leaves
/// the old file or the new one. Throws OutputError when the disk is full.
class SectionFile {
 public:
  SectionFile(std::filesystem::path path, Overwrite overwrite);
  ~SectionFile();
  SectionFile(const SectionFile&) = delete;
  SectionFile& operator=(const SectionFile&) = delete;

  void begin(Section section);
  void append(const void* data, std::size_t size);
  /// Bytes of the open section so far.
  [[nodiscard]] std::uint64_t section_size() const noexcept;
  void end();

  template <typename T>
  void add(Section section, const std::vector<T>& items) {
    begin(section);
    append(items.data(), items.size() * sizeof(T));
    end();
  }
  void add(Section section, std::string_view text);

  [[nodiscard]] Header& header() noexcept { return header_; }
  /// Where temporary files of the build may lie: beside the output, named after it.
  [[nodiscard]] const std::string& stem() const noexcept { return temporary_; }
  /// Checksums, sync, rename.
  void finish();

 private:
  void write(const void* data, std::size_t size);
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  std::string temporary_;
  FileHandle file_;
  Sha256 hash_;
  Header header_;
  std::uint64_t size_ = 0;
  Section open_ = Section::Count;
};

/// A temporary file for what belongs after something that is not finished yet; removed at the end of its life.
class Spool {
 public:
  explicit Spool(std::string path);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void write(const void* data, std::size_t size);
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// From the start; afterwards read() goes on.
  void rewind();
  /// Up to `size` bytes; how many there were.
  [[nodiscard]] std::size_t read(void* data, std::size_t size);

 private:
  std::string path_;
  FileHandle file_;
  std::uint64_t size_ = 0;
};

}  // namespace dateline::gazetteer::detail
