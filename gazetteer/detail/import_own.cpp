#include "gazetteer/detail/import_own.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/text_table.hpp"
#include "base/utf8.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

struct FieldName {
  std::string_view column;
  std::string OwnPlace::*field;
};
constexpr std::array<FieldName, 22> field_names = {{
    {"name", &OwnPlace::name}, {"title", &OwnPlace::name}, {"id", &OwnPlace::id}, {"aliases", &OwnPlace::aliases}, {"alias", &OwnPlace::aliases},
    {"alt_name", &OwnPlace::aliases}, {"kind", &OwnPlace::kind}, {"class", &OwnPlace::kind}, {"type", &OwnPlace::kind},
    {"country", &OwnPlace::country}, {"country_code", &OwnPlace::country}, {"iso2", &OwnPlace::country}, {"lat", &OwnPlace::lat},
    {"latitude", &OwnPlace::lat}, {"y", &OwnPlace::lat}, {"lon", &OwnPlace::lon}, {"lng", &OwnPlace::lon}, {"longitude", &OwnPlace::lon},
    {"x", &OwnPlace::lon}, {"radius_m", &OwnPlace::radius_m}, {"radius", &OwnPlace::radius_m}, {"population", &OwnPlace::population},
}};

constexpr double default_radius_metres = 1'000;
constexpr double largest_radius_metres = 6'553'500;  // what the store's units of 100 m hold

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<PlaceKind> kind_of_word(const std::string& word) {
  if (word.empty()) return PlaceKind::Site;
  for (int i = 0; i <= static_cast<int>(PlaceKind::Other); ++i) {
    if (word == to_string(static_cast<PlaceKind>(i))) return static_cast<PlaceKind>(i);
  }
  if (word == "town" || word == "village") return PlaceKind::City;
  return kind_of_class(word);
}

/// "Depot 4 (north)" -> "depot-4-(north)".
std::string id_from_name(const std::string& name) {
  auto out = fold(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

class OwnPlaces {
 public:
  OwnPlaces(ImportContext& context, const std::filesystem::path& file)
      : context_(context), file_(file.string()), source_(context.store.add_source("own places, " + file.filename().string())) {}

  void add(const OwnPlace& place) {
    ++context_.rows;
    Record record;
    std::vector<std::string> countries;
    if (const auto problem = read(place, record); !problem.empty()) {
      context_.skipped.add(file_, place.line, problem, hint_);
      return;
    }
    auto& store = context_.store;
    auto id = "own:" + (place.id.empty() ? id_from_name(place.name) : place.id);
    if (store.find_text_id(id)) {
      if (!place.id.empty()) {
        context_.skipped.add(file_, place.line, "the id '" + place.id + "' occurs a second time", "ids must differ; without a column id they are made from the names");
        return;
      }
      // Two places of one name and no ids: numbered in their order.
      int number = 2;
      while (store.find_text_id(id + '-' + std::to_string(number))) ++number;
      id += '-' + std::to_string(number);
    }
    record.name = store.add_string(place.name);
    record.id_type = 1;
    record.id = store.add_string(id);
    record.feature = store.feature(lower(place.kind).substr(0, 40));
    record.source = source_;
    const auto index = store.add_record(record);
    store.add_text_id(id, index);
    store.add_name(index, place.name, NameKind::Main, no_guard, 0, own_name);
    for (const auto& alias : split_cell(place.aliases)) store.add_name(index, alias, NameKind::English, no_guard, 0, own_name);
    ++context_.added;
    ++used_;
  }

  [[nodiscard]] std::uint64_t used() const noexcept { return used_; }

 private:
  /// Fills the record; what is wrong with the place, and in hint_ what to do.
  std::string read(const OwnPlace& place, Record& record) {
    hint_.clear();
    if (place.name.empty() || place.name.size() > max_name_bytes) return "the place has no name, or an overlong one";
    for (const auto& text : {place.name, place.id, place.aliases, place.kind}) {
      if (!is_valid_utf8(text)) return "the row is not UTF-8";
    }
    const auto point = parse_point(place.lat, place.lon);
    if (!point) {
      hint_ = "write lat and lon in degrees with a decimal point, for example 43.1056 and 131.8735";
      return "there is no place at latitude '" + place.lat.substr(0, 40) + "', longitude '" + place.lon.substr(0, 40) + "'";
    }
    set_point(record, *point);
    const auto kind = kind_of_word(lower(place.kind));
    if (!kind) {
      hint_ = "write a kind such as city, site, region, sea, strait, river, island, or a class such as military_base, airport, port";
      return "there is no kind of place '" + place.kind.substr(0, 40) + "'";
    }
    record.kind = static_cast<std::uint8_t>(*kind);
    if (!place.country.empty()) {
      std::string iso = place.country;
      std::transform(iso.begin(), iso.end(), iso.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      record.country = context_.store.country(iso);
      if (record.country == 0) {
        hint_ = "write the two letters of ISO 3166-1, for example RU, or leave it empty";
        return "there is no country '" + place.country.substr(0, 40) + "'";
      }
    }
    const auto population = place.population.empty() ? std::optional(0.0) : parse_decimal(place.population);
    if (!population || *population < 0 || *population > 2e10) return "'" + place.population.substr(0, 40) + "' is not a number of people";
    record.population = static_cast<std::uint32_t>(std::min(*population, 4'294'967'295.0));
    const auto usual = *kind == PlaceKind::City ? city_radius(record.population).value() : default_radius_metres;
    const auto radius = place.radius_m.empty() ? std::optional(usual) : parse_decimal(place.radius_m);
    if (!radius || *radius < 0 || *radius > largest_radius_metres) return "'" + place.radius_m.substr(0, 40) + "' is not a radius in metres";
    record.radius = radius_units(Meters(*radius));
    return {};
  }

  ImportContext& context_;
  std::string file_;
  std::uint8_t source_;
  std::string hint_;
  std::uint64_t used_ = 0;
};

}  // namespace

std::string OwnPlace::*own_field(std::string_view column) {
  const auto name = lower(column);
  for (const auto& entry : field_names) {
    if (entry.column == name) return entry.field;
  }
  return nullptr;
}

void import_own_places(ImportContext& context, const std::filesystem::path& file) {
  const auto ending = lower(file.extension().string());
  if (ending != ".csv" && ending != ".tsv" && ending != ".geojson" && ending != ".json") {
    InputError error("is neither CSV nor GeoJSON by its name", "name it NAME.csv or NAME.geojson");
    error.set_file(file.string());
    throw error;
  }
  OwnPlaces places(context, file);
  const auto read = ending == ".csv" || ending == ".tsv" ? for_each_csv_place : for_each_geojson_place;
  read(context, file, [&](const OwnPlace& place) { places.add(place); });
  if (places.used() > 0) return;
  InputError error("has no usable place", context.skipped.told().empty() ? "it is empty" : context.skipped.told().back().message);
  error.set_file(file.string());
  throw error;
}

}  // namespace dateline::gazetteer::detail
