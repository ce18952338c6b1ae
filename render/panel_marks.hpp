#pragma once

#include <string>
#include <vector>

#include "render/arrow_curve.hpp"
#include "render/land_mask.hpp"
#include "render/map_frame.hpp"
#include "render/panels.hpp"
#include "render/symbols.hpp"

/// What of the scene one panel shows, as geometry on the page: places with their badges, arrows with their lines.
namespace dateline::render {

/// A place as one panel sees it.
struct PlaceView {
  bool present = false;            ///< this panel can show it
  PagePoint center;                ///< of the halo; for areas a point well inside the visible part
  double radius = 0;               ///< px, halos only
  std::vector<PageRing> rings;     ///< areas and countries: the visible part
};

struct Panel {
  PanelPlan plan;
  MapFrame frame;
  std::vector<PlaceView> places;   ///< by place of the scene
  std::optional<PageBox> inset;    ///< where the locator stands in it
  std::optional<LandMask> mask;    ///< lets arrows between coasts prefer the sea; absent while the page is laid out
};
[[nodiscard]] Panel make_panel(const Scene& scene, PanelPlan plan, MapFrame frame);

struct MarkedPlace {
  std::size_t place = 0;
  std::vector<std::size_t> marks;  ///< marks whose badge stands here, ascending; empty for a mere end of an arrow
  SiteLook look = SiteLook::Reported;
};
/// One line. Reports of the same way share it.
struct MarkedArrow {
  std::size_t mark = 0;
  std::vector<std::size_t> also;   ///< further marks on this line, ascending: each adds its badge
  std::size_t from = 0, to = 0;    ///< places
  Curve line;
  ArrowLook look;
  std::string beyond;              ///< "to Ukraine (6,900 km west)"; empty if both ends are in the panel
  std::vector<std::size_t> worded; ///< marks whose words stand here: each mark's at one of its arrows in this panel
  /// All marks of the line, ascending.
  [[nodiscard]] std::vector<std::size_t> marks() const;
};
struct PanelMarks {
  std::vector<MarkedPlace> places;   ///< by place
  std::vector<MarkedArrow> arrows;
  /// Symbols drawn and the events that use them.
  [[nodiscard]] SymbolUse symbols(const Scene& scene) const;
};

/// The marks of every panel. Each badge appears at least once on the page if any of the mark's places can be shown.
[[nodiscard]] std::vector<PanelMarks> distribute_marks(const Scene& scene, const std::vector<Panel>& panels);
/// The same for some of the marks, by index: the panels of one period.
[[nodiscard]] std::vector<PanelMarks> marks_of_period(const Scene& scene, std::span<const Panel> panels, const std::vector<std::size_t>& marks);

}  // namespace dateline::render
