#include "pipeline/served_map.hpp"

#include <algorithm>
#include <utility>

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
    options.worldview = options_.scene.worldview;
    options.title = options_.scene.title;
    options.extent = options_.scene.transfers == Transfers::Draw ? features::Extent::Transfers : features::Extent::AsMapped;
    return options;
  }

  /// `whole`: opened now, because its metadata are those of all sets; the others when somebody asks for them.
  std::shared_ptr<const TileSource> pyramid_source(const claims::Ledger* ledger, const PyramidOptions& options, std::shared_ptr<const Pyramid> opened, geo::TileMetadata metadata) const {
    PyramidSourceOptions source;
    source.open = [&data = data_, ledger, options](int scale) {
      auto sized = options;
      sized.scale = scale;
      return Pyramid::open(data, ledger, sized);
    };
    source.info.max_scale = options.format == PyramidFormat::Png ? 2 : 1;
    // The style's name is not in the job of the set that lends its metadata.
    source.info.identity = metadata.job + " " + metadata.name + " " + options.style;
    source.info.metadata = std::move(metadata);
    source.opened = std::move(opened);
    return make_pyramid_source(std::move(source));
  }

  void add_live_sets() {
    const auto pictures = pyramid_options(options_.style, PyramidFormat::Png), vectors = pyramid_options(options_.style, PyramidFormat::Mvt);
    const std::shared_ptr<const Pyramid> tiles = Pyramid::open(data_, ledger_, pictures), vector = Pyramid::open(data_, ledger_, vectors);
    content_.sets.push_back({"tiles", pyramid_source(ledger_, pictures, tiles, tiles->metadata())});
    std::string below = "tiles";
    if (ledger_ != nullptr) {
      below = "base";
      auto metadata = tiles->metadata();
      metadata.name = "Base map";
      content_.sets.push_back({"base", pyramid_source(nullptr, pictures, nullptr, metadata)});
    }
    std::string dark;
    if (options_.style == "light") {
      dark = "dark";
      auto metadata = tiles->metadata();
      metadata.name = "Base map, dark";
      content_.sets.push_back({"dark", pyramid_source(nullptr, pyramid_options("dark", PyramidFormat::Png), nullptr, metadata)});
    }
    auto metadata = vector->metadata();
    metadata.name += " (vector)";
    content_.sets.push_back({"vector", pyramid_source(ledger_, vectors, vector, metadata)});
    layers_.insert(layers_.begin(), {below, dark, "Map"});
    if (ledger_ == nullptr) title_ = tiles->metadata().name, credits_ = tiles->metadata().attribution;
    // Fonts are the reader's: QGIS takes those of its system, MapLibre needs an address of its own for them.
    styles::StyleAddresses addresses;
    addresses.tiles = "{base}/vector.json";
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

  Data& data_;
  const claims::Ledger* ledger_;
  const ServedMapOptions& options_;
  ServerContent content_;
  std::vector<PreviewLayer> layers_;
  std::string title_, credits_, archive_path_;
};

}  // namespace

ServerContent make_served_map(Data& data, const claims::Ledger* ledger, const ServedMapOptions& options) { return ServedMap(data, ledger, options).make(); }

}  // namespace dateline::pipeline
