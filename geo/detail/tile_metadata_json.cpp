#include "geo/detail/tile_metadata_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace dateline::geo {

namespace detail {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kVersion = "1.0.0";  // TileJSON and PMTiles want a semantic version of the tiles

Json box_json(const Box& box) { return Json::array({box.west, box.south, box.east, box.north}); }
Json center_json(const TileMetadata& m) { return Json::array({m.center.lon(), m.center.lat(), m.center_zoom}); }

Json layers_json(const TileMetadata& metadata) {
  auto layers = Json::array();
  for (const auto& layer : metadata.vector_layers) {
    auto fields = Json::object();
    for (const auto& [name, type] : layer.fields) fields[name] = type;
    layers.push_back({{"id", layer.id}, {"description", layer.description}, {"minzoom", layer.min_zoom}, {"maxzoom", layer.max_zoom}, {"fields", fields}});
  }
  return layers;
}

Json own_json(const TileMetadata& m) {
  Json own = {{"tile_size", m.tile_size}, {"minzoom", m.min_zoom}, {"maxzoom", m.max_zoom}, {"bounds", box_json(m.bounds)}, {"center", center_json(m)}};
  if (!m.document.empty()) own["document"] = m.document;
  if (!m.job.empty()) own["job"] = m.job;
  if (m.shard) own["shard"] = {{"index", m.shard->index}, {"count", m.shard->count}};
  return own;
}

// Metadata of strangers: what has another type than expected is passed over.
void take(const Json& object, const char* key, std::string& target) {
  if (const auto found = object.find(key); found != object.end() && found->is_string()) target = found->get<std::string>();
}
void take(const Json& object, const char* key, int& target, int low, int high) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return;
  target = static_cast<int>(std::clamp<std::int64_t>(found->get<std::int64_t>(), low, high));
}

bool take_numbers(const Json& object, const char* key, std::vector<double>& target, std::size_t count) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array() || found->size() != count) return false;
  target.clear();
  for (const auto& value : *found) {
    if (!value.is_number()) return false;
    target.push_back(value.get<double>());
  }
  return true;
}

constexpr int kDeepest = 24, kLargestTile = 4096, kMostShards = 1'000'000;

void take_place(const Json& object, TileMetadata& m) {
  std::vector<double> n;
  const auto degrees = [](double value, double most) { return value >= -most && value <= most; };
  if (take_numbers(object, "bounds", n, 4) && degrees(n[0], 180) && degrees(n[1], 90) && degrees(n[2], 180) && degrees(n[3], 90) && n[1] <= n[3]) m.bounds = {n[0], n[1], n[2], n[3]};
  if (take_numbers(object, "center", n, 3)) {
    if (const auto center = LonLat::make(Lon(n[0]), Lat(n[1]))) m.center = *center;
    m.center_zoom = static_cast<int>(std::clamp(n[2], 0.0, double{kDeepest}));
  }
  take(object, "minzoom", m.min_zoom, 0, kDeepest);
  take(object, "maxzoom", m.max_zoom, 0, kDeepest);
}

void take_layers(const Json& object, TileMetadata& m) {
  const auto layers = object.find("vector_layers");
  if (layers == object.end() || !layers->is_array()) return;
  m.vector_layers.clear();
  for (const auto& entry : *layers) {
    if (!entry.is_object()) continue;
    VectorLayerInfo layer;
    take(entry, "id", layer.id);
    take(entry, "description", layer.description);
    take(entry, "minzoom", layer.min_zoom, 0, kDeepest);
    take(entry, "maxzoom", layer.max_zoom, 0, kDeepest);
    if (const auto fields = entry.find("fields"); fields != entry.end() && fields->is_object()) {
      for (const auto& [name, type] : fields->items()) {
        if (type.is_string()) layer.fields.emplace_back(name, type.get<std::string>());
      }
    }
    if (!layer.id.empty()) m.vector_layers.push_back(std::move(layer));
  }
}

void take_own(const Json& own, TileMetadata& m) {
  take(own, "tile_size", m.tile_size, 1, kLargestTile);
  take_place(own, m);
  take(own, "document", m.document);
  take(own, "job", m.job);
  if (const auto shard = own.find("shard"); shard != own.end() && shard->is_object()) {
    TileShard part;
    take(*shard, "count", part.count, 1, kMostShards);
    take(*shard, "index", part.index, 1, part.count);
    m.shard = part;
  }
}

Json parse_object(std::string_view text) {
  auto json = Json::parse(text, nullptr, false);
  if (!json.is_object()) throw InputError("its metadata is not a JSON object", "the file is damaged, or no archive of tiles; fetch or make it again");
  return json;
}

// Invalid UTF-8 (of a stranger's name) must not stop the writing.
std::string text_of(const Json& json, int indent = -1) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Box plain_bounds(const TileMetadata& m) noexcept {
  return m.bounds.crosses_date_line() ? Box{-180, m.bounds.south, 180, m.bounds.north} : m.bounds;
}

std::string write_metadata(const TileMetadata& m, MetadataForm form) {
  Json json = {{"name", m.name}, {"description", m.description}, {"attribution", m.attribution}, {"version", kVersion}, {"type", "baselayer"}, {"generator", "Dateline"}};
  if (form == MetadataForm::Folder) {
    json["format"] = m.format;
    json["bounds"] = box_json(plain_bounds(m));
    json["center"] = center_json(m);
    json["minzoom"] = m.min_zoom;
    json["maxzoom"] = m.max_zoom;
  }
  if (m.format == "mvt") json["vector_layers"] = layers_json(m);
  json["dateline"] = own_json(m);
  return text_of(json, form == MetadataForm::Folder ? 2 : -1);
}

void read_metadata(std::string_view text, TileMetadata& m) {
  const Json json = parse_object(text);
  take(json, "name", m.name);
  take(json, "description", m.description);
  take(json, "attribution", m.attribution);
  take(json, "format", m.format);
  take_place(json, m);
  take_layers(json, m);
  if (const auto own = json.find("dateline"); own != json.end() && own->is_object()) take_own(*own, m);
}

std::string write_vector_layers(const TileMetadata& m) { return text_of(Json{{"vector_layers", layers_json(m)}}); }
std::string write_own_part(const TileMetadata& m) { return text_of(own_json(m)); }
void read_own_part(std::string_view json, TileMetadata& m) { take_own(parse_object(json), m); }

}  // namespace detail

std::string tile_json(const TileMetadata& m, const std::string& url) {
  detail::Json json = {{"tilejson", "3.0.0"}, {"tiles", detail::Json::array({url})}};
  if (m.format == "mvt") json["vector_layers"] = detail::layers_json(m);
  json["name"] = m.name;
  json["description"] = m.description;
  json["attribution"] = m.attribution;
  json["version"] = detail::kVersion;
  json["scheme"] = "xyz";
  json["format"] = m.format == "mvt" ? "pbf" : m.format;
  json["minzoom"] = m.min_zoom;
  json["maxzoom"] = m.max_zoom;
  json["bounds"] = detail::box_json(detail::plain_bounds(m));
  json["center"] = detail::center_json(m);
  json["tile_size"] = m.tile_size;
  return detail::text_of(json, 2) + "\n";
}

}  // namespace dateline::geo
