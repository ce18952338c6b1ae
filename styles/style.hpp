#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::styles {

/// sRGB (IEC 61966-2-1) with straight alpha, 0..1 each.
struct Color {
  double r = 0, g = 0, b = 0, a = 1;
  bool operator==(const Color&) const = default;
};
/// "#rrggbb" or "#rrggbbaa" when not opaque.
[[nodiscard]] std::string to_hex(Color c);
/// Reads the CSS colours of the style format (#rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(), names). Throws InputError.
[[nodiscard]] Color parse_color(std::string_view text);

/// One paint or layout property that may step or interpolate with zoom: sorted (zoom, value) stops; one stop = constant.
struct ZoomValue {
  std::vector<std::pair<double, double>> stops;
  double base = 1;        ///< of the exponential interpolation; 1 is linear
  bool stepped = false;   ///< each value holds until the next stop
  /// The value of the first stop below it, of the last one above it; 0 without stops.
  [[nodiscard]] double at(double zoom) const noexcept;
};

enum class LayerType { Background, Fill, Line, Circle, Symbol };

/// A condition on one property besides equality. Features whose property is no number fail the four that compare numbers.
struct Comparison {
  enum class Test { Less, AtMost, More, AtLeast, Not };
  std::string property;
  Test test = Test::Less;
  double number = 0;
  std::string text;       ///< of Not; numbers and truth values as text
  bool operator==(const Comparison&) const = default;
};

/// Thin parallel lines instead of a flat fill: layer metadata "dateline:hatch", which other readers of the style skip.
struct Hatch {
  double spacing = 0;     ///< CSS px from line to line; 0: no hatch
  double width = 1;       ///< CSS px
  double angle = 45;      ///< degrees, counter-clockwise from the east
  double opacity = 1;     ///< of the lines; takes the place of the fill's
  double ground = 0;      ///< opacity of the area beneath them
  bool operator==(const Hatch&) const = default;
};

/// One layer of a MapLibre style (Style Specification v8, the subset of docs/formats/style.md).
struct Layer {
  std::string id;
  LayerType type = LayerType::Fill;
  std::string source;                         ///< one of Style::sources
  std::string source_layer;                   ///< our layer names: land, water, rivers, borders, movements, sites, ...
  double min_zoom = 0, max_zoom = 24;
  /// Property -> accepted values; every property must have one of its values. Numbers and truth values as text.
  std::map<std::string, std::vector<std::string>> filter;
  std::vector<Comparison> comparisons;        ///< all of them must hold, too
  std::map<std::string, Color> colors;        ///< "fill-color", "line-color", "text-color", "text-halo-color", "background-color"
  std::map<std::string, ZoomValue> numbers;   ///< "line-width", "text-size", "fill-opacity", ...
  std::map<std::string, std::string> words;   ///< "line-cap", "text-font" (first), "text-transform", "text-field" (property name)
  std::vector<double> line_dasharray;         ///< in line widths
  std::vector<std::string> anchors;           ///< "text-variable-anchor", the preferred one first
  double text_offset_x = 0, text_offset_y = 0;   ///< em, right and down
  Hatch hatch;                                ///< of fills
};

/// Where a style's features come from. What is no "dateline:ogr" is for other readers: our own layers need no address.
struct Source {
  bool ogr = false;
  std::string path;       ///< parse_style() leaves it as written, load_style() takes it from the style's folder on; or "PG:..."
  std::string layer;      ///< of the file; empty: all
  int min_zoom = 0, max_zoom = 24;   ///< zooms of tiles that it serves
  bool operator==(const Source&) const = default;
};

/// A style file: MapLibre layers for the map, and our own colours and type sizes for what MapLibre has no words for
/// (furniture, badges), under "metadata": {"dateline:...": ...}.
struct Style {
  std::string name;
  std::string font_family;                    ///< from metadata "dateline:font"; e.g. "Open Sans"
  std::vector<std::string> font_fallbacks;
  std::map<std::string, Source> sources;
  std::vector<Layer> layers;
  std::map<std::string, Color> furniture_colors;   ///< "paper", "ink", "muted", "rule", "badge", "badge-text", "denied", ...
  std::map<std::string, double> furniture_sizes;   ///< CSS px: "title", "subtitle", "note", "fine", "label", "badge", ...

  [[nodiscard]] const Layer* find_layer(std::string_view id) const noexcept;
  /// Throws std::logic_error for a name that the reader guarantees (every reader-checked name exists).
  [[nodiscard]] Color color(std::string_view which) const;
  [[nodiscard]] double size(std::string_view which) const;
};

/// Reads and checks a style file. Throws InputError with file:line:column for what is malformed or outside the subset.
/// A house style names a theme in "dateline:base" and says only what differs (style format 9); `theme` gives that theme.
[[nodiscard]] Style parse_style(std::string_view json, const std::string& file, const std::function<Style(const std::string&)>& theme = {});
/// The whole style as MapLibre JSON, which parse_style() reads back. `tiles`: address of the TileJSON; `glyphs`: of the fonts.
struct StyleAddresses {
  std::string tiles = "tiles.json";
  std::string glyphs = "fonts/{fontstack}/{range}.pbf";
};
[[nodiscard]] std::string write_style(const Style& style, const StyleAddresses& addresses = {});
/// What a reader of maps would miss in the style: text of too little contrast, marks that look alike. One sentence each.
[[nodiscard]] std::vector<std::string> style_advice(const Style& style);
/// A shipped theme by name ("light", "dark", "print", "colour-blind") from share/dateline/styles, or a file by path.
[[nodiscard]] Style load_style(const std::string& name_or_path, const std::filesystem::path& data_folder);
/// Names of the shipped themes.
[[nodiscard]] std::vector<std::string> shipped_styles(const std::filesystem::path& data_folder);

}  // namespace dateline::styles
