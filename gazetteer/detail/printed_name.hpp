#pragma once

#include <string>
#include <string_view>

namespace dateline::gazetteer::detail {

/// A name as newspapers print it: without the marks that transliterations of Arabic, Cyrillic, Korean and other scripts leave in GeoNames
/// ("Rafaḩ" is Rafah, "Ryazan’" is Ryazan), and without what Korean calls a town ("Ansan-si" is Ansan). Names of countries that write in Latin letters keep their marks, which are their spelling.
/// `country`: ISO 3166-1 alpha-2.
[[nodiscard]] std::string printed_name(std::string_view name, std::string_view country);

}  // namespace dateline::gazetteer::detail
