#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "gazetteer/detail/import_features.hpp"
#include "gazetteer/detail/import_geonames.hpp"
#include "gazetteer/detail/import_names.hpp"
#include "gazetteer/detail/import_nearby.hpp"
#include "gazetteer/detail/printed_name.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Columns of GeoNames' tables of places, in their order.
enum Column : std::size_t {
  Number, Name, AsciiName, Alternates, Latitude, Longitude, FeatureClass, FeatureCode, Country, Cc2, Admin1, Admin2, Admin3, Admin4, Population,
  Elevation, Dem, Zone, Modified, ColumnCount
};
using Cells = std::array<std::string_view, ColumnCount>;

/// Steps between two reports of progress.
constexpr std::uint64_t report_every = 1U << 14U;

struct DumpRow {
  std::uint32_t number = 0;
  geo::LonLat point = geo::LonLat::checked(geo::Lon(0), geo::Lat(0));
  std::int64_t population = 0;
};

/// What is wrong with a row; empty if nothing is.
std::string read_row(const Cells& cells, DumpRow& row) {
  const auto number = parse_geonames_number(cells[Number]);
  if (!number) return "'" + std::string(cells[Number].substr(0, 40)) + "' is not a GeoNames number";
  const auto point = parse_point(cells[Latitude], cells[Longitude]);
  if (!point) return "there is no place at latitude '" + std::string(cells[Latitude].substr(0, 40)) + "', longitude '" + std::string(cells[Longitude].substr(0, 40)) + "'";
  if (cells[Name].empty() || cells[Name].size() > max_name_bytes) return "the place has no name, or an overlong one";
  const auto population = cells[Population].empty() ? std::optional(0.0) : parse_decimal(cells[Population]);
  if (!population || *population < 0 || *population > 2e10) return "'" + std::string(cells[Population].substr(0, 40)) + "' is not a number of people";
  row = {*number, *point, static_cast<std::int64_t>(*population)};
  return {};
}

class DumpReader {
 public:
  DumpReader(ImportContext& context, const StoreFile& base, std::uint8_t source) : context_(context), store_(context.store), numberless_(base, context.store), source_(source) {}

  void read(const Cells& cells, const DumpRow& row) {
    const auto meaning = meaning_of(cells[FeatureClass], cells[FeatureCode], row.population);
    gather_names(cells);
    const auto known = find_known(cells, row, meaning.kind);
    const auto record = known ? *known : add(cells, row, meaning);
    if (known) join(*known, cells, row, meaning);
    add_names(record, cells, known.has_value());
    ++(known ? context_.joined : context_.added);
  }

 private:
  void gather_names(const Cells& cells) {
    alternates_.clear();
    auto rest = cells[Alternates];
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      if (const auto name = rest.substr(0, comma); is_usable_name(name, NameOrigin::Untagged)) alternates_.push_back(name);
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
  }

  static std::string admin1_code(const Cells& cells) {
    if (cells[Country].size() != 2 || cells[Admin1].empty() || cells[Admin1] == "00") return {};
    return std::string(cells[Country]) + '.' + std::string(cells[Admin1]);
  }
  static std::string admin2_code(const Cells& cells) {
    const auto first = admin1_code(cells);
    return first.empty() || cells[Admin2].empty() ? std::string{} : first + '.' + std::string(cells[Admin2]);
  }

  std::optional<std::uint32_t> find_known(const Cells& cells, const DumpRow& row, PlaceKind kind) {
    if (const auto found = store_.find_base_number(row.number)) return found;
    std::optional<std::uint32_t> found;
    if (cells[FeatureCode] == "ADM1") found = store_.find_text_id("admin1:" + admin1_code(cells));
    else if (cells[FeatureCode] == "ADM2") found = store_.find_text_id("admin2:" + admin2_code(cells));
    else if (kind == PlaceKind::City && numberless_.has_near(row.point)) found = numberless_.take(NumberlessPlaces::Sort::Town, row.point, folded_names(cells));
    else if (cells[FeatureClass] == "S" && cells[FeatureCode].substr(0, 3) == "AIR") found = numberless_.take(NumberlessPlaces::Sort::Airport, row.point, {});
    if (!found) return std::nullopt;
    store_.add_base_number(row.number, *found);
    return found;
  }

  std::vector<std::string> folded_names(const Cells& cells) const {
    std::vector<std::string> out = {fold(cells[Name]), fold(cells[AsciiName])};
    for (const auto name : alternates_) out.push_back(fold(name));
    return out;
  }

