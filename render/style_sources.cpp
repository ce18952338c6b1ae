#include "render/style_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "geo/vector_reader.hpp"

namespace dateline::render {

namespace {

using NamedSource = std::pair<const std::string, styles::Source>;

bool is_used(const styles::Style& style, const std::string& source) {
  return std::any_of(style.layers.begin(), style.layers.end(), [&](const styles::Layer& layer) { return layer.source == source; });
}

std::vector<geo::VectorLayer> read(const NamedSource& entry, SourceReading::Databases databases) {
  const auto& [name, source] = entry;
  geo::VectorReadOptions options;
  options.layer = source.layer;
  options.most_features = limits::max_source_features;
  if (!geo::is_database(source.path)) return geo::read_vector_file(source.path, options);
  if (databases == SourceReading::Databases::Refuse) {
    throw InputError("the style's source \"" + name + "\" is a database", "--databases lets a style that you trust read from databases");
  }
  try {
    return geo::read_database(source.path, options);
  } catch (InputError& error) {
    error.set_file("source \"" + name + "\"");
    throw;
  }
}

/// How long reading takes, for a guess: the largest files are begun first. A database answers from elsewhere.
std::uintmax_t weight(const NamedSource& entry) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(entry.second.path, error);
  return error ? static_cast<std::uintmax_t>(-1) : size;
}

}  // namespace

std::vector<geo::TileLayer> read_style_sources(const styles::Style& style, const SourceReading& reading) {
  std::vector<const NamedSource*> sources;
  for (const auto& entry : style.sources) {
    const styles::Source& source = entry.second;
    if (source.ogr && is_used(style, entry.first) && source.max_zoom >= reading.min_zoom && source.min_zoom <= reading.max_zoom) sources.push_back(&entry);
  }
  std::vector<std::size_t> order(sources.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weight(*sources[a]) > weight(*sources[b]); });
  std::vector<std::vector<geo::VectorLayer>> read_layers(sources.size());
  for_each_index(order.size(), reading.threads, [&](std::size_t i) { read_layers[order[i]] = read(*sources[order[i]], reading.databases); });
  std::vector<geo::TileLayer> layers;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& [name, source] = *sources[i];
    for (geo::VectorLayer& data : read_layers[i]) {
      // A style that names no layer means the only one; the vector tile calls it as the exported style does.
      if (source.layer.empty()) data.name = name;
      layers.push_back({name, std::move(data), source.min_zoom, source.max_zoom});
    }
  }
  return layers;
}

}  // namespace dateline::render
