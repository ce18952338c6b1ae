#include <charconv>
#include <cstdio>

#include "base/error.hpp"
#include "base/text_table.hpp"
#include "gazetteer/detail/resolver.hpp"

namespace dateline::gazetteer::detail {
namespace {

constexpr std::array<std::string_view, clue_count> clue_names{
    "population", "population-share", "country", "admin1", "admin2", "capital", "regional-seat", "local-seat", "city", "city-part", "region", "continent",
    "water", "relief", "site", "bloc", "metonym", "main-name", "english-name", "alternate-name", "alternate-of-small", "demonym-name", "adjective-name",
    "abbreviation-name", "country-vote", "country-vote-any", "admin1-vote", "admin1-vote-any", "nearest", "mean-nearness", "container",
    "container-missed", "home", "division-hint", "county-hint", "settlement-hint", "country-named", "admin1-named", "near-top-place", "comma-city",
    "comma-division", "large-city", "huge-city", "largest-by-far", "own", "capital-acts"};

float read_number(const TextTable& table, const TextTable::Row& row, std::string_view column) {
  const std::string& cell = row.cells[table.column(column)];
  float value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) table.fail(row, "'" + cell + "' is not a number", "train the weights again");
  return value;
}

}  // namespace

std::string_view clue_name(Clue clue) noexcept { return clue_names[static_cast<std::size_t>(clue)]; }

ResolverWeights ResolverWeights::parse(std::string_view text, const std::string& file) {
  const TextTable table = TextTable::parse(text, file, {"clue", "alone", "together"});
  ResolverWeights weights;
  if (table.rows().size() != clue_count) {
    throw InputError(file + " does not hold one row a clue", "train the weights again");
  }
  for (std::size_t i = 0; i < clue_count; ++i) {
    const TextTable::Row& row = table.rows()[i];
    if (row.cells[table.column("clue")] != clue_names[i]) table.fail(row, "expected the clue '" + std::string(clue_names[i]) + "'", "train the weights again");
    weights.alone[i] = read_number(table, row, "alone");
    weights.together[i] = read_number(table, row, "together");
  }
  return weights;
}

std::string ResolverWeights::to_text() const {
  std::string out = "# Weights of the clues for a candidate place; made by the training program, see docs/geoparsing.md.\nclue\talone\ttogether\n";
  for (std::size_t i = 0; i < clue_count; ++i) {
    char line[96];
    const int size = std::snprintf(line, sizeof line, "%s\t%.4f\t%.4f\n", clue_names[i].data(), static_cast<double>(alone[i]), static_cast<double>(together[i]));
    out.append(line, static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace dateline::gazetteer::detail
