#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/progress.hpp"

namespace dateline::gazetteer {

/// Compiles the tables of gazetteer/data into the bytes of the default place store (docs/formats/place-store.md).
/// The same tables give the same bytes. Throws InputError (file:line) for a table that is missing or wrong.
[[nodiscard]] std::string compile_tables(const std::filesystem::path& folder, Progress& progress);

/// What a store of one's own is built from. Empty paths: not given.
struct BuildInputs {
  std::filesystem::path base;             ///< store to start from: everything in it is in the new one as well
  std::filesystem::path dump;             ///< GeoNames' allCountries.txt, or a table with the same 19 columns
  std::filesystem::path alternate_names;  ///< alternateNamesV2.txt
  std::filesystem::path admin1;           ///< admin1CodesASCII.txt
  std::filesystem::path countries;        ///< countryInfo.txt
  std::vector<std::filesystem::path> own; ///< one's own places: .csv, .geojson or .json
};

struct BuildReport {
  std::uint64_t rows = 0;      ///< rows and features read
  std::uint64_t added = 0;     ///< places that the base did not have
  std::uint64_t joined = 0;    ///< places that it had: their point, population and names are brought up to date
  std::uint64_t skipped = 0;   ///< rows that could not be used
  std::uint64_t repeated = 0;  ///< GeoNames numbers that more than one row claims
  Diagnostics diagnostics;     ///< the first skipped rows, with file and line
};

/// Builds a store in bounded memory: some 60 bytes a place; names are sorted in runs on disk, beside the output, and removed at
/// the end. The same inputs give the same bytes. The output is put in place when it is complete.
/// Throws InputError for a file that cannot be read or has no usable row, OutputError for a full disk.
[[nodiscard]] BuildReport build_store(const BuildInputs& inputs, const std::filesystem::path& output, Overwrite overwrite, Progress& progress);

}  // namespace dateline::gazetteer
