#pragma once

#include <string>

namespace dateline::geo::detail {

/// A text as an SQL literal. Null bytes are dropped: SQLite would end there.
[[nodiscard]] inline std::string sql_text(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    if (c != '\0') out += c;
  }
  return out + "'";
}

/// The name of a table or column as SQL.
[[nodiscard]] inline std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out + "\"";
}

}  // namespace dateline::geo::detail
