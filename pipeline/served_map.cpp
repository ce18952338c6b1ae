#include "pipeline/served_map.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/glyph_source.hpp"
#include "pipeline/preview.hpp"
#include "pipeline/style_file.hpp"
#include "pipeline/tile_job.hpp"
#include "pipeline/tile_sources.hpp"

namespace dateline::pipeline {

namespace {

constexpr const char* kArchivePath = "/map.pmtiles";

class ServedMap {
 public:
  ServedMap(Data& data, const claims::Ledger* ledger, const ServedMapOptions& options) : data_(data), ledger_(ledger), options_(options) {}

  ServerContent make() {
    if (!options_.archive.empty()) add_archive();
    if (ledger_ != nullptr || options_.archive.empty()) add_live_sets();
    add_page();
    return std::move(content_);
  }

 private:
  void add_archive() {
    auto source = open_archive_source(options_.archive);
    const std::string name = ledger_ == nullptr ? "tiles" : "archive";
    const auto& metadata = source->info().metadata;
    if (ledger_ == nullptr) title_ = metadata.name, credits_ = metadata.attribution;
    layers_.push_back({name, "", options_.archive.filename().string()});
    content_.sets.push_back({name, std::move(source)});
    if (options_.archive.extension() == ".pmtiles") {
      content_.files.push_back({kArchivePath, "application/vnd.pmtiles", options_.archive});
      archive_path_ = kArchivePath;
    }
  }

  PyramidOptions pyramid_options(const std::string& style, PyramidFormat format) const {
    PyramidOptions options;
    options.format = format;
    options.max_zoom = options_.max_zoom;
    options.style = style;
    options.databases = options_.databases;
    options.open_base = open_base_;
    options.worldview = options_.scene.worldview;
    options.title = options_.scene.title;
    options.extent = options_.scene.transfers == Transfers::Draw ? features::Extent::Transfers : features::Extent::AsMapped;
    return options;
  }

  /// What is said of the tiles, from a pyramid that is opened for this only, and only as deep as every layer begins.
  geo::TileMetadata describe(PyramidOptions options) const {
    constexpr int all_layers = 4;
    options.max_zoom = std::min(options.max_zoom, all_layers);
    auto metadata = Pyramid::open(data_, ledger_, options)->metadata();
    for (auto& layer : metadata.vector_layers) {
      if (layer.max_zoom == metadata.max_zoom) layer.max_zoom = options_.max_zoom;
    }
    metadata.max_zoom = options_.max_zoom;
    return metadata;
  }

  void add_live_set(const std::string& name, const std::string& title, const claims::Ledger* ledger, const PyramidOptions& options, geo::TileMetadata metadata) {
    PyramidSourceOptions source;
    source.pool = pool_;
    source.name = name;
    source.open = [&data = data_, ledger, options](int scale, int max_zoom) {
      auto sized = options;
      sized.scale = scale;
      sized.max_zoom = max_zoom;
      return Pyramid::open(data, ledger, sized);
    };
    metadata.format = options.format == PyramidFormat::Png ? "png" : "mvt";
    if (options.format == PyramidFormat::Png) {
      metadata.tile_size = 256;
      metadata.vector_layers.clear();
    }
    // The job is that of the few zooms that were read to describe the tiles; what is not in it are deeper data and the other styles.
    source.info.identity = metadata.job + " " + name + " " + std::to_string(options.max_zoom) + " " + export_style(data_, options.style, {}) + data_stamp();
    if (!title.empty()) metadata.name = title;
    source.info.max_scale = options.format == PyramidFormat::Png ? 2 : 1;
    source.info.metadata = std::move(metadata);
    content_.sets.push_back({name, make_pyramid_source(std::move(source))});
  }

  /// Another one after each change of the base map or the place store.
  std::string data_stamp() const {
    std::string stamp;
    std::error_code ignored;
    for (const char* name : {"basemap.dbm", "coast.dbm", "water.dbm", "places.dgz"}) {
      const auto path = data_.folder() / name;
      stamp += " " + std::to_string(std::filesystem::file_size(path, ignored)) + "." + std::to_string(std::filesystem::last_write_time(path, ignored).time_since_epoch().count());
    }
    return stamp + " " + data_.store().info().credits_short;
  }

  void add_live_sets() {
    const auto pictures = pyramid_options(options_.style, PyramidFormat::Png), vectors = pyramid_options(options_.style, PyramidFormat::Mvt);
    const auto metadata = describe(vectors);
    if (ledger_ == nullptr) title_ = metadata.name, credits_ = metadata.attribution;
    add_live_set("tiles", "", ledger_, pictures, metadata);
    if (ledger_ != nullptr) add_live_set("base", "Base map", nullptr, pictures, metadata);
    std::string dark;
    if (options_.style == "light") {
      dark = "dark";
      add_live_set(dark, "Base map, dark", nullptr, pyramid_options(dark, PyramidFormat::Png), metadata);
    }
    add_live_set("vector", "Vector tiles", ledger_, vectors, metadata);
    layers_.insert(layers_.begin(), {ledger_ != nullptr ? "base" : "tiles", dark, "Map"});
    // QGIS takes the fonts of its system, MapLibre asks for letters.
    const styles::StyleAddresses addresses{"{base}/vector.json", "{base}/glyphs/{fontstack}/{range}.pbf"};
    content_.glyphs = make_glyph_source(styles::load_style(options_.style, data_.folder()));
    content_.documents.push_back({"/style.json", "application/json", export_style(data_, options_.style, addresses), ServedDocument::Readers::Everyone, true, ""});
  }

  void add_page() {
    PreviewOptions preview;
    preview.scene = options_.scene;
    preview.style = options_.style;
    if (options_.style == "light") preview.dark_style = "dark";
    preview.title = title_;
    preview.credits = credits_;
    preview.layers = layers_;
    for (const auto& set : content_.sets) preview.sets.push_back(&set);
    preview.archive_path = archive_path_;
    for (auto& document : preview_documents(data_, ledger_, preview)) content_.documents.push_back(std::move(document));
  }

  static constexpr std::size_t kOpenPyramids = 3;

  Data& data_;
  const claims::Ledger* ledger_;
  const ServedMapOptions& options_;
  std::shared_ptr<OpenBaseLayers> open_base_ = std::make_shared<OpenBaseLayers>();
  std::shared_ptr<detail::PyramidPool> pool_ = make_pyramid_pool(kOpenPyramids);
  ServerContent content_;
  std::vector<PreviewLayer> layers_;
  std::string title_, credits_, archive_path_;
};

}  // namespace

ServerContent make_served_map(Data& data, const claims::Ledger* ledger, const ServedMapOptions& options) { return ServedMap(data, ledger, options).make(); }

}  // namespace dateline::pipeline
