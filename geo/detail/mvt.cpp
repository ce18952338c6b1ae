#include "geo/detail/mvt.hpp"

#include <bit>
#include <utility>

#include "base/protobuf.hpp"

namespace dateline::geo::detail {

namespace {

using namespace protobuf;

// Numbers of the fields in vector_tile.proto.
namespace tile_field { constexpr std::uint32_t layers = 3; }
namespace layer_field { constexpr std::uint32_t version = 15, name = 1, features = 2, keys = 3, values = 4, extent = 5; }
namespace feature_field { constexpr std::uint32_t tags = 2, type = 3, geometry = 4; }
namespace value_field { constexpr std::uint32_t text = 1, real = 3, natural = 5, integer = 6, truth = 7; }
enum class GeometryType : std::uint32_t { Point = 1, Line = 2, Polygon = 3 };
enum class Command : std::uint32_t { MoveTo = 1, LineTo = 2, ClosePath = 7 };

void put_command(std::string& out, Command command, std::size_t count) { put_varint(out, static_cast<std::uint64_t>(command) | static_cast<std::uint64_t>(count) << 3U); }

struct ValueWriter {
  std::string out;
  void operator()(std::monostate) {}
  void operator()(const std::string& text) { put_bytes(out, value_field::text, text); }
  void operator()(std::int64_t value) {
    if (value >= 0) put_number(out, value_field::natural, static_cast<std::uint64_t>(value));
    else put_number(out, value_field::integer, zigzag(value));
  }
  void operator()(double value) {
    put_key(out, value_field::real, Wire::Fixed64);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned i = 0; i < 8; ++i) out += static_cast<char>(bits >> 8U * i);
  }
  void operator()(const CivilDate& date) { put_bytes(out, value_field::text, date.to_string()); }
  void operator()(bool value) { put_number(out, value_field::truth, value ? 1 : 0); }
};

GeometryType type_of(GeometryKind kind) noexcept {
  switch (kind) {
    case GeometryKind::Area: return GeometryType::Polygon;
    case GeometryKind::Line:
    case GeometryKind::Lines: return GeometryType::Line;
    default: return GeometryType::Point;
  }
}

std::uint32_t number_in(std::map<std::string, std::uint32_t, std::less<>>& numbers, std::vector<std::string>& list, std::string text) {
  const auto [found, added] = numbers.emplace(std::move(text), static_cast<std::uint32_t>(list.size()));
  if (added) list.push_back(found->first);
  return found->second;
}

}  // namespace

MvtLayer::MvtLayer(std::string_view name, TileId tile) : name_(name), origin_{std::int64_t{tile.x} * tile_extent, std::int64_t{tile.y} * tile_extent} {}

std::uint32_t MvtLayer::key_of(const std::string& name) { return number_in(key_numbers_, keys_, name); }

std::uint32_t MvtLayer::value_of(const FieldValue& value) {
  ValueWriter writer;
  std::visit(writer, value);
  return number_in(value_numbers_, values_, std::move(writer.out));
}

std::string MvtLayer::geometry_of(const GridFeature& part) const {
  std::string out;
  GridPoint pen = origin_;
  const auto put_to = [&](GridPoint p) {
    put_varint(out, zigzag(p.x - pen.x));
    put_varint(out, zigzag(p.y - pen.y));
    pen = p;
  };
  const auto type = type_of(part.kind);
  if (type == GeometryType::Point) {
    std::size_t count = 0;
    for (const auto& points : part.parts) count += points.size();
    put_command(out, Command::MoveTo, count);
    for (const auto& points : part.parts) {
      for (const auto p : points) put_to(p);
    }
    return out;
  }
  for (const auto& line : part.parts) {
    put_command(out, Command::MoveTo, 1);
    put_to(line.front());
    put_command(out, Command::LineTo, line.size() - 1);
    for (std::size_t i = 1; i < line.size(); ++i) put_to(line[i]);
    if (type == GeometryType::Polygon) put_command(out, Command::ClosePath, 1);
  }
  return out;
}

void MvtLayer::add(const GridFeature& part, const std::vector<Field>& fields, const std::vector<FieldValue>& values) {
  std::string tags;
  for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) {
    if (std::holds_alternative<std::monostate>(values[i])) continue;
    put_varint(tags, key_of(fields[i].name));
    put_varint(tags, value_of(values[i]));
  }
  std::string feature;
  if (!tags.empty()) put_bytes(feature, feature_field::tags, tags);
  put_number(feature, feature_field::type, static_cast<std::uint32_t>(type_of(part.kind)));
  put_bytes(feature, feature_field::geometry, geometry_of(part));
  put_bytes(features_, layer_field::features, feature);
}

std::string MvtLayer::finish() const {
  if (features_.empty()) return {};
  constexpr std::uint64_t kVersion = 2;
  std::string layer;
  put_number(layer, layer_field::version, kVersion);
  put_bytes(layer, layer_field::name, name_);
  layer += features_;
  for (const auto& key : keys_) put_bytes(layer, layer_field::keys, key);
  for (const auto& value : values_) put_bytes(layer, layer_field::values, value);
  put_number(layer, layer_field::extent, static_cast<std::uint64_t>(tile_extent));
  std::string out;
  put_bytes(out, tile_field::layers, layer);
  return out;
}

}  // namespace dateline::geo::detail
