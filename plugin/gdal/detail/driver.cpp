// The driver's entries. GDAL calls them through C pointers: no exception may leave one.
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal_priv.h>

#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "claims/ledger_json.hpp"
#include "plugin/gdal/detail/ledger_dataset.hpp"
#include "plugin/gdal/detail/ledger_source.hpp"

namespace {

using namespace dateline;

constexpr const char* kOptions =
    "<OpenOptionList>"
    "<Option name='EVENTS' type='string-select' default='MAPPED' description='Which events the layers show'>"
    "<Value>MAPPED</Value><Value>TRANSFERS</Value><Value>ALL</Value></Option>"
    "<Option name='WORLDVIEW' type='string' default='un' description='View of disputed borders for the outlines of countries'/>"
    "<Option name='OUTLINES' type='boolean' default='YES' description='Outlines from the base map; NO: boxes'/>"
    "<Option name='ARROWS' type='boolean' default='NO' description='Also the layer movement_arrows: start, crest and end of each movement'/>"
    "</OpenOptionList>";

features::Extent extent_of(const char* word) {
  if (EQUAL(word, "ALL")) return features::Extent::Everything;
  return EQUAL(word, "TRANSFERS") ? features::Extent::Transfers : features::Extent::AsMapped;
}

GDALDataset* open_ledger(const GDALOpenInfo& info) {
  plugin::DatasetOptions options;
  options.extent = extent_of(CSLFetchNameValueDef(info.papszOpenOptions, "EVENTS", "MAPPED"));
  options.arrows = CPLTestBool(CSLFetchNameValueDef(info.papszOpenOptions, "ARROWS", "NO"));
  options.outlines = CPLTestBool(CSLFetchNameValueDef(info.papszOpenOptions, "OUTLINES", "YES"));
  options.worldview = CSLFetchNameValueDef(info.papszOpenOptions, "WORLDVIEW", "un");
  return std::make_unique<plugin::LedgerDataset>(claims::ledger_from_json(plugin::read_ledger(info), info.pszFilename), std::move(options)).release();
}

int identify(GDALOpenInfo* info) {
  return STARTS_WITH_CI(info->pszFilename, plugin::driver_prefix) || plugin::looks_like_ledger(*info) ? TRUE : FALSE;
}

GDALDataset* open(GDALOpenInfo* info) {
  // QGIS tries to write first and shows what it is told: no is said without a word.
  if (!identify(info) || info->eAccess == GA_Update) return nullptr;
  try {
    return open_ledger(*info);
  } catch (const Error& error) {
    CPLError(CE_Failure, CPLE_OpenFailed, "%s", error.to_string().c_str());
  } catch (const std::exception& error) {
    CPLError(CE_Failure, CPLE_OpenFailed, "DATELINE: %s", error.what());
  } catch (...) {
    CPLError(CE_Failure, CPLE_OpenFailed, "DATELINE: unknown error");
  }
  return nullptr;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void GDALRegister_DATELINE();

void GDALRegister_DATELINE() {
  if (!GDAL_CHECK_VERSION("DATELINE driver") || GDALGetDriverByName("DATELINE") != nullptr) return;
  try {
    auto driver = std::make_unique<GDALDriver>();
    driver->SetDescription("DATELINE");
    driver->SetMetadataItem(GDAL_DCAP_VECTOR, "YES");
    driver->SetMetadataItem(GDAL_DCAP_VIRTUALIO, "YES");
    driver->SetMetadataItem(GDAL_DCAP_FEATURE_STYLES, "YES");
    driver->SetMetadataItem(GDAL_DMD_LONGNAME, "Dateline ledger of news claims");
    driver->SetMetadataItem(GDAL_DMD_EXTENSIONS, "ledger.json");
    driver->SetMetadataItem(GDAL_DMD_CONNECTION_PREFIX, plugin::driver_prefix);
    driver->SetMetadataItem(GDAL_DMD_OPENOPTIONLIST, kOptions);
    driver->pfnIdentify = identify;
    driver->pfnOpen = open;
    GetGDALDriverManager()->RegisterDriver(driver.release());
  } catch (...) {
    CPLError(CE_Failure, CPLE_AppDefined, "the DATELINE driver cannot be registered");
  }
}
