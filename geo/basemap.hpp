#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/box.hpp"
#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace dateline::geo {

/// What a border line is in the chosen view of the world.
enum class BorderKind { International, Disputed, FirstLevel };

/// Base map geometry on the projected plane, ready to paint. Neighbours share simplified borders exactly.
struct BaseMapGeometry {
  std::vector<MapPolygon> land;       ///< land without borders inside: fill only
  std::vector<MapLine> coast;
  struct Border {
    BorderKind kind;
    MapLine line;
  };
  std::vector<Border> borders;
  struct River {
    int rank;                          ///< 0 double-lined, 1 major, 2, 3 further
    MapLine line;
  };
  std::vector<River> rivers;
  std::vector<MapPolygon> lakes;
};

/// What to read of the base map, and how fine.
struct BaseMapRequest {
  Projection::Window window;           ///< projected metres
  double tolerance = 1000;             ///< projected metres: simplify to this (0.3 px of the output)
  double scale_denominator = 10e6;     ///< 1:N at 96 dpi; chooses the coast and which rivers, lakes and first-level lines come
};

/// The shipped base map (share/dateline): first-level divisions as shared arcs, worldviews, water. Memory-mapped, immutable, thread-safe.
class BaseMap {
 public:
  /// `worldview` is one of worldviews(); "neutral" is another name of "un", and hyphens stand for underscores ("de-facto").
  /// Throws InputError for a missing, truncated or foreign file, or an unknown view. Water and detailed coast are optional files:
  /// without them there are no rivers and the coast is the divisions' own.
  [[nodiscard]] static BaseMap open(const std::filesystem::path& data_folder, const std::string& worldview = "un");
  ~BaseMap();
  BaseMap(BaseMap&&) noexcept;
  BaseMap& operator=(BaseMap&&) noexcept;

  [[nodiscard]] BaseMapGeometry read(const Projection& projection, const BaseMapRequest& request) const;

  /// Outline of a country in the chosen view, by ISO 3166-1 alpha-2 code ("KP"); empty if unknown.
  [[nodiscard]] MultiPolygon country_outline(const std::string& iso2) const;
  /// Outline of a first-level division by GeoNames code ("UA.05"); empty if unknown.
  [[nodiscard]] MultiPolygon admin1_outline(const std::string& code) const;
  /// The land of `countries` (ISO codes; empty = all) inside `box`: the area of an informal region that has only a box.
  [[nodiscard]] MultiPolygon land_in_box(const Box& box, const std::vector<std::string>& countries) const;
  /// Outline of a named region ("russian-far-east") from its member divisions; empty if the table has none.
  [[nodiscard]] MultiPolygon region_outline(const std::string& region_id) const;
  /// ISO code of the country at p in the chosen view; empty on water.
  [[nodiscard]] std::string country_at(LonLat p) const;
  /// GeoNames code of the first-level division at p ("UA.05"), whoever owns it in the view; empty on water and where the base map has none.
  [[nodiscard]] std::string admin1_at(LonLat p) const;

  /// Countries with a label point inside their largest part, for country names on the map.
  struct CountryLabel {
    std::string iso2;
    std::string name;      ///< English short name
    LonLat point;
    double area_km2;       ///< of the largest part
    Box box;               ///< of the largest part
  };
  [[nodiscard]] const std::vector<CountryLabel>& country_labels() const;

  [[nodiscard]] const std::string& worldview() const noexcept;
  /// Views that the data knows ("un", "de_facto", ...).
  [[nodiscard]] std::vector<std::string> worldviews() const;
  /// "Map: Natural Earth; GSHHG." with only the sources that are present.
  [[nodiscard]] std::string credits() const;

 private:
  class Impl;
  explicit BaseMap(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dateline::geo
