#include "gazetteer/detail/table_sources.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Towns by number, countries by ISO code, divisions by "UA.05".
std::optional<std::uint32_t> place_of(const TableContext& context, std::string_view key) {
  if (key.empty()) return std::nullopt;
  if (key.front() >= '0' && key.front() <= '9') {
    std::uint32_t number = 0;
    for (const char c : key) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    const auto found = context.by_geonames.find(number);
    return found == context.by_geonames.end() ? std::nullopt : std::optional(found->second);
  }
  const auto found = context.by_id.find((key.find('.') == std::string_view::npos ? "country:" : "admin1:") + std::string(key));
  return found == context.by_id.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

void read_language_names(TableContext& context) {
  auto& builder = context.builder;
  builder.add_source("names by language: GeoNames through libgeonames-common 0.3.0, Unicode CLDR 48.2");
  const auto file = packed_table(context, "names");
  for_each_row(file, {"key", "language", "name"}, [&](const auto& cells, std::size_t) {
    const auto place = place_of(context, cells[0]);
    if (!place) return;
    builder.add_name(*place, cells[2], cells[1] == "en" ? NameKind::English : NameKind::Alternate, no_guard, builder.language(cells[1]));
    builder.add_language_name(*place, cells[1], cells[2]);
  });
  const auto territories = packed_table(context, "cldr-territories");
  for_each_row(territories, {"code", "language", "form", "name"}, [&](const auto& cells, std::size_t) {
    const auto place = place_of(context, cells[0]);
    if (!place || (!cells[0].empty() && cells[0].front() <= '9')) return;  // numeric codes are macro regions, not towns
    const auto kind = cells[1] == "en" ? NameKind::English : NameKind::Alternate;
    // "US" and "UK" stand among the short forms.
    const bool code = cells[3].size() <= 3 && cells[3].find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
    builder.add_name(*place, cells[3], code ? NameKind::Abbreviation : kind, code ? needs_capitals : no_guard, builder.language(cells[1]));
    if (cells[2].empty()) builder.add_language_name(*place, cells[1], cells[3]);
  });
}

}  // namespace dateline::gazetteer::detail