  void place_in_divisions(Record& record, const Cells& cells) {
    if (const auto country = store_.country(cells[Country]); country != 0) record.country = country;
    if (const auto code = admin1_code(cells); !code.empty()) record.admin1 = store_.admin1(code);
    if (const auto code = admin2_code(cells); !code.empty()) store_.set_admin2(record, code);
  }

  std::uint32_t add(const Cells& cells, const DumpRow& row, const FeatureMeaning& meaning) {
    Record record;
    set_point(record, row.point);
    record.population = static_cast<std::uint32_t>(std::min<std::int64_t>(row.population, 0xFFFFFFFFLL));
    record.name = store_.add_string(printed_name(cells[Name], cells[Country]));
    record.id = row.number;
    record.feature = store_.feature(cells[FeatureCode].substr(0, 10));
    record.radius = radius_units(meaning.radius);
    record.kind = static_cast<std::uint8_t>(meaning.kind);
    record.source = source_;
    place_in_divisions(record, cells);
    // A division does not lie in itself.
    if (meaning.kind == PlaceKind::Admin2) record.admin2 = none;
    const auto index = store_.add_record(record);
    if (cells[FeatureCode] == "ADM1") store_.set_admin1_record(record.admin1, index);
    if (cells[FeatureCode] == "ADM2") {
      if (const auto code = admin2_code(cells); !code.empty()) store_.set_admin2_record(code, index);
    }
    return index;
  }

  /// The dump is newer than the base: point, people and division of a town are the dump's. Names and extents of the base were
  /// looked at by a person and stay; a country keeps the point chosen for its label.
  void join(std::uint32_t index, const Cells& cells, const DumpRow& row, const FeatureMeaning& meaning) {
    auto& record = store_.record(index);
    const auto kind = static_cast<PlaceKind>(record.kind);
    if (row.population > 0) record.population = static_cast<std::uint32_t>(std::min<std::int64_t>(row.population, 0xFFFFFFFFLL));
    if (kind != PlaceKind::Country) set_point(record, row.point);
    if (kind != PlaceKind::City || meaning.kind != PlaceKind::City) return;
    record.feature = store_.feature(cells[FeatureCode].substr(0, 10));
    record.radius = radius_units(meaning.radius);
    record.source = source_;
    place_in_divisions(record, cells);
    if (record.id_type != 0) {  // a newer town has its number now; its old id stays as a second one
      record.id_type = 0;
      record.id = row.number;
    }
  }

  void add_names(std::uint32_t record, const Cells& cells, bool known) {
    const auto kind = known ? NameKind::English : NameKind::Main;
    store_.add_name(record, cells[Name], kind);
    if (const auto other = other_spelling(cells[Name]); !other.empty()) store_.add_name(record, other, NameKind::English);
    if (cells[AsciiName] != cells[Name]) store_.add_name(record, cells[AsciiName], NameKind::Alternate);
    for (const auto name : alternates_) store_.add_name(record, name, NameKind::Alternate);
  }

  ImportContext& context_;
  StoreStream& store_;
  NumberlessPlaces numberless_;
  std::uint8_t source_;
  std::vector<std::string_view> alternates_;
};

}  // namespace

void import_dump(ImportContext& context, const std::filesystem::path& file) {
  LineReader lines(file);
  DumpReader reader(context, context.store.base(), context.store.add_source("GeoNames, " + file.filename().string()));
  context.progress.begin("reading " + file.filename().string(), lines.size());
  std::uint64_t used = 0;
  std::uint64_t rows = 0;
  while (lines.next()) {
    if (lines.line().empty()) continue;
    if (++rows % report_every == 0) context.progress.advance(lines.done());
    Cells cells;
    const auto count = split_cells(lines.line(), cells);
    if (lines.too_long()) {
      context.skipped.add(lines.file(), lines.number(), "the row is longer than any of GeoNames");
    } else if (count != ColumnCount) {
      context.skipped.add(lines.file(), lines.number(), "the row has " + std::to_string(count) + " columns instead of " + std::to_string(ColumnCount),
                          "the file must be a table of places as GeoNames gives it, such as allCountries.txt");
    } else if (!is_valid_utf8(lines.line())) {
      context.skipped.add(lines.file(), lines.number(), "the row is not UTF-8");
    } else {
      DumpRow row;
      if (auto problem = read_row(cells, row); !problem.empty()) {
        context.skipped.add(lines.file(), lines.number(), std::move(problem));
      } else {
        reader.read(cells, row);
        ++used;
      }
    }
  }
  context.progress.end();
  context.rows += rows;
  if (used == 0) {
    InputError error("has no row that is a place of GeoNames", "give allCountries.txt or a table of one country from GeoNames, unpacked");
    error.set_file(lines.file());
    throw error;
  }
}

}  // namespace dateline::gazetteer::detail
