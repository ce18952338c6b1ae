#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "geo/basemap.hpp"
#include "render/scene.hpp"
#include "styles/style.hpp"

/// Scenes for tests of drawing: invented reports about real places.
namespace dateline::render::test {

/// The compiled data; the tests of drawing need it.
[[nodiscard]] std::filesystem::path data_folder();
[[nodiscard]] const geo::BaseMap& base_map();
[[nodiscard]] const styles::Style& light_style();

[[nodiscard]] geo::LonLat at(double lon, double lat);
[[nodiscard]] ScenePlace city(const std::string& name, double lon, double lat, const std::string& country = {}, double radius_m = 8'000);
[[nodiscard]] ScenePlace country(const std::string& name, const std::string& iso2);

/// Everything that the furniture says, filled with plausible words; no places.
[[nodiscard]] Scene empty_scene(const std::string& title);
/// A numbered mark with its note.
Mark& add_mark(Scene& scene, MarkKind kind, MarkStatus status, const std::string& title);

/// Troops of one country in the east of another, plans for a third far away: two panels.
[[nodiscard]] Scene far_east_story();
/// The far-eastern story by weeks: three small multiples.
[[nodiscard]] Scene weekly_story();
[[nodiscard]] Scene date_line_story();     ///< Fiji and Chukotka
[[nodiscard]] Scene crowded_story();       ///< 60 sites in and around Donetsk
[[nodiscard]] Scene lone_point_story();
[[nodiscard]] Scene placeless_story();
[[nodiscard]] Scene svalbard_story();
[[nodiscard]] Scene antarctic_story();
[[nodiscard]] Scene singapore_story();
[[nodiscard]] Scene world_story();
[[nodiscard]] Scene village_story();       ///< sites within 2 km
[[nodiscard]] Scene strait_story();        ///< Taiwan Strait, contested names
[[nodiscard]] Scene provinces_story();     ///< neighbouring provinces, a sea, and a place told by its distance
[[nodiscard]] Scene statuses_story();      ///< every status and kind once

/// A scene and the page it is drawn on, CSS px. The name serves for files.
struct SceneCase {
  const char* name;
  Scene (*make)();
  double width, height;
};
/// The scenes on which the rules of docs/cartography.md and the checkers of pictures are tried.
[[nodiscard]] std::span<const SceneCase> scene_cases();

}  // namespace dateline::render::test
