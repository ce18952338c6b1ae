#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::pipeline::detail {

/// Tiles that outlive the server: one file each below a folder of their own, the least recently used removed once they take more than `capacity`.
/// Thread-safe; one server at a time. A file that a crash left damaged is found by its checksum and counts as absent.
class DiskCache {
 public:
  /// Takes an empty folder, one that is not there yet, or one that it has used before: nothing else is ever removed. Throws UsageError for another
  /// folder and for one that another server uses, OutputError if it cannot be written.
  DiskCache(std::filesystem::path folder, std::uint64_t capacity, std::function<void(const std::string&)> on_error);
  ~DiskCache();
  DiskCache(const DiskCache&) = delete;
  DiskCache& operator=(const DiskCache&) = delete;

  /// `identity`: what the tiles were made from; any text.
  [[nodiscard]] std::optional<std::string> read(const std::string& identity, std::uint64_t key);
  /// A write that fails is told once and leaves the cache as it was.
  void write(const std::string& identity, std::uint64_t key, std::string_view bytes);

  struct Usage {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
  };
  [[nodiscard]] Usage usage() const;

 private:
  struct File {
    std::string name;          // below the folder
    std::uint64_t size = 0;
  };
  using Position = std::list<File>::iterator;

  void lock_folder();
  void list_files();
  void drop(Position file, std::list<File>& gone);
  void remove(const std::list<File>& gone) const;
  /// Puts a file first in the order; returns what has to go for it.
  [[nodiscard]] std::list<File> keep(const std::string& name, std::uint64_t size);
  void forget(const std::string& name);
  void complain(const std::string& what);

  std::filesystem::path folder_;
  std::uint64_t capacity_;
  std::function<void(const std::string&)> on_error_;
  int lock_ = -1;
  mutable std::mutex mutex_;
  std::list<File> order_;      // most recently used first
  std::unordered_map<std::string, Position> by_name_;
  std::uint64_t bytes_ = 0;
  std::uint64_t next_temporary_ = 0;
  bool complained_ = false;
};

}  // namespace dateline::pipeline::detail
