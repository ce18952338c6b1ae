#include "pipeline/detail/scene_symbols.hpp"

#include <algorithm>
#include <cctype>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"
#include "render/app6_code.hpp"

namespace dateline::pipeline::detail {

namespace {

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Whether `words` stand in `text` as whole words. Both in lower case.
bool has_words(const std::string& text, const std::string& words) {
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const bool starts = at == 0 || !is_letter(text[at - 1]);
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// What is quoted about who moves: type, words and unit of every claim's force, and what a number counts.
std::string quoted_words(const claims::EventView& view) {
  std::string out;
  for (const auto* claim : view.claims) {
    if (claim->force) out += claim->force->type + "; " + claim->force->span.text + "; ";
    if (claim->quantity && claim->quantity->unit != "persons") out += claim->quantity->unit + "; ";
    if (!claim->materiel.empty()) out += claim->materiel + "; ";
  }
  return lower(std::move(out));
}

/// The echelon that the claims quote, if they quote one single unit.
render::App6Echelon quoted_echelon(const claims::EventView& view) {
  for (const auto* claim : view.claims) {
    if (!claim->force || claim->force->echelon_unit.empty() || claim->force->echelon_count > 1) continue;
    return render::app6_echelon(lower(claim->force->echelon_unit));
  }
  return render::App6Echelon::None;
}

bool holds(const std::vector<std::string>& countries, const std::string& country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

SymbolChooser::SymbolChooser(const std::filesystem::path& data_folder, const SymbolChoice& choice) : choice_(choice) {
  const auto path = data_folder / "names" / "symbol-words.tsv";
  const auto table = TextTable::parse(read_file(path, limits::max_config_bytes), path.string(), {"words", "set", "entity"});
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* name) -> const std::string& { return row.cells[table.column(name)]; };
    const auto code = render::parse_app6_code("1001" + cell("set") + "0000" + cell("entity"));
    words_.push_back({cell("words"), static_cast<int>(code.set), code.entity});
  }
  std::stable_sort(words_.begin(), words_.end(), [](const Words& a, const Words& b) { return a.words.size() > b.words.size(); });
}

const SymbolChooser::Words* SymbolChooser::find_words(const std::string& quoted) const {
  const auto found = std::find_if(words_.begin(), words_.end(), [&](const Words& w) { return has_words(quoted, w.words); });
  return found == words_.end() ? nullptr : &*found;
}

std::string SymbolChooser::code_of(const claims::EventView& view) const {
  render::App6Code code;
  code.entity = "0000000000";
  if (const auto* words = find_words(quoted_words(view))) {
    code.set = static_cast<render::App6Set>(words->set);
    code.entity = words->entity;
  }
  if (code.set == render::App6Set::Land) code.echelon = quoted_echelon(view);
  const auto& country = view.actor_country;
  if (holds(choice_.friends, country)) code.identity = render::App6Identity::Friend;
  else if (holds(choice_.hostile, country)) code.identity = render::App6Identity::Hostile;
  else if (holds(choice_.neutral, country)) code.identity = render::App6Identity::Neutral;
  using claims::ClaimStatus;
  const auto status = view.event->status;
  if (status == ClaimStatus::Planned || status == ClaimStatus::Conditional) code.status = render::App6Status::Planned;
  return render::to_sidc(code);
}

}  // namespace dateline::pipeline::detail
