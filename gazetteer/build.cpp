#include "gazetteer/build.hpp"

#include <array>

#include "gazetteer/detail/table_sources.hpp"

namespace dateline::gazetteer {

namespace {

struct Step {
  std::string_view name;
  void (*read)(detail::TableContext&);
};
/// Order matters: towns come first because countries and divisions take their extent from them.
constexpr std::array<Step, 10> steps = {{
    {"towns", detail::read_cities},
    {"newer towns", detail::read_newer_towns},
    {"countries", detail::read_countries},
    {"divisions", detail::read_divisions},
    {"airports", detail::read_airports},
    {"regions", detail::read_regions},
    {"names by language", detail::read_language_names},
    {"demonyms", detail::read_demonyms},
    {"abbreviations", detail::read_abbreviations},
    {"other names", detail::read_other_names},
}};

constexpr const char* credits =
    "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), cities500 of March 2023 and "
    "later additions, cleaned and folded by Dateline. Names of countries: Unicode CLDR 48, Unicode License v3. Airports: OurAirports, public domain. "
    "Country reference points: CIA World Factbook, public domain.\n";

}  // namespace

std::string compile_tables(const std::filesystem::path& folder, Progress& progress) {
  detail::TableContext context;
  context.folder = folder;
  progress.begin("compiling places", steps.size() + 1);
  std::uint64_t done = 0;
  for (const auto& step : steps) {
    step.read(context);
    progress.advance(++done);
  }
  context.builder.set_credits(credits);
  auto bytes = context.builder.build();
  progress.end();
  return bytes;
}

}  // namespace dateline::gazetteer
