#include <cpl_error.h>

#include <string_view>

#include "base/error.hpp"
#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_io.hpp"
#include "geo/detail/gdal_session.hpp"

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

void run_with_gdal(const std::string& address, const std::string& sql) {
  start_gdal();
  const GdalErrors errors;
  const char* only_postgresql[] = {"PostgreSQL", nullptr};
  const Dataset database(GDALOpenEx(address.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, only_postgresql, nullptr, nullptr));
  if (!database) {
    throw OutputError("cannot reach the database: " + errors.last(), "check its address, for example postgresql://user@host/name, and that it accepts this user");
  }
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
