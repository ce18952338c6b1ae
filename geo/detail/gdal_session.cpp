#include "geo/detail/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace dateline::geo::detail {
namespace {

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum, const char* message) {
  auto* text = static_cast<std::string*>(CPLGetErrorHandlerUserData());
  if (text != nullptr && severity >= CE_Failure && message != nullptr) *text = message;
}

}  // namespace

GdalErrors::GdalErrors() { CPLPushErrorHandlerEx(collect, &message_); }
GdalErrors::~GdalErrors() { CPLPopErrorHandler(); }
std::string GdalErrors::last() const { return message_.empty() ? "no reason given" : message_; }

void start_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");        // no .aux.xml beside the user's files
    CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");  // a name like /vsicurl/... must not reach the network
    GDALAllRegister();
  });
}

}  // namespace dateline::geo::detail
