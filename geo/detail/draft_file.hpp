#pragma once

#include <filesystem>
#include <string>

#include "base/files.hpp"

namespace dateline::geo::detail {

/// The name under which a library writes a file of its own beside the target, which then takes its place; as write_file_atomically does with bytes, but it
/// may be too large to be read again. Deleted unless put_in_place() was called.
class DraftFile {
 public:
  /// `ending`: for libraries that go by the ending. Throws OutputError for an existing target under Overwrite::Refuse.
  DraftFile(std::filesystem::path target, Overwrite overwrite, const std::string& ending = "");
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  /// When the library has closed it. Throws OutputError.
  void put_in_place();

 private:
  void refuse_existing() const;

  std::filesystem::path target_, path_;
  Overwrite overwrite_;
};

}  // namespace dateline::geo::detail
