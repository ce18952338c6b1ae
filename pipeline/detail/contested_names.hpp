#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace dateline::pipeline::detail {

/// Names that more than one party uses (share/dateline/names/contested-names.tsv): the map sets both.
class ContestedNames {
 public:
  /// Throws InputError for a missing or malformed table.
  explicit ContestedNames(const std::filesystem::path& data_folder);
  /// "Sea of Japan / East Sea" for either name; any other name as it is.
  [[nodiscard]] const std::string& both(const std::string& name) const noexcept;

 private:
  std::map<std::string, std::string> both_;
};

}  // namespace dateline::pipeline::detail
