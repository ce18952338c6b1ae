#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/progress.hpp"
#include "claims/ledger.hpp"
#include "features/feature_tables.hpp"
#include "geo/tile_id.hpp"
#include "geo/tile_metadata.hpp"
#include "pipeline/data.hpp"
#include "pipeline/tile_layers.hpp"
#include "render/style_sources.hpp"

namespace dateline::pipeline {

enum class PyramidFormat { Png, Mvt };
/// At 16 a pixel is some two metres wide; the base map is good to a hundred, and readers enlarge the deepest tiles by themselves.
inline constexpr int deepest_pyramid_zoom = 16;

/// What a pyramid of tiles shows. Everything here may change the bytes of the tiles or of what is said about them.
struct PyramidOptions {
  PyramidFormat format = PyramidFormat::Png;
  int scale = 1;                          ///< PNG: 1 for 256 pixels a side, 2 for 512
  bool full_colour = false;               ///< PNG: 8 bits a channel instead of a palette
  int min_zoom = 0, max_zoom = 8;
  geo::Box bounds{-180, -85.0511287798066, 180, 85.0511287798066};   ///< may cross the date line
  std::string style = "light";            ///< a theme or the path of a style file
  std::string worldview = "un";
  std::string title;                      ///< empty: made from the events
  std::string attribution;                ///< of GIS files that the style names; our own data are always credited
  features::Extent extent = features::Extent::AsMapped;
  render::SourceReading::Databases databases = render::SourceReading::Databases::Refuse;   ///< that the style names
  // What follows changes nothing but the time that it takes.
  int threads = 0;                        ///< that read the layers; 0: one a processor
  std::shared_ptr<OpenBaseLayers> open_base;   ///< base maps that other pyramids have open; null: reads its own
};

/// A finished tile.
struct PyramidTile {
  geo::TileId id;
  std::shared_ptr<const std::string> bytes;
};

/// Makes the tiles of a pyramid block by block. Thread-safe.
class Pyramid {
 public:
  virtual ~Pyramid() = default;
  /// Reads the layers. `ledger` may be null: the base map alone. Throws InputError, UsageError.
  [[nodiscard]] static std::unique_ptr<const Pyramid> open(Data& data, const claims::Ledger* ledger, const PyramidOptions& options);

  /// name, attribution, bounds, layers, `job`.
  [[nodiscard]] const geo::TileMetadata& metadata() const noexcept { return metadata_; }
  /// Tiles are made in blocks of so many a side.
  [[nodiscard]] virtual std::uint32_t block_size() const noexcept = 0;
  /// The tiles of a block that have anything in them, vector tiles as gzip; also such as lie outside the bounds.
  [[nodiscard]] virtual std::vector<PyramidTile> make(const geo::TileBlock& block) const = 0;

 protected:
  geo::TileMetadata metadata_;
};

/// How a pyramid is written.
struct TileJobOptions {
  std::filesystem::path output;            ///< folder, .mbtiles, .pmtiles
  Overwrite overwrite = Overwrite::Refuse;
  bool restart = false;                    ///< throw away what an interrupted run has done
  int threads = 0;                         ///< 0: one a processor; never changes the result
  std::optional<geo::TileShard> shard;     ///< only this part of the blocks
};

struct TileJobResult {
  std::uint64_t tiles = 0;                 ///< in the archive
  std::uint64_t contents = 0;              ///< different ones among them
  std::uint64_t resumed = 0;               ///< tiles that an interrupted run had made
  bool complete_already = false;           ///< the same job had written the archive: nothing was done
};

/// Makes all tiles of a pyramid and writes the archive. Finished blocks are kept in OUTPUT.work until the archive is whole, so that the same call goes on
/// after the end of the process at any moment; the archive is the same then, byte for byte, as for any number of threads.
/// Throws OutputError for an archive that exists and is of another job; NothingToDraw; UsageError for more tiles than limits::max_tiles.
[[nodiscard]] TileJobResult make_tiles(const Pyramid& pyramid, const TileJobOptions& options, Progress& progress);

/// Throws OutputError or UsageError early, before the work, for a name that cannot become an archive whatever the job.
void check_tile_output(const std::filesystem::path& output);

/// TileJSON 3.0 of an archive whose tiles are served at `url`. Throws InputError.
[[nodiscard]] std::string archive_tile_json(const std::filesystem::path& archive, const std::string& url);

/// How many tiles the pyramid's zooms and bounds have.
[[nodiscard]] std::uint64_t count_tiles(const geo::TileMetadata& metadata) noexcept;

/// Puts archives together. The shards of one job become what one run would have written; other archives must have no tile in common.
/// Throws InputError for shards that are missing, doubled or of different jobs, and for archives that do not fit together.
[[nodiscard]] TileJobResult merge_tiles(const std::vector<std::string>& inputs, const TileJobOptions& options, Progress& progress);

}  // namespace dateline::pipeline
