// What the library dateline_gdal exports; see gdal_api.hpp.
#include "geo/detail/gdal_api.hpp"
#include "geo/detail/gdal_io.hpp"

extern "C" __attribute__((visibility("default"))) const dateline::geo::detail::GdalApi dateline_gdal_api{
    dateline::geo::detail::gdal_api_version, dateline::geo::detail::write_flatgeobuf_with_gdal, dateline::geo::detail::read_with_gdal,
    dateline::geo::detail::read_database_with_gdal, dateline::geo::detail::run_with_gdal, dateline::geo::detail::elevations_with_gdal};
