#include "gazetteer/detail/import_geonames.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "gazetteer/detail/import_names.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Steps between two reports of progress.
constexpr std::uint64_t report_every = 1U << 14U;

/// "Languages" of alternateNamesV2.txt that are no names: post codes, links, ids and codes of other tables.
constexpr std::array<std::string_view, 9> not_names = {"post", "link", "wkdt", "iata", "icao", "faac", "tcid", "unlc", "phon"};

/// Reads a table of GeoNames: calls `row` for each row with at least `least` cells that is valid UTF-8.
template <std::size_t Count, typename Row>
void for_each_cells(ImportContext& context, const std::filesystem::path& file, std::size_t least, const std::string& like, Row row) {
  LineReader lines(file);
  context.progress.begin("reading " + file.filename().string(), lines.size());
  std::uint64_t rows = 0;
  while (lines.next()) {
    if (lines.line().empty() || lines.line().front() == '#') continue;
    if (++rows % report_every == 0) context.progress.advance(lines.done());
    std::array<std::string_view, Count> cells;
    const auto count = split_cells(lines.line(), cells);
    if (count < least || lines.too_long()) {
      context.skipped.add(lines.file(), lines.number(), "the row has " + std::to_string(count) + " columns instead of " + std::to_string(least),
                          "the file must be a table as GeoNames gives it, such as " + like);
    } else if (!is_valid_utf8(lines.line())) {
      context.skipped.add(lines.file(), lines.number(), "the row is not UTF-8");
    } else if (const std::string problem = row(cells); !problem.empty()) {
      context.skipped.add(lines.file(), lines.number(), problem);
    }
  }
  context.progress.end();
  context.rows += rows;
}

std::string no_number(std::string_view cell) { return "'" + std::string(cell.substr(0, 40)) + "' is not a GeoNames number"; }

}  // namespace

void import_countries(ImportContext& context, const std::filesystem::path& file) {
  constexpr std::size_t iso = 0;
  constexpr std::size_t name = 4;
  constexpr std::size_t number = 16;
  for_each_cells<17>(context, file, 17, "countryInfo.txt", [&](const auto& cells) -> std::string {
    const auto parsed = parse_geonames_number(cells[number]);
    if (!parsed) return no_number(cells[number]);
    // Countries that are no more (YU, CS, AN) are not in the base; their rows in the dump stay what they are.
    const auto record = context.store.find_text_id("country:" + std::string(cells[iso]));
    if (!record) return {};
    if (!context.store.find_base_number(*parsed)) context.store.add_base_number(*parsed, *record);
    context.store.add_name(*record, cells[name], NameKind::English);
    return {};
  });
}

void import_admin1(ImportContext& context, const std::filesystem::path& file) {
  for_each_cells<4>(context, file, 4, "admin1CodesASCII.txt", [&](const auto& cells) -> std::string {
    const auto parsed = parse_geonames_number(cells[3]);
    if (!parsed) return no_number(cells[3]);
    const auto record = context.store.find_text_id("admin1:" + std::string(cells[0]));
    if (!record) return {};  // a newer division: its row in the dump makes the record
    if (!context.store.find_base_number(*parsed)) context.store.add_base_number(*parsed, *record);
    context.store.add_name(*record, cells[1], NameKind::Alternate);
    context.store.add_name(*record, cells[2], NameKind::Alternate);
    return {};
  });
}

void import_alternate_names(ImportContext& context, const std::filesystem::path& file) {
  enum Column : std::size_t { Id, Place, Language, Name, Preferred, Short, Colloquial, Historic, ColumnCount };
  auto& store = context.store;
  (void)store.add_source("names by language: GeoNames, " + file.filename().string());
  for_each_cells<ColumnCount>(context, file, ColumnCount, "alternateNamesV2.txt", [&](const auto& cells) -> std::string {
    const auto number = parse_geonames_number(cells[Place]);
    if (!number) return no_number(cells[Place]);
    const auto language = cells[Language];
    if (std::find(not_names.begin(), not_names.end(), language) != not_names.end()) return {};
    const auto record = store.find_number(*number);
    if (!record) return {};  // a name of a place that the dump does not have: a dump of one country
    const auto name = cells[Name];
    const auto flag = [](std::string_view cell) { return cell == "1"; };
    const std::uint8_t note = flag(cells[Historic]) ? std::uint8_t{historic_name} : std::uint8_t{0};
    if (!is_usable_name(name, language.empty() ? NameOrigin::Untagged : NameOrigin::Tagged)) return {};
    if (language == "abbr") {
      store.add_name(*record, name, NameKind::Abbreviation, needs_capitals, 0, note);
      return {};
    }
    const auto tag = language.size() > 20 ? std::uint8_t{0} : store.language(language);
    // Nicknames and old names are found, but are not what an editor calls the place.
    const bool plain = !flag(cells[Colloquial]) && note == 0;
    store.add_name(*record, name, language == "en" && plain ? NameKind::English : NameKind::Alternate, no_guard, tag, note);
    if (plain && !flag(cells[Short])) {
      store.add_language_name(*record, tag, name, flag(cells[Preferred]) ? StoreStream::Preference::Preferred : StoreStream::Preference::Ordinary);
    }
    return {};
  });
}

}  // namespace dateline::gazetteer::detail
