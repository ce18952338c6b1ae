#include "pipeline/detail/contested_names.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline::detail {
namespace {

constexpr const char* kBetween = " / ";

std::string upper(std::string code) {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

bool holds(const std::vector<std::string>& list, const std::string& text) { return std::find(list.begin(), list.end(), text) != list.end(); }

/// What the policy sets for one row; empty: all its names.
std::string chosen_name(const TextTable& table, const TextTable::Row& row, const std::vector<std::string>& names, const std::string& policy) {
  if (policy == "BOTH") return "";
  if (policy == "UN") return row.cells[table.column("un")];
  const auto parties = split_cell(row.cells[table.column("whose")], '/');
  if (parties.size() != names.size()) table.fail(row, "`whose` tells of " + std::to_string(parties.size()) + " parties, and there are " + std::to_string(names.size()) + " names", "write one party, or -, for each name");
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (holds(split_cell(parties[i]), policy)) return names[i];
  }
  return "";
}

}  // namespace

ContestedNames::ContestedNames(const std::filesystem::path& data_folder, const std::string& policy) {
  const std::string wanted = upper(policy);
  if (wanted != "BOTH" && (wanted.size() != 2 || !std::all_of(wanted.begin(), wanted.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))) {
    throw UsageError("'" + policy + "' is no policy for contested names", "use both, un, or the ISO code of a country, such as jp");
  }
  const auto file = data_folder / "names" / "contested-names.tsv";
  const auto table = TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), {"names", "whose", "un", "stored", "country", "when"});
  for (const auto& row : table.rows()) {
    Contest contest;
    contest.names = split_cell(row.cells[table.column("names")], '/');
    contest.chosen = chosen_name(table, row, contest.names, wanted);
    contest.country = row.cells[table.column("country")];
    contest.only_told = row.cells[table.column("when")] == "told";
    contest.forms = split_cell(row.cells[table.column("stored")]);
    contest.forms.insert(contest.forms.end(), contest.names.begin(), contest.names.end());
    contests_.push_back(std::move(contest));
  }
}

const ContestedNames::Contest* ContestedNames::find(const std::string& name, const std::string& country) const noexcept {
  for (const Contest& contest : contests_) {
    if (holds(contest.forms, name) && (contest.country.empty() || contest.country == country)) return &contest;
  }
  return nullptr;
}

std::string ContestedNames::shown(const std::string& name, const std::string& country, const std::string& told) const {
  const Contest* contest = find(name, country);
  if (contest == nullptr) return told.empty() ? name : told;
  if (!contest->chosen.empty()) return contest->chosen;
  if (!contest->only_told) return claims::join(contest->names, kBetween);
  if (told.empty() || told == contest->names.front()) return contest->names.front();
  return holds(contest->names, told) ? claims::join(contest->names, kBetween) : told;
}

}  // namespace dateline::pipeline::detail
