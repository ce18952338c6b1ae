#include "geo/geopackage_writer.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "geo/detail/draft_file.hpp"
#include "geo/detail/fits_layer.hpp"
#include "geo/detail/package_extras.hpp"
#include "geo/detail/package_index.hpp"
#include "geo/detail/package_schema.hpp"
#include "geo/detail/wkb.hpp"

namespace dateline::geo {

namespace {

/// The date of the contents: it comes from the caller's clock or not at all.
std::string fixed_time() {
  std::time_t seconds = 0;
  if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) seconds = static_cast<std::time_t>(std::strtoll(given, nullptr, 10));
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[40];
  return std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &utc) > 0 ? text : "1970-01-01T00:00:00.000Z";
}

/// A geometry as a GeoPackage holds it (2.1.3 of the standard): "GP", version, flags, reference system; all but points with their extent.
std::string package_blob(const detail::Wkb& geometry, bool is_point) {
  std::string blob = {'G', 'P', '\0', is_point ? '\1' : '\3'};
  const auto append = [&blob](auto number) { blob.append(reinterpret_cast<const char*>(&number), sizeof number); };
  append(std::int32_t{4326});
  const auto& e = *geometry.extent;
  if (!is_point) {
    for (const double side : {e.min_x, e.max_x, e.min_y, e.max_y}) append(side);
  }
  return blob += geometry.bytes;
}

/// The text or number of a field stays with the feature until the row is written.
void bind(sqlite3_stmt* row, int slot, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) sqlite3_bind_text64(row, slot, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  else if (const auto* integer = std::get_if<std::int64_t>(&value)) sqlite3_bind_int64(row, slot, *integer);
  else if (const auto* real = std::get_if<double>(&value)) sqlite3_bind_double(row, slot, *real);
  else if (const auto* truth = std::get_if<bool>(&value)) sqlite3_bind_int(row, slot, *truth ? 1 : 0);
  else if (const auto* date = std::get_if<CivilDate>(&value)) {
    const std::string day = date->to_string();
    sqlite3_bind_text64(row, slot, day.data(), day.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } else sqlite3_bind_null(row, slot);
}

/// A layer whose rows are coming in.
struct OpenLayer {
  VectorLayer shape;          ///< without its features
  detail::Statement insert;
  std::int64_t rows = 0;
  std::vector<detail::IndexedRow> index;
  std::unordered_map<const MultiPolygon*, std::int64_t> area_keys;  ///< of shared areas; only asked, never walked
  std::vector<SharedArea> areas;                                    ///< keeps them where they are
  const OpenLayer* areas_from = nullptr;
};

}  // namespace

class GeoPackageWriter::Work {
 public:
  Work(std::filesystem::path target, Overwrite overwrite) : draft_(std::move(target), overwrite), database_(draft_.path(), detail::package_pragmas) {
    detail::make_package_tables(database_);
  }

  std::size_t add_layer(const VectorLayer& layer) {
    auto open = std::make_unique<OpenLayer>();
    open->shape = {layer.name, layer.kind, layer.fields, {}, layer.id_column, layer.areas_from};
    if (!layer.areas_from.empty()) open->areas_from = &find(layer.areas_from);
    detail::make_layer_table(database_, open->shape);
    open->insert = database_.prepare(detail::insert_statement(open->shape));
    layers_.push_back(std::move(open));
    return layers_.size() - 1;
  }

  void add(std::size_t number, const Feature& feature) {
    OpenLayer& layer = *layers_.at(number);
    detail::check_fits(feature, layer.shape);
    sqlite3_stmt* row = layer.insert.get();
    const std::int64_t id = ++layer.rows;
    int slot = 1;
    sqlite3_bind_int64(row, slot++, id);
    std::string blob;  // must live until the row is written
    if (layer.areas_from != nullptr) {
      bind_area(layer, feature, row, slot++);
    } else if (layer.shape.kind != GeometryKind::None) {
      const auto geometry = detail::to_wkb(feature.geometry);
      if (geometry.extent) {
        blob = package_blob(geometry, std::holds_alternative<LonLat>(feature.geometry));
        layer.index.push_back({id, *geometry.extent});
      }
      if (blob.empty()) sqlite3_bind_null(row, slot++);
      else sqlite3_bind_blob64(row, slot++, blob.data(), blob.size(), SQLITE_STATIC);
      keep_area(layer, feature);
    }
    for (const FieldValue& value : feature.values) bind(row, slot++, value);
    database_.step(layer.insert);
  }

