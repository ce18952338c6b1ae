#include "cli/tile_options.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/error.hpp"

namespace dateline::cli {

namespace {

/// Numbers between the marks; absent if one is none.
template <typename Number>
std::optional<std::vector<Number>> parse_numbers(std::string_view text, char mark) {
  std::vector<Number> numbers;
  const char* at = text.data();
  const char* end = at + text.size();
  for (;;) {
    Number value{};
    const auto [next, problem] = std::from_chars(at, end, value);
    if (problem != std::errc()) return std::nullopt;
    numbers.push_back(value);
    if (next == end) return numbers;
    if (*next != mark) return std::nullopt;
    at = next + 1;
  }
}

void parse_zoom(const std::string& text, pipeline::PyramidOptions& options) {
  const auto zooms = parse_numbers<int>(text, '-');
  if (!zooms || zooms->size() > 2 || zooms->front() < 0 || zooms->back() < zooms->front()) {
    throw UsageError("'" + text + "' is no range of zooms", "write --zoom as LOW-HIGH or one number, for example 0-8");
  }
  if (zooms->back() > pipeline::deepest_pyramid_zoom) {
    throw UsageError("zoom " + std::to_string(zooms->back()) + " is deeper than " + std::to_string(pipeline::deepest_pyramid_zoom),
                     "the base map has nothing more to show there, and maps enlarge the deepest tiles by themselves; end with a lower zoom");
  }
  options.min_zoom = zooms->front();
  options.max_zoom = zooms->back();
}

geo::Box parse_box(const std::string& text) {
  const auto edges = parse_numbers<double>(text, ',');
  const auto within = [](double value, double most) { return value >= -most && value <= most; };
  if (!edges || edges->size() != 4) throw UsageError("'" + text + "' is no box", "write --bbox as WEST,SOUTH,EAST,NORTH in degrees, for example 126,42,138,54");
  const auto& e = *edges;
  if (!within(e[0], 180) || !within(e[2], 180) || !within(e[1], 90) || !within(e[3], 90)) {
    throw UsageError("'" + text + "' reaches beyond the Earth", "longitudes are -180 to 180, latitudes -90 to 90, in the order WEST,SOUTH,EAST,NORTH");
  }
  constexpr double kEdge = 85.0511287798066;   // where the square of Web Mercator ends
  const geo::Box box{e[0], std::max(e[1], -kEdge), e[2], std::min(e[3], kEdge)};
  if (box.south >= box.north) throw UsageError("the south of '" + text + "' is not below its north", "write WEST,SOUTH,EAST,NORTH; tiles end at 85.05° north and south");
  if (box.west == box.east) throw UsageError("the west of '" + text + "' is its east", "a box over the date line has a west that is greater than its east, for example 170,-20,-170,20");
  return box;
}

}  // namespace

void TileOptions::declare(OptionTable& table) {
  table.text("--zoom", "LOW-HIGH", zoom, "Zooms; each has four times as many tiles as the one before");
  table.choice("--format", "FORMAT", format, {"png", "mvt"}, "png: pictures in the style; mvt: vector tiles, which MapLibre and QGIS draw in the style");
  table.integer("--scale", "N", scale, 1, 2, "PNG only: 2 for screens of double density, 512 pixels a tile");
  table.flag("--full-colour", pyramid.full_colour, "PNG only: 8 bits a channel instead of a palette");
  table.text("--bbox", "W,S,E,N", bbox, "Only tiles that touch this box, in degrees; a west that is greater than the east means over the date line");
  table.text("--style", "THEME", pyramid.style, "Theme (light, dark, print, colour-blind) or a style file; its dateline:ogr sources are read");
  table.flag("--databases", databases, "Let the style read tables of PostGIS databases; only for a style that you trust");
  table.text("--title", "TEXT", pyramid.title, "Name of the tiles; made from the events if not given");
  table.text("--attribution", "TEXT", pyramid.attribution, "Credit for the GIS files of the style; our own data are always credited");
  table.text("--boundaries,--worldview", "VIEW", pyramid.worldview, "Whose view of disputed borders: neutral (the UN's), de-facto, or a country such as in or us");
  table.flag("--transfers", transfers, "Show deliveries of weapons and ammunition too");
  table.flag("--all", everything, "Show also what is told as history or only denied");
}

pipeline::PyramidOptions TileOptions::to_pyramid_options() const {
  auto options = pyramid;
  options.format = format == "mvt" ? pipeline::PyramidFormat::Mvt : pipeline::PyramidFormat::Png;
  options.scale = scale;
  if (databases) options.databases = render::SourceReading::Databases::Read;
  options.extent = everything ? features::Extent::Everything : transfers ? features::Extent::Transfers : features::Extent::AsMapped;
  parse_zoom(zoom, options);
  if (!bbox.empty()) options.bounds = parse_box(bbox);
  if (options.format == pipeline::PyramidFormat::Mvt && (scale != 1 || options.full_colour)) {
    throw UsageError("--scale and --full-colour are about pictures", "leave them out: vector tiles are drawn by the reader, as sharp as its screen");
  }
  return options;
}

std::optional<geo::TileShard> parse_shard(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto numbers = parse_numbers<int>(text, '/');
  constexpr int kMost = 100'000;   // more than blocks of any sensible pyramid; a job array ends far below
  if (!numbers || numbers->size() != 2 || numbers->front() < 1 || numbers->front() > numbers->back() || numbers->back() > kMost) {
    throw UsageError("'" + text + "' is no shard", "write --shard as N/COUNT with N from 1 to COUNT, for example 3/8");
  }
  return geo::TileShard{numbers->front(), numbers->back()};
}

}  // namespace dateline::cli
