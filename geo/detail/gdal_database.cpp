#include "geo/detail/gdal_database.hpp"

#include <cpl_error.h>

#include "base/error.hpp"
#include "geo/detail/gdal_io.hpp"

namespace dateline::geo::detail {
namespace {

/// One statement or a script; the server runs a script as it stands.
void run(GDALDatasetH database, const char* sql, const GdalErrors& errors) {
  CPLErrorReset();
  OGRLayerH result = GDALDatasetExecuteSQL(database, sql, nullptr, nullptr);
  if (result != nullptr) GDALDatasetReleaseResultSet(database, result);
  if (CPLGetLastErrorType() >= CE_Failure) throw OutputError("the database refused: " + errors.last());
}

}  // namespace

Dataset open_database(const std::string& address, unsigned access) {
  const char* only_postgresql[] = {"PostgreSQL", nullptr};
  return Dataset(GDALOpenEx(address.c_str(), GDAL_OF_VECTOR | access, only_postgresql, nullptr, nullptr));
}

std::string connection_problem(const GdalErrors& errors) {
  // What libpq says of the address itself quotes parts of it, and where a password has an @ or a blank in it, parts of that.
  const std::string said = errors.last();
  const auto from = said.find("connection to server");
  return "cannot reach the database: " + (from == std::string::npos ? "the server is not found, or the address is malformed" : said.substr(from));
}

void run_with_gdal(const std::string& address, const std::string& sql) {
  start_gdal();
  const GdalErrors errors;
  const Dataset database = open_database(address, GDAL_OF_UPDATE);
  if (!database) throw OutputError(connection_problem(errors), connection_hint);
  run(database.get(), "BEGIN", errors);
  try {
    run(database.get(), sql.c_str(), errors);
  } catch (...) {
    GDALDatasetExecuteSQL(database.get(), "ROLLBACK", nullptr, nullptr);
    throw;
  }
  run(database.get(), "COMMIT", errors);
}

}  // namespace dateline::geo::detail
