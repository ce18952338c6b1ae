#include "gazetteer/detail/import_names.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace dateline::gazetteer::detail {

namespace {

bool is_airport_code(std::string_view name) {
  return name.size() == 3 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The Latin script and no other.
bool is_latin(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const auto c = decode_at(name, i);
    i += c.length;
    if (c.value < 0x250) continue;
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(c.value), &status);
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return false;
  }
  return true;
}

}  // namespace

bool is_usable_name(std::string_view name, NameOrigin origin) {
  if (name.size() < 2 || name.find("://") != std::string_view::npos || name.substr(0, 4) == "www.") return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) < ' '; })) return false;
  const auto first = decode_at(name, 0);
  // One character is a name in Chinese ("Hu" for Shanghai), a code elsewhere.
  if (first.length == name.size() && u_ispunct(static_cast<UChar32>(first.value)) != 0) return false;
  if (origin == NameOrigin::Tagged) return true;
  if (is_airport_code(name)) return false;
  return !(u_islower(static_cast<UChar32>(first.value)) != 0 && is_latin(name));
}

}  // namespace dateline::gazetteer::detail
