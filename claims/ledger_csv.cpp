#include "claims/ledger_csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "base/text_table.hpp"
#include "claims/assemble.hpp"
#include "claims/citation_words.hpp"
#include "claims/detail/csv.hpp"

namespace dateline::claims {

namespace {

constexpr std::array<std::string_view, 15> kColumns{"id", "state", "note", "kind", "status", "low", "high", "origin", "destination", "via", "at", "event", "story", "source", "quote"};

/// Spreadsheets run cells that begin like this, and stories are written by strangers.
bool looks_like_formula(std::string_view text) { return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos; }

/// An apostrophe in front is what spreadsheets take for "this is text".
std::string as_text(const std::string& text) {
  const std::size_t bare = text.find_first_not_of('\'');
  return bare != std::string::npos && looks_like_formula(std::string_view(text).substr(bare)) ? "'" + text : text;
}

std::string from_text(const std::string& text) { return text.starts_with('\'') && as_text(text) != text ? text.substr(1) : text; }

std::string place_cell(const std::vector<PlaceRef>& refs) {
  std::string text;
  for (const PlaceRef& ref : refs) text += (text.empty() ? "" : "; ") + (ref.place.empty() ? "-" : ref.place);
  return as_text(text);
}

/// The rows of the table, checked and turned into edits.
class EditReader {
 public:
  EditReader(std::string_view csv, const std::string& file) : csv_(csv), file_(file), records_(detail::parse_csv(csv, file)) {
    if (records_.empty()) throw positioned(InputError("the table is empty", "write one with `dateline review LEDGER --csv-out FILE`"), 1);
    read_header();
  }

  struct Row {
    std::string id;
    ClaimEdit edit;
    std::size_t line = 0;
  };

  std::vector<Row> run(const std::unordered_map<std::string_view, std::size_t>& known) {
    std::vector<Row> rows;
    std::set<std::string> seen;
    for (std::size_t i = 1; i < records_.size(); ++i) {
      const detail::CsvRecord& record = records_[i];
      if (record.cells.size() != columns_.size()) fail(record, "this row has " + std::to_string(record.cells.size()) + " cells, the first has " + std::to_string(columns_.size()), "one cell a column");
      Row row{*cell(record, "id"), {}, record.line};
      if (!known.contains(row.id)) fail(record, "there is no claim \"" + row.id + "\" in the ledger", "ids are not to be edited; `dateline claims --json` lists them");
      if (!seen.insert(row.id).second) fail(record, "the claim \"" + row.id + "\" has two rows", "keep one of them");
      row.edit = read_edit(record);
      rows.push_back(std::move(row));
    }
    return rows;
  }

  /// Adds the place of a row to an error.
  InputError positioned(InputError error, std::size_t line) const {
    std::size_t start = 0;
    for (std::size_t n = 1; n < line && start < csv_.size(); ++n) start = csv_.find('\n', start) + 1;
    error.set_position({file_, line, 1}, std::string(line_at(csv_, start)));
    return error;
  }

 private:
  void read_header() {
    for (const std::string& given : records_.front().cells) {
      std::string name = given;
      name.erase(name.find_last_not_of(' ') + 1);
      if (std::find(kColumns.begin(), kColumns.end(), name) == kColumns.end()) {
        fail(records_.front(), "unknown column \"" + name + "\"", did_you_mean(name, std::vector<std::string_view>{kColumns.begin(), kColumns.end()}));
      }
      if (!columns_.emplace(name, columns_.size()).second) fail(records_.front(), "the column \"" + name + "\" is there twice", "keep one of them");
    }
    if (!columns_.contains("id")) fail(records_.front(), "the column \"id\" is missing", "it says which claim a row is about");
  }

  const std::string* cell(const detail::CsvRecord& record, const char* column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? nullptr : &record.cells[found->second];
  }

  ClaimEdit read_edit(const detail::CsvRecord& record) const {
    ClaimEdit edit;
    if (const auto* text = cell(record, "state")) edit.state = word(record, *text, "state", parse_review_state(*text), known_review_states());
    if (const auto* text = cell(record, "kind")) edit.kind = word(record, *text, "kind", parse_claim_kind(*text), known_claim_kinds());
    if (const auto* text = cell(record, "status")) edit.status = word(record, *text, "status", parse_claim_status(*text), known_claim_statuses());
    if (const auto* text = cell(record, "note")) edit.note = from_text(*text);
    read_quantity(record, edit);
    edit.origin = places(record, "origin");
    edit.destination = places(record, "destination");
    edit.via = places(record, "via");
    edit.at = places(record, "at");
    return edit;
  }

