#pragma once

#include <cstddef>

/// Every limit on outside input, with the accident or attack it stops. Nowhere else.
namespace dateline::limits {

/// One story. The longest news features have some 150 kB; ten times that in markup. A 200 MB log given by mistake
/// must be refused at once instead of filling memory.
inline constexpr std::size_t max_article_bytes = 8U << 20U;
/// One line of a JSON Lines stream: an article plus its escapes.
inline constexpr std::size_t max_json_line_bytes = 4 * max_article_bytes;
/// Stories in one run that keeps them all (map, extract to a ledger); streams have no such limit.
inline constexpr std::size_t max_articles = 20'000;
/// A ledger of 50,000 claims is about 150 MB; more is a mistake or an attack on memory.
inline constexpr std::size_t max_ledger_bytes = 512U << 20U;
/// Sidecar metadata, pins, styles: written by hand, never large.
inline constexpr std::size_t max_config_bytes = 1U << 20U;
/// Trained weights: the shipped file has under 1.5 MB.
inline constexpr std::size_t max_weights_bytes = 16U << 20U;
/// One row of an imported table of places. The longest of GeoNames, with all its alternate names, has some 20 kB; a binary file
/// without line breaks must not fill memory.
inline constexpr std::size_t max_import_line_bytes = 1U << 20U;
/// A user's own places as GeoJSON, which is read as a whole: some 500,000 points. More goes through CSV, which is streamed.
inline constexpr std::size_t max_geojson_bytes = 256U << 20U;
/// Nesting of JSON: a ledger has 7 levels; deep nesting exhausts the stack of a recursive reader.
inline constexpr int max_json_depth = 64;
/// Nesting of HTML elements, for the same reason.
inline constexpr int max_html_depth = 256;
/// One token. Longer runs of letters (base64, minified script) are not words and cost quadratic look-ups.
inline constexpr std::size_t max_word_bytes = 256;
/// Tokens of one sentence that the clause patterns look at; longer ones are lists or damaged text.
inline constexpr std::size_t max_sentence_tokens = 400;
/// Cells read from a raster of heights at once: 64 MB. A whole continent at 30 m has a thousand times as many and is read coarser.
inline constexpr std::size_t max_relief_cells = 16U << 20U;
/// Output pictures: 20,000 x 20,000 pixels take 1.6 GB; nobody prints more.
inline constexpr int max_page_side = 20'000;
/// Tiles of one run or archive: the world to zoom 12 has 22 million. The index of so many takes about 1 GB of memory.
inline constexpr std::size_t max_tiles = 32U << 20U;
/// One tile, unpacked. Vector tiles over 0.5 MB are too slow for readers already; a small packed tile of a stranger must not unpack to gigabytes.
inline constexpr std::size_t max_tile_bytes = 16U << 20U;
/// One directory of a PMTiles file, or its metadata, unpacked: 20,000 entries take some 200 kB.
inline constexpr std::size_t max_tile_directory_bytes = 64U << 20U;
/// Features of the GIS files that a style draws: they are kept in memory, some 0.5 kB each. All places of GeoNames are 13 million.
inline constexpr std::size_t max_source_features = 16U << 20U;
/// Threads that draw tiles; more only cost memory.
inline constexpr int max_threads = 256;

}  // namespace dateline::limits
