#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "geo/box.hpp"
#include "geo/geometry.hpp"

/// What the map shows, free of articles and claims: places, marks and words. Made by `pipeline`.
namespace dateline::render {

/// How sharp a place is, and so how it may be drawn.
enum class PlaceShape {
  City,      ///< halo of radius_m, never a site symbol
  Site,      ///< a named site of the gazetteer
  Area,      ///< first-level division or region: hatched outline, "somewhere in ..."
  Country,   ///< outline tint; arrows start or end at the outline
  Water,     ///< a sea or strait: waves on its water, never an outline. Its outline, often a box over land, only tells how far it reaches
};

struct ScenePlace {
  std::string id;
  std::string name;             ///< as it is labelled
  PlaceShape shape = PlaceShape::City;
  geo::LonLat point;            ///< label point for areas and countries
  Meters radius;
  geo::MultiPolygon outline;    ///< for Area, Country and Water; may be empty (then the box or the point serves)
  std::string country;          ///< ISO code
  std::vector<geo::Box> parts;  ///< of a Water: boxes that hold no other one, for maps that do not show its middle; may reach over land
  std::string relation;         ///< what stands above the name: "about 90 km south of"; empty: nothing, or "somewhere in" for areas, "somewhere on" for waters
};

/// What is drawn by its outline; all else is a symbol at a point.
[[nodiscard]] inline bool has_outline(const ScenePlace& place) noexcept { return place.shape == PlaceShape::Area || place.shape == PlaceShape::Country; }

enum class MarkStatus { Reported, Ongoing, Planned, Conditional, Denied, Past };
enum class MarkKind { Movement, Withdrawal, Basing, Presence, Mobilisation, Transfer };

/// One numbered event on the map.
struct Mark {
  int number = 0;               ///< badge
  MarkKind kind = MarkKind::Movement;
  MarkStatus status = MarkStatus::Reported;
  bool denied = false;          ///< someone denies it: bar across
  bool not_confirmed = false;   ///< someone cannot confirm it: ring at the badge
  std::optional<std::size_t> origin;        ///< index into places; arrows
  std::vector<std::size_t> destinations;    ///< arrows: one line each
  std::vector<std::size_t> sites;           ///< basing and presence
  std::optional<double> quantity;           ///< number of persons, when quoted; arrow width only then
  std::string quantity_label;   ///< "1,500 troops", "about 10,000"
  std::string date_label;       ///< "8–13 Oct 2024"
  std::string title;            ///< one line: "1,500 special forces troops, North Korea → Vladivostok"
  std::string description;      ///< for <desc>
  std::string href;             ///< link to the first source, if it has a URL
  std::string symbol;           ///< code of a military symbol (app6_code.hpp) to stand beside the badge; empty: none
};

/// The words behind one badge.
struct NoteQuote {
  std::string quote;            ///< verbatim, at most 25 words
  std::string speaker;          ///< "South Korea’s National Intelligence Service"
  std::string outlet;           ///< publisher or file name
  std::string date;             ///< "18 Oct 2024"
  std::string href;
};
struct Note {
  int number = 0;
  std::string heading;          ///< the mark's title
  std::string status_line;      ///< "Reported · 1 origin, 5 outlets · 8–13 Oct 2024"
  std::vector<NoteQuote> quotes;
  std::vector<std::string> responses;  ///< "Not confirmed: NATO (Mark Rutte), 18 Oct 2024"; "Denied earlier reports: Kremlin, week of 7 Oct"
};

struct Scene {
  std::string title;            ///< place, theme, period
  std::string subtitle;
  std::string as_of;            ///< "As reported up to 19 Oct 2024"
  std::vector<ScenePlace> places;
  std::vector<Mark> marks;      ///< by number
  std::vector<Note> notes;      ///< by number; also events that have no place to draw
  std::vector<std::string> sources;     ///< source list, one line each
  std::string unverified_line;  ///< "Reports not independently verified"; empty only if every drawn claim is reviewed
  std::string precision_line;   ///< "Circles mark cities, not sites."
  std::string policy_line;      ///< "Boundaries: UN view, disputed lines dashed; boundaries imply no position. Names: ..."
  std::string credits;          ///< "Map: Natural Earth; GSHHG. Places: GeoNames (CC BY 4.0)."
  std::string document_id;      ///< short content hash
  std::string alt_text;         ///< under 600 characters
  /// Places for orientation that are no event: capitals and large cities, largest first.
  struct ContextCity {
    std::string name;
    geo::LonLat point;
    std::int64_t population = 0;
    bool capital = false;
  };
  std::vector<ContextCity> context_cities;
  /// Seas and regions to name.
  struct ContextLabel {
    std::string name;
    geo::LonLat point;
    geo::Box box;
    bool water = true;
    std::vector<geo::Box> parts;        ///< of a water: boxes that hold no other one, for maps that do not show its middle; may reach over land
  };
  std::vector<ContextLabel> context_labels;
  /// Small multiples: one panel a period, all of one extent and scale, instead of panels by place. A mark may belong to several.
  struct Period {
    std::string caption;                ///< "14–20 Oct 2024"
    std::vector<std::size_t> marks;     ///< indices into marks, ascending
  };
  std::vector<Period> periods;
};

}  // namespace dateline::render
