#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline::pipeline::detail {

/// Names that more than one party uses (share/dateline/names/contested-names.tsv).
class ContestedNames {
 public:
  /// `policy` is "both" (all names), "un" (the United Nations' form) or the ISO code of a country whose name for it is wanted; a name for which that country
  /// has none keeps both. Throws UsageError for another policy, InputError for a missing or malformed table.
  explicit ContestedNames(const std::filesystem::path& data_folder, const std::string& policy = "both");

  /// "Sea of Japan / East Sea" for either name; any other name as it is. `country` is the ISO code of the place, empty for a sea; `told` is the name
  /// that a story uses, empty if none does.
  [[nodiscard]] std::string shown(const std::string& name, const std::string& country = "", const std::string& told = "") const;

  /// Whether the table has the name.
  [[nodiscard]] bool is_contested(const std::string& name, const std::string& country) const noexcept { return find(name, country) != nullptr; }

 private:
  struct Contest {
    std::vector<std::string> names, forms;   ///< as they are set; all under which it may be asked for
    std::string chosen;                      ///< by the policy; empty: all
    std::string country;
    bool only_told = false;
  };
  [[nodiscard]] const Contest* find(const std::string& name, const std::string& country) const noexcept;

  std::vector<Contest> contests_;
};

}  // namespace dateline::pipeline::detail
