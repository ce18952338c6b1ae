#include "gazetteer/build.hpp"

#include <array>
#include <memory>

#include "gazetteer/detail/import_geonames.hpp"
#include "gazetteer/detail/import_own.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "gazetteer/store.hpp"

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

constexpr const char* credits_short = "Places: GeoNames (CC BY 4.0).";

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
  context.builder.set_credits(credits, credits_short);
  auto bytes = context.builder.build();
  progress.end();
  return bytes;
}

namespace {

/// The base names GeoNames already; a user's files are named so that a reader of the map can ask for them.
detail::StoreStream::Credits credits_of(const Store::Info& base, const BuildInputs& inputs) {
  detail::StoreStream::Credits out{base.credits, base.credits_short};
  if (!inputs.dump.empty()) out.whole += "Further places, points and names: GeoNames (geonames.org), CC BY 4.0, " + inputs.dump.filename().string() + ", joined by Dateline.\n";
  for (const auto& file : inputs.own) out.whole += "Own places: " + file.filename().string() + ".\n";
  return out;
}

}  // namespace

BuildReport build_store(const BuildInputs& inputs, const std::filesystem::path& output, Overwrite overwrite, Progress& progress) {
  const auto base = Store::open(inputs.base);
  base.verify();
  auto mapped = std::make_shared<const MappedFile>(inputs.base);
  const auto bytes = mapped->bytes();
  const detail::StoreFile file(std::move(mapped), bytes, inputs.base.string());
  detail::StoreStream store(file, output, overwrite);
  detail::SkippedRows skipped;
  detail::ImportContext context{store, skipped, progress};
  if (!inputs.countries.empty()) detail::import_countries(context, inputs.countries);
  if (!inputs.admin1.empty()) detail::import_admin1(context, inputs.admin1);
  if (!inputs.dump.empty()) detail::import_dump(context, inputs.dump);
  for (const auto& own : inputs.own) detail::import_own_places(context, own);
  BuildReport report;
  report.repeated = store.index_numbers();
  if (!inputs.alternate_names.empty()) detail::import_alternate_names(context, inputs.alternate_names);
  store.finish(credits_of(base.info(), inputs), progress);
  report.rows = context.rows;
  report.added = context.added;
  report.joined = context.joined;
  report.skipped = skipped.count();
  report.diagnostics = skipped.told();
  return report;
}

}  // namespace dateline::gazetteer
