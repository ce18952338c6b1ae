#include "pipeline/detail/tile_job_id.hpp"

#include "article/hash.hpp"
#include "base/parallel.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Collects values as bytes, each with its length, so that no two lists of values give the same bytes. Long ones are hashed on the way.
class Fingerprint {
 public:
  void add(std::string_view text) {
    number(text.size());
    put(text);
  }
  void number(std::uint64_t value) { put({reinterpret_cast<const char*>(&value), sizeof value}); }
  void real(double value) { put({reinterpret_cast<const char*>(&value), sizeof value}); }
  void place(geo::LonLat p) {
    real(p.lon());
    real(p.lat());
  }
  [[nodiscard]] std::string digits() const { return article::sha256_hex(bytes_); }

 private:
  void put(std::string_view bytes) {
    constexpr std::size_t kMost = 4U << 20U;
    if (bytes_.size() > kMost) bytes_ = article::sha256_hex(bytes_);
    bytes_.append(bytes);
  }
  std::string bytes_;
};

struct GeometryWriter {
  Fingerprint& out;
  void line(const geo::LineString& points) const {
    out.number(points.size());
    for (const auto& p : points) out.place(p);
  }
  void operator()(std::monostate) const {}
  void operator()(geo::LonLat p) const { out.place(p); }
  void operator()(const std::vector<geo::LonLat>& points) const { line(points); }
  void operator()(const std::vector<geo::LineString>& lines) const {
    out.number(lines.size());
    for (const auto& points : lines) line(points);
  }
  void operator()(const geo::MultiPolygon& area) const {
    out.number(area.size());
    for (const auto& polygon : area) {
      line(polygon.outer);
      out.number(polygon.holes.size());
      for (const auto& hole : polygon.holes) line(hole);
    }
  }
  void operator()(const geo::SharedArea& area) const { (*this)(*area); }
};

struct ValueWriter {
  Fingerprint& out;
  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { out.add(text); }
  void operator()(std::int64_t value) const { out.number(static_cast<std::uint64_t>(value)); }
  void operator()(double value) const { out.real(value); }
  void operator()(const CivilDate& date) const { out.add(date.to_string()); }
  void operator()(bool value) const { out.number(value ? 1 : 0); }
};

std::string digest_of(const geo::TileLayer& layer) {
  Fingerprint out;
  out.add(layer.source);
  out.add(layer.data.name);
  out.number(static_cast<std::uint64_t>(layer.min_zoom));
  out.number(static_cast<std::uint64_t>(layer.max_zoom));
  for (const auto& field : layer.data.fields) out.add(field.name);
  out.number(layer.data.features.size());
  for (const auto& feature : layer.data.features) {
    out.number(feature.geometry.index());
    std::visit(GeometryWriter{out}, feature.geometry);
    for (const auto& value : feature.values) {
      out.number(value.index());
      std::visit(ValueWriter{out}, value);
    }
  }
  return out.digits();
}

}  // namespace

std::string job_id(const geo::TileMetadata& metadata, const PyramidOptions& options, const styles::Style& style, const geo::TileLayers& layers) {
  Fingerprint out;
  constexpr std::uint64_t kForm = 2;   // to be raised when the same layers give other tiles
  out.number(kForm);
  for (const auto* text : {&metadata.name, &metadata.description, &metadata.attribution, &metadata.format, &metadata.document}) out.add(*text);
  for (const double edge : {metadata.bounds.west, metadata.bounds.south, metadata.bounds.east, metadata.bounds.north}) out.real(edge);
  for (const int number : {metadata.min_zoom, metadata.max_zoom, metadata.tile_size, options.full_colour ? 1 : 0}) out.number(static_cast<std::uint64_t>(number));
  if (options.format == PyramidFormat::Png) out.add(styles::write_style(style));
  std::vector<std::string> digests(layers.size());
  for_each_index(layers.size(), options.threads, [&](std::size_t i) { digests[i] = digest_of(layers[i]); });
  for (const std::string& digest : digests) out.add(digest);
  return out.digits();
}

}  // namespace dateline::pipeline::detail
