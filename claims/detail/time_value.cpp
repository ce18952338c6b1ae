#include "claims/detail/time_value.hpp"

#include <algorithm>

namespace dateline::claims::detail {

std::string to_value(PartialDate date) {
  return "ymd " + std::to_string(date.year) + " " + std::to_string(date.month) + " " + std::to_string(date.day);
}

bool lies_back(std::string_view value) {
  if (value.starts_with("part earlier shift 0 ")) return true;
  if (value.starts_with("part ")) value.remove_prefix(std::min(value.size(), value.find(' ', 5) + 1));
  if (value.starts_with("shift -")) return !value.ends_with(" day") && !value.ends_with(" hour");
  const bool directed = value.starts_with("dow ") || value.starts_with("monthof ") || value.starts_with("season ") || value.starts_with("weekend ");
  return directed && value.ends_with(" last");
}

}  // namespace dateline::claims::detail
