#include <charconv>
#include <cmath>

#include "gazetteer/detail/import_geonames.hpp"

namespace dateline::gazetteer::detail {

std::optional<std::uint32_t> parse_geonames_number(std::string_view cell) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size() || value == 0 || value == none) return std::nullopt;
  return value;
}

std::optional<double> parse_decimal(std::string_view cell) {
  if (!cell.empty() && cell.front() == '+') cell.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<geo::LonLat> parse_point(std::string_view lat, std::string_view lon) {
  const auto y = parse_decimal(lat);
  const auto x = parse_decimal(lon);
  if (!x || !y) return std::nullopt;
  return geo::LonLat::make(geo::Lon(*x), geo::Lat(*y));
}

void set_point(Record& record, geo::LonLat point) {
  record.lon = static_cast<std::int32_t>(std::llround(point.lon() * 1e5));
  record.lat = static_cast<std::int32_t>(std::llround(point.lat() * 1e5));
}

std::uint16_t radius_units(Meters radius) {
  return static_cast<std::uint16_t>(std::clamp<long long>(std::llround(radius.value() / 100), 0, 0xFFFF));
}

}  // namespace dateline::gazetteer::detail
