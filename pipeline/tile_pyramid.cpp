#include <algorithm>
#include <set>

#include "article/hash.hpp"
#include "base/error.hpp"
#include "claims/ledger_json.hpp"
#include "pipeline/detail/base_layers.hpp"
#include "pipeline/detail/pyramids.hpp"
#include "pipeline/detail/tile_job_id.hpp"
#include "pipeline/scene.hpp"
#include "pipeline/tile_job.hpp"
#include "pipeline/tile_layers.hpp"

namespace dateline::pipeline {

namespace {

using geo::TileLayer;
using geo::TileMetadata;

constexpr std::size_t kDocumentIdDigits = 12;   // as on the drawn map

/// The title of the map; beyond some hundred events no title says what they have in common, and making one takes long.
std::string title_of(Data& data, const claims::Ledger* ledger, const PyramidOptions& options) {
  if (!options.title.empty()) return options.title;
  if (ledger == nullptr) return "Dateline base map";
  constexpr std::size_t kMostEvents = 1000;
  if (ledger->events.size() > kMostEvents) return "Dateline map";
  try {
    SceneOptions scene;
    scene.worldview = options.worldview;
    return make_scene(data, *ledger, scene).scene.title;
  } catch (const NothingToDraw&) {
    return "Dateline map";
  }
}

geo::Box intersection(const geo::Box& a, const geo::Box& b) {
  geo::Box out{std::max(a.west, b.west), std::max(a.south, b.south), std::min(a.east, b.east), std::min(a.north, b.north)};
  return out.west < out.east && out.south < out.north ? out : a;
}

/// Where a viewer begins: at the events if there are any within the bounds, else in the middle.
void set_center(TileMetadata& m, const std::vector<TileLayer>& events) {
  detail::MarkExtent marks;
  for (const auto& layer : events) {
    if (layer.data.name != "sites" && layer.data.name != "areas") continue;
    for (const auto& feature : layer.data.features) marks.add(layer.data, feature);
  }
  geo::Box view = m.bounds;
  if (const auto extent = marks.box(); extent && geo::intersects(*extent, m.bounds)) {
    view = extent->crosses_date_line() || m.bounds.crosses_date_line() ? *extent : intersection(m.bounds, *extent);
  }
  // Formats that know no box over the date line have it end there: the centre must not lie on the edge.
  m.center = view.center();
  if (!m.bounds.contains(m.center)) m.center = m.bounds.center();
  constexpr int kTilesAcross = 3;
  m.center_zoom = m.max_zoom;
  while (m.center_zoom > m.min_zoom) {
    const auto range = geo::tile_range(view, m.center_zoom);
    const std::uint64_t columns = geo::tile_range({view.west, view.center().lat(), view.east, view.center().lat()}, m.center_zoom).count();
    if (columns <= kTilesAcross && range.count() <= std::uint64_t{kTilesAcross} * kTilesAcross) break;
    --m.center_zoom;
  }
}

void refuse_equal_names(const geo::TileLayers& own, const geo::TileLayers& files) {
  std::set<std::string> names;
  for (const auto& layer : own) names.insert(layer.data.name);
  for (const auto& layer : files) {
    if (names.contains(layer.data.name)) {
      throw InputError("the style's source \"" + layer.source + "\" has a layer \"" + layer.data.name + "\", which is also one of ours", "give the layer of the file another name");
    }
  }
}

}  // namespace

std::unique_ptr<const Pyramid> Pyramid::open(Data& data, const claims::Ledger* ledger, const PyramidOptions& options) {
  const bool vector = options.format == PyramidFormat::Mvt;
  const auto style = styles::load_style(options.style, data.folder());
  TileScope scope;
  scope.min_zoom = options.min_zoom;
  scope.max_zoom = options.max_zoom;
  scope.tile_pixels = vector ? 512 : 256;
  scope.worldview = options.worldview;
  scope.threads = options.threads;

  TileMetadata metadata;
  metadata.format = vector ? "mvt" : "png";
  metadata.tile_size = vector ? 512 : 256 * options.scale;
  metadata.bounds = options.bounds;
  metadata.min_zoom = options.min_zoom;
  metadata.max_zoom = options.max_zoom;
  metadata.name = title_of(data, ledger, options);

  geo::TileLayers layers;
  std::vector<TileLayer> events;
  if (ledger != nullptr) {
    events = ledger_layers(data, *ledger, options.extent, scope);
    if (std::all_of(events.begin(), events.end(), [](const TileLayer& layer) { return layer.data.features.empty(); })) throw NothingToDraw("no event has a place on the map", "`dateline claims` shows what was read; --basemap-only makes tiles of the base map");
    metadata.document = article::sha256_hex(claims::to_json(*ledger)).substr(0, kDocumentIdDigits);
    metadata.description = "Reports, not independently verified. ";
  }
  const bool own = vector || ledger != nullptr || uses_own_layers(style);
  if (own) {
    layers = without_named_sites(options.open_base ? options.open_base->get(data, scope) : geo::TileLayers(base_layers(data, scope)), events);
    metadata.description += "Borders: view of the world \"" + data.base_map(options.worldview).worldview() + "\", dashed where views differ; they imply no position.";
    metadata.attribution = data.base_map(options.worldview).credits() + " " + data.store().info().credits_short;
  }
  set_center(metadata, events);
  layers.add(std::move(events));
  const geo::TileLayers files = render::read_style_sources(style, {options.min_zoom, options.max_zoom, options.threads, options.databases});
  refuse_equal_names(layers, files);
  layers.add(files);
  if (!options.attribution.empty()) metadata.attribution += (metadata.attribution.empty() ? "" : " ") + options.attribution;
  metadata.job = detail::job_id(metadata, options, style, layers);
  return vector ? detail::open_vector_pyramid(std::move(metadata), std::move(layers)) : detail::open_raster_pyramid(std::move(metadata), std::move(layers), style, options);
}

}  // namespace dateline::pipeline