  template <typename Enumeration>
  Enumeration word(const detail::CsvRecord& record, const std::string& text, const char* column, std::optional<Enumeration> value, const std::string& known) const {
    if (!value) fail(record, "unknown " + std::string(column) + " \"" + text + "\"", "known are " + known);
    return *value;
  }

  void read_quantity(const detail::CsvRecord& record, ClaimEdit& edit) const {
    const auto* low = cell(record, "low");
    const auto* high = cell(record, "high");
    if (low == nullptr && high == nullptr) return;
    if (low == nullptr || high == nullptr) fail(record, "of the columns \"low\" and \"high\" one is missing", "give both or none");
    edit.quantity.emplace();
    if (low->empty() && high->empty()) return;
    if (low->empty()) fail(record, "\"high\" without \"low\"", "a quantity has a lower end; write 0 for none");
    *edit.quantity = ClaimEdit::Range{number(record, *low, "low"), high->empty() ? std::nullopt : std::optional(number(record, *high, "high"))};
  }

  double number(const detail::CsvRecord& record, const std::string& text, const char* column) const {
    const auto value = parse_number(text);
    if (!value) fail(record, "\"" + std::string(column) + "\" is no number from 0 on: \"" + text + "\"", "write digits, as in 1500");
    return *value;
  }

  std::optional<ClaimEdit::PlaceIds> places(const detail::CsvRecord& record, const char* column) const {
    const auto* text = cell(record, column);
    if (text == nullptr) return std::nullopt;
    ClaimEdit::PlaceIds ids = split_cell(from_text(*text), ';');
    for (std::string& id : ids) {
      if (id == "-") id.clear();
    }
    return ids;
  }

  [[noreturn]] void fail(const detail::CsvRecord& record, const std::string& message, const std::string& hint) const {
    throw positioned(InputError(message, hint), record.line);
  }

  std::string_view csv_;
  const std::string& file_;
  std::vector<detail::CsvRecord> records_;
  std::map<std::string, std::size_t, std::less<>> columns_;
};

}  // namespace

std::string to_review_csv(const Ledger& ledger) {
  std::unordered_map<std::string_view, int> numbers;  // only asked, never walked
  for (const Event& event : ledger.events) {
    for (const std::string& id : event.claims) numbers.emplace(id, event.number);
  }
  std::unordered_map<std::string_view, const std::string*> files, names;
  for (const ArticleRecord& article : ledger.articles) files.emplace(article.id, &article.file);
  for (const SourceRecord& source : ledger.sources) names.emplace(source.id, &source.name);
  const auto look_up = [](const auto& table, const std::string& id) { return table.contains(id) ? *table.at(id) : id; };

  std::string out;
  for (const std::string_view column : kColumns) out += (out.empty() ? "" : ",") + std::string(column);
  out += "\r\n";
  for (const Claim& claim : ledger.claims) {
    const auto sources = chain_words(claim, " > ", [&](const Attribution& link) { return look_up(names, link.source); });
    const auto& quantity = claim.quantity;
    const std::vector<std::string> cells{claim.id,
                                         to_string(claim.review.state),
                                         as_text(claim.review.note),
                                         to_string(claim.kind),
                                         to_string(claim.status),
                                         quantity ? number_text(quantity->low) : "",
                                         quantity && quantity->high ? number_text(*quantity->high) : "",
                                         place_cell(claim.origin),
                                         place_cell(claim.destination),
                                         place_cell(claim.via),
                                         place_cell(claim.at),
                                         numbers.contains(claim.id) ? std::to_string(numbers.at(claim.id)) : "",
                                         as_text(look_up(files, claim.article)),
                                         as_text(sources),
                                         as_text(claim.quote.exact)};
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + detail::csv_cell(cells[i]);
    out += "\r\n";
  }
  return out;
}

std::size_t apply_review_csv(Ledger& ledger, std::string_view csv, const std::string& file, const Reviewer& reviewer, const FindPlace& find_place) {
  std::unordered_map<std::string_view, std::size_t> known;  // only asked, never walked
  for (std::size_t i = 0; i < ledger.claims.size(); ++i) known.emplace(ledger.claims[i].id, i);
  EditReader reader(csv, file);
  const auto rows = reader.run(known);
  Ledger edited = ledger;
  std::size_t changed = 0;
  for (const EditReader::Row& row : rows) {
    try {
      changed += apply_edit(edited, edited.claims[known.at(row.id)], row.edit, reviewer, find_place) ? 1 : 0;
    } catch (const InputError& error) {
      throw reader.positioned(error, row.line);
    }
  }
  if (changed == 0) return 0;
  group(edited);
  ledger = std::move(edited);
  return changed;
}

}  // namespace dateline::claims
