#include "pipeline/detail/contested_names.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"

namespace dateline::pipeline::detail {

ContestedNames::ContestedNames(const std::filesystem::path& data_folder) {
  const auto file = data_folder / "names" / "contested-names.tsv";
  const auto table = TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), {"name", "both"});
  for (const auto& row : table.rows()) both_[row.cells[table.column("name")]] = row.cells[table.column("both")];
}

const std::string& ContestedNames::both(const std::string& name) const noexcept {
  const auto found = both_.find(name);
  return found == both_.end() ? name : found->second;
}

}  // namespace dateline::pipeline::detail
