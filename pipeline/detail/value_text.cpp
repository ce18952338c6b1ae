#include "pipeline/detail/value_text.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "geo/date_line.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::LonLatPair;
using geo::PairLine;
using geo::PairPolygon;

/// Ten centimetres, as in GeoJSON.
std::string degrees_text(double value) { return number_text(std::round(value * 1e6) / 1e6 + 0.0); }
std::string pair_text(const LonLatPair& p) { return degrees_text(p.lon) + " " + degrees_text(p.lat); }

template <typename List, typename Text>
std::string list_text(const List& list, Text text) {
  std::string out = "(";
  for (const auto& item : list) out += (out.size() > 1 ? ", " : "") + text(item);
  return out + ")";
}

PairLine closed(PairLine ring) {
  if (!ring.empty()) ring.push_back(ring.front());
  return ring;
}

std::vector<PairLine> pieces_of(const std::vector<geo::LineString>& lines) {
  std::vector<PairLine> pieces;
  for (const auto& line : lines) {
    for (auto& piece : geo::cut_at_date_line(line)) pieces.push_back(std::move(piece));
  }
  return pieces;
}

struct ToText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(geo::LonLat p) const { return "POINT (" + pair_text({p.lon(), p.lat()}) + ")"; }
  std::string operator()(const std::vector<geo::LonLat>& points) const {
    return "MULTIPOINT " + list_text(points, [](geo::LonLat p) { return "(" + pair_text({p.lon(), p.lat()}) + ")"; });
  }
  std::string operator()(const std::vector<geo::LineString>& lines) const {
    const auto pieces = pieces_of(lines);
    if (pieces.empty()) return "";
    if (pieces.size() == 1) return "LINESTRING " + list_text(pieces.front(), pair_text);
    return "MULTILINESTRING " + list_text(pieces, [](const PairLine& l) { return list_text(l, pair_text); });
  }
  std::string operator()(const geo::MultiPolygon& area) const {
    const auto rings = [](const PairPolygon& p) { return list_text(p, [](const PairLine& r) { return list_text(closed(r), pair_text); }); };
    const auto pieces = geo::cut_at_date_line(area);
    if (pieces.empty()) return "";
    return pieces.size() == 1 ? "POLYGON " + rings(pieces.front()) : "MULTIPOLYGON " + list_text(pieces, rings);
  }
  std::string operator()(const geo::SharedArea& area) const { return (*this)(*area); }
};

/// Little-endian EWKB (PostGIS: "Extended WKB"), two hex digits a byte.
class HexWriter {
 public:
  std::string text;

  void byte(unsigned value) {
    constexpr const char* kDigits = "0123456789ABCDEF";
    text += kDigits[value >> 4U & 15U];
    text += kDigits[value & 15U];
  }
  void integer(std::uint32_t value) {
    for (int i = 0; i < 4; ++i, value >>= 8U) byte(value & 255U);
  }
  void real(double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8U) byte(static_cast<unsigned>(bits & 255U));
  }
  enum class Level { Outer, Part };
  void head(std::uint32_t type, Level level) {
    constexpr std::uint32_t kHasSrid = 0x20000000, kWgs84 = 4326;
    byte(1);
    integer(level == Level::Outer ? type | kHasSrid : type);
    if (level == Level::Outer) integer(kWgs84);
  }
  void count(std::size_t n) { integer(static_cast<std::uint32_t>(n)); }
  void pair(const LonLatPair& p) { real(p.lon), real(p.lat); }
  void line(const PairLine& pairs) {
    count(pairs.size());
    for (const auto& p : pairs) pair(p);
  }
};

struct ToHex {
  using Level = HexWriter::Level;
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(geo::LonLat p) const {
    HexWriter out;
    out.head(1, Level::Outer);
    out.pair({p.lon(), p.lat()});
    return out.text;
  }
  std::string operator()(const std::vector<geo::LonLat>& points) const {
    HexWriter out;
    out.head(4, Level::Outer);
    out.count(points.size());
    for (const geo::LonLat& p : points) out.head(1, Level::Part), out.pair({p.lon(), p.lat()});
    return out.text;
  }
  std::string operator()(const std::vector<geo::LineString>& lines) const {
    const auto pieces = pieces_of(lines);
    HexWriter out;
    out.head(5, Level::Outer);
    out.count(pieces.size());
    for (const auto& piece : pieces) out.head(2, Level::Part), out.line(piece);
    return out.text;
  }
  std::string operator()(const geo::MultiPolygon& area) const {
    const auto pieces = geo::cut_at_date_line(area);
    HexWriter out;
    out.head(6, Level::Outer);
    out.count(pieces.size());
    for (const auto& rings : pieces) {
      out.head(3, Level::Part);
      out.count(rings.size());
      for (const auto& ring : rings) out.line(closed(ring));
    }
    return out.text;
  }
  std::string operator()(const geo::SharedArea& area) const { return (*this)(*area); }
};

}  // namespace

std::string number_text(double value) {
  if (!std::isfinite(value)) return "";
  char digits[400];
  return {digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr};
}

std::string value_text(const geo::FieldValue& value, const char* yes, const char* no) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return number_text(*real);
  if (const auto* date = std::get_if<CivilDate>(&value)) return date->to_string();
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? yes : no;
  return "";
}

std::string geometry_text(const geo::FeatureGeometry& geometry) { return std::visit(ToText{}, geometry); }
std::string geometry_hex(const geo::FeatureGeometry& geometry) { return std::visit(ToHex{}, geometry); }

}  // namespace dateline::pipeline::detail
