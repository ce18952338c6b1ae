#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

/// Pairs of folded name and place, more than fit into memory, sorted: they are gathered up to a fixed size, sorted, written as a run
/// beside the output and merged at the end.
class NameRuns {
 public:
  /// `stem` begins the names of the temporary files; they are removed by the destructor.
  explicit NameRuns(std::filesystem::path stem);
  ~NameRuns();
  NameRuns(const NameRuns&) = delete;
  NameRuns& operator=(const NameRuns&) = delete;

  /// Precondition: folded.size() <= max_name_bytes. Throws OutputError if the disk is full.
  void add(std::string_view folded, const Candidate& candidate);
  [[nodiscard]] std::uint64_t size() const noexcept { return rows_; }

  /// All pairs by name, record, rank of kind, guards, language, note. May be called once.
  void for_each_sorted(const std::function<void(std::string_view folded, const Candidate& candidate)>& visit);

 private:
  struct Entry {
    std::uint64_t head;     // first eight bytes of the name, big-endian: decides most comparisons
    std::uint32_t offset;   // into bytes_
    std::uint8_t length;
  };
  void write_run();

  std::filesystem::path stem_;
  std::vector<std::filesystem::path> runs_;
  std::string bytes_;
  std::vector<Entry> entries_;
  std::uint64_t rows_ = 0;
};

}  // namespace dateline::gazetteer::detail
