#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "gazetteer/detail/import_own.hpp"

namespace dateline::gazetteer::detail {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::filesystem::path& file, SourcePosition position, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  position.file = file.string();
  error.set_position(position);
  throw error;
}

Json parse(const std::filesystem::path& file, const std::string& text) {
  try {
    // Deep nesting would exhaust the stack where the tree is taken apart.
    int deepest = 0;
    auto parsed = Json::parse(text, [&](int depth, Json::parse_event_t, Json&) {
      deepest = std::max(deepest, depth);
      return depth <= limits::max_json_depth;
    });
    if (deepest > limits::max_json_depth) refuse(file, {}, "is nested too deeply to be GeoJSON", "give a FeatureCollection of points");
    return parsed;
  } catch (const Json::parse_error& error) {
    refuse(file, position_at(text, error.byte == 0 ? 0 : error.byte - 1, file.string()), "is not JSON", "give a FeatureCollection of points in UTF-8");
  }
}

/// A property as text: numbers as they are written, lists joined by ";".
std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (!value.is_array()) return {};
  std::string out;
  for (const auto& part : value) {
    if (!out.empty()) out += ';';
    out += text_of(part);
  }
  return out;
}

}  // namespace

void for_each_geojson_place(ImportContext& context, const std::filesystem::path& file, const std::function<void(const OwnPlace&)>& visit) {
  const auto text = read_file(file, limits::max_geojson_bytes);
  const auto root = parse(file, text);
  const auto features = root.is_object() ? root.find("features") : root.end();
  if (!root.is_object() || features == root.end() || !features->is_array()) {
    refuse(file, {}, "is not a GeoJSON FeatureCollection", "export the points as GeoJSON, coordinates in WGS 84");
  }
  context.progress.begin("reading " + file.filename().string(), features->size());
  std::uint64_t number = 0;
  for (const auto& feature : *features) {
    ++number;
    const auto name = "feature " + std::to_string(number);
    const auto geometry = feature.is_object() ? feature.find("geometry") : feature.end();
    const bool point = feature.is_object() && geometry != feature.end() && geometry->is_object() && geometry->value("type", Json()) == "Point";
    const auto coordinates = point ? geometry->value("coordinates", Json()) : Json();
    if (!coordinates.is_array() || coordinates.size() < 2) {
      ++context.rows;
      context.skipped.add(file.string(), 0, name + " has no point", "only points are taken: use the centres of areas and lines");
      continue;
    }
    OwnPlace place;
    const auto properties = feature.find("properties");
    if (properties != feature.end() && properties->is_object()) {
      for (const auto& [key, value] : properties->items()) {
        const auto field = own_field(key);
        if (field != nullptr && (place.*field).empty()) place.*field = text_of(value);
      }
    }
    if (place.id.empty() && feature.contains("id")) place.id = text_of(feature["id"]);
    place.lon = text_of(coordinates[0]);
    place.lat = text_of(coordinates[1]);
    visit(place);
    context.progress.advance(number);
  }
  context.progress.end();
}

}  // namespace dateline::gazetteer::detail
