#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace dateline::gazetteer::detail {

/// Reads a text file of any length line by line, in constant memory.
class LineReader {
 public:
  /// Throws InputError if the file cannot be read or is a ZIP archive.
  explicit LineReader(const std::filesystem::path& file);

  /// Steps to the next line, without its line break; false at the end. A line longer than limits::max_import_line_bytes is
  /// cut there, and too_long() is true.
  [[nodiscard]] bool next();
  /// Valid until the next step.
  [[nodiscard]] std::string_view line() const noexcept { return line_; }
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }
  [[nodiscard]] std::size_t number() const noexcept { return number_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  /// Bytes read so far, and those of the whole file: for progress.
  [[nodiscard]] std::uint64_t done() const noexcept { return done_; }
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

 private:
  [[nodiscard]] bool fill();

  std::string file_;
  std::ifstream in_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::string line_;
  std::size_t number_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t size_ = 0;
  bool too_long_ = false;
};

/// Rows that could not be used: the first ones are told, all are counted.
class SkippedRows {
 public:
  void add(const std::string& file, std::size_t line, std::string message, std::string hint = {});
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  [[nodiscard]] const Diagnostics& told() const noexcept { return told_; }

 private:
  Diagnostics told_;
  std::uint64_t count_ = 0;
};

}  // namespace dateline::gazetteer::detail
