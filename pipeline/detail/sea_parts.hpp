#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "geo/box.hpp"

namespace dateline::pipeline::detail {

/// Boxes of degrees whose water belongs to one sea (share/dateline/names/sea-parts.tsv).
class SeaParts {
 public:
  /// Throws InputError for a missing or malformed table.
  explicit SeaParts(const std::filesystem::path& data_folder);
  /// By the id of the place store, "region:black-sea"; empty for a sea that the table does not have.
  [[nodiscard]] const std::vector<geo::Box>& of(const std::string& place_id) const noexcept;

 private:
  std::map<std::string, std::vector<geo::Box>> parts_;
};

}  // namespace dateline::pipeline::detail