  void finish(const GeoPackageExtras& extras) {
    const std::string time = fixed_time();
    for (const auto& layer : layers_) {
      layer->insert.reset();
      if (layer->areas_from != nullptr) detail::make_view(database_, layer->shape, layer->areas_from->shape);
      if (layer->shape.kind != GeometryKind::None) detail::make_index(database_, detail::index_name(layer->shape), layer->index);
    }
    for (const OpenLayer* layer : in_order(extras.order)) {
      detail::LayerFacts facts{static_cast<std::size_t>(layer->rows), std::nullopt, time};
      for (const auto& row : layer->index) {
        if (!facts.extent) facts.extent = row.extent;
        facts.extent->add(row.extent);
      }
      detail::register_layer(database_, layer->shape, facts);
    }
    detail::write_extras(database_, extras, time);
    database_.close();
    draft_.put_in_place();
  }

 private:
  OpenLayer& find(const std::string& name) {
    const auto found = std::find_if(layers_.begin(), layers_.end(), [&name](const auto& layer) { return layer->shape.name == name; });
    if (found == layers_.end()) throw std::logic_error("areas are to come from layer " + name + ", which is not there");
    return **found;
  }

  static void keep_area(OpenLayer& layer, const Feature& feature) {
    const auto* shared = std::get_if<SharedArea>(&feature.geometry);
    if (shared == nullptr) return;
    layer.area_keys.emplace(shared->get(), layer.rows);
    layer.areas.push_back(*shared);
  }

  /// The key of the row's area in the layer that has it; the extent is that area's.
  static void bind_area(OpenLayer& layer, const Feature& feature, sqlite3_stmt* row, int slot) {
    const auto& from = *layer.areas_from;
    const auto key = from.area_keys.find(areas_of(feature.geometry));
    if (key == from.area_keys.end()) throw std::logic_error("a feature's area is not in the layer that it is to come from");
    sqlite3_bind_int64(row, slot, key->second);
    const auto box = std::lower_bound(from.index.begin(), from.index.end(), key->second, [](const detail::IndexedRow& r, std::int64_t id) { return r.id < id; });
    if (box != from.index.end() && box->id == key->second) layer.index.push_back({layer.rows, box->extent});
  }

  [[nodiscard]] std::vector<const OpenLayer*> in_order(const std::vector<std::string>& names) const {
    std::vector<const OpenLayer*> ordered;
    for (const auto& layer : layers_) ordered.push_back(layer.get());
    const auto place = [&names](const OpenLayer* layer) { return std::find(names.begin(), names.end(), layer->shape.name) - names.begin(); };
    std::stable_sort(ordered.begin(), ordered.end(), [&place](const OpenLayer* a, const OpenLayer* b) { return place(a) < place(b); });
    return ordered;
  }

  detail::DraftFile draft_;
  detail::NewDatabase database_;
  std::vector<std::unique_ptr<OpenLayer>> layers_;  ///< their statements end before the database
};

GeoPackageWriter::GeoPackageWriter(std::filesystem::path target, Overwrite overwrite) : work_(std::make_unique<Work>(std::move(target), overwrite)) {}
GeoPackageWriter::~GeoPackageWriter() = default;

std::size_t GeoPackageWriter::add_layer(const VectorLayer& layer) {
  const std::size_t number = work_->add_layer(layer);
  for (const Feature& feature : layer.features) work_->add(number, feature);
  return number;
}

void GeoPackageWriter::add(std::size_t layer, const Feature& feature) { work_->add(layer, feature); }
void GeoPackageWriter::finish(const GeoPackageExtras& extras) { work_->finish(extras); }

}  // namespace dateline::geo
