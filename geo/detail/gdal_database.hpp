#pragma once

#include <string>

#include "geo/detail/gdal_handles.hpp"
#include "geo/detail/gdal_session.hpp"

namespace dateline::geo::detail {

/// Null if it cannot be opened. `access`: GDAL_OF_READONLY or GDAL_OF_UPDATE.
[[nodiscard]] Dataset open_database(const std::string& address, unsigned access);

/// Why, for people, without anything of the address that may be a password.
[[nodiscard]] std::string connection_problem(const GdalErrors& errors);
inline constexpr const char* connection_hint = "check its address, for example postgresql://user@host/name, and that it accepts this user";

}  // namespace dateline::geo::detail
