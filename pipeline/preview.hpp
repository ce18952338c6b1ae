#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/scene.hpp"
#include "pipeline/tile_server.hpp"

namespace dateline::pipeline {

/// A set of raster tiles that the page may show below the marks.
struct PreviewLayer {
  std::string set;                ///< name of its addresses
  std::string dark_set;           ///< for dark screens; empty: the same
  std::string title;              ///< "Map", "archive.pmtiles"
};

struct PreviewOptions {
  SceneOptions scene;
  std::string style = "light";    ///< theme or file whose colours the marks have
  std::string dark_style;         ///< on dark screens; empty: the same
  std::string title;              ///< without a ledger
  std::string credits;            ///< without a ledger: whose data the tiles are
  std::vector<PreviewLayer> layers;             ///< the first is shown at first
  std::vector<const NamedTileSet*> sets;        ///< all, for the list of addresses
  std::string archive_path;       ///< "/map.pmtiles" if a file is served whole
};

/// The preview page and what it needs: a map of the marks over the tiles, the notes with their quotes, the stories, a choice of days. It works with the
/// keyboard, and without its script as a text. `ledger` may be null: then it shows the tiles only. Only the server's own pages may read what is from the
/// ledger. Throws NothingToDraw for a ledger without any event on the map, InputError for missing files of the page.
[[nodiscard]] std::vector<ServedDocument> preview_documents(Data& data, const claims::Ledger* ledger, const PreviewOptions& options);

}  // namespace dateline::pipeline
