#include "pipeline/import_claims.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "claims/ledger_csv.hpp"
#include "geo/vector_reader.hpp"
#include "pipeline/detail/value_text.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

namespace {

/// What may be edited, as claims/ledger_csv.hpp names it.
constexpr std::string_view kEditable[] = {"id", "state", "note", "kind", "status", "low", "high", "origin", "destination", "via", "at"};
/// A ledger of 50,000 claims has some 200,000 rows in all layers; ten times that is no ledger of ours.
constexpr std::size_t kMostRows = 2'000'000;

std::optional<std::size_t> column(const geo::VectorLayer& layer, std::string_view name) {
  const auto found = std::find_if(layer.fields.begin(), layer.fields.end(), [name](const geo::Field& field) { return field.name == name; });
  return found == layer.fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - layer.fields.begin()));
}

const geo::VectorLayer& table_of_claims(const std::vector<geo::VectorLayer>& layers, const std::string& file) {
  for (const auto& layer : layers) {
    if (column(layer, "id") && column(layer, "state") && column(layer, "quote")) return layer;
  }
  throw InputError(file + " has no table of claims", "export one with `dateline export LEDGER -o FILE.gpkg`, or to .csv");
}

/// A cell of the table for spreadsheets. There an apostrophe in front of a formula means "this is text", and only there; a CSV file has it already.
std::string cell(const std::string& text, bool from_csv) {
  const auto bare = text.find_first_not_of('\'');
  const bool formula = bare != std::string::npos && std::string_view("=+-@\t\r").find(text[bare]) != std::string_view::npos && text != "-";
  std::string out = formula && !from_csv ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string to_review_table(const geo::VectorLayer& layer, bool from_csv) {
  std::vector<std::size_t> slots;
  std::string out;
  for (const auto name : kEditable) {
    const auto slot = column(layer, name);
    if (!slot) continue;
    slots.push_back(*slot);
    out += (out.empty() ? "" : ",") + std::string(name);
  }
  out += "\r\n";
  for (const auto& feature : layer.features) {
    for (std::size_t i = 0; i < slots.size(); ++i) out += (i > 0 ? "," : "") + cell(detail::value_text(feature.values[slots[i]]), from_csv);
    out += "\r\n";
  }
  return out;
}

}  // namespace

std::size_t import_claims(const std::string& ledger_file, const std::string& table_file, const claims::Reviewer& reviewer, const claims::FindPlace& find_place) {
  claims::Ledger ledger = load_ledger(ledger_file);
  geo::VectorReadOptions options;
  options.most_features = kMostRows;
  const auto layers = geo::read_vector_file(table_file, options);
  const auto& table = table_of_claims(layers, table_file);
  const bool from_csv = table_file.ends_with(".csv") || table_file.ends_with(".CSV");
  const std::size_t changed = claims::apply_review_csv(ledger, to_review_table(table, from_csv), table_file, reviewer, find_place);
  if (changed != 0) save_ledger(ledger, ledger_file, Overwrite::Allow);
  return changed;
}

}  // namespace dateline::pipeline
