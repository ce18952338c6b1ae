#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "render/arrow_curve.hpp"
#include "render/scene.hpp"
#include "render/theme.hpp"
#include "render/typesetter.hpp"

/// How each kind of mark looks, on the map and, by the same functions, in the key.
namespace dateline::render {

/// Everything the key may explain, in the key's order.
enum class Symbol {
  ArrowReported, ArrowOngoing, ArrowPlanned, ArrowConditional, ArrowPast, ArrowDenied, ArrowWithdrawal, ArrowTransfer,
  CoarseEnd, BeyondMap, Widths,
  SiteReported, SitePlanned, SiteDenied, SitePast, AreaHatch, Waves, CountryTint, NotConfirmed,
  Military,   ///< a symbol of APP-6; the key's entry says which
};
/// The events that use each symbol that was drawn.
using SymbolUse = std::map<Symbol, std::set<int>>;
[[nodiscard]] const char* key_text(Symbol symbol) noexcept;

/// Which end of an arrow lies outside the panel: there three dots say that the way goes on.
enum class Beyond { No, Target, Origin };

/// Status and kind reduced to what can be seen.
struct ArrowLook {
  MarkStatus status = MarkStatus::Reported;
  bool denied = false, withdrawal = false, transfer = false;
  bool coarse_start = false;            ///< starts at an outline or the frame: the tail tapers
  Beyond beyond = Beyond::No;
  double width = 2.4;                   ///< px
};
[[nodiscard]] ArrowLook look_of(const Mark& mark) noexcept;
/// The symbols this look shows.
[[nodiscard]] std::set<Symbol> symbols_of(const ArrowLook& look);

enum class SiteLook { Reported, Planned, Denied, Past };
[[nodiscard]] SiteLook site_look(const Mark& mark) noexcept;
[[nodiscard]] Symbol symbol_of(SiteLook look) noexcept;

/// Where on the line the bars of a denial cross it: close behind the head, as if they stopped the arrow.
[[nodiscard]] double bar_parameter(const Curve& line, double width) noexcept;
[[nodiscard]] double head_length(double width) noexcept;
[[nodiscard]] double head_width(double width) noexcept;
/// Where the dots beyond an arrow's end stand; absent for one that has both ends in the panel.
[[nodiscard]] std::optional<PageBox> dots_box(const Curve& line, const ArrowLook& look) noexcept;
void paint_arrow(DisplayList& out, const Curve& line, const ArrowLook& look, const Theme& theme);
void paint_halo(DisplayList& out, PagePoint center, double radius, SiteLook look, const Theme& theme);
void paint_area(DisplayList& out, const std::vector<PageRing>& rings, SiteLook look, const Theme& theme);
/// Waves: somewhere on this sea, whose edges nobody draws.
void paint_waves(DisplayList& out, PagePoint center, SiteLook look, const Theme& theme);
inline constexpr double waves_radius = 11;   ///< px of a circle around them
void paint_tint(DisplayList& out, const std::vector<PageRing>& rings, const Theme& theme);

/// Width of a badge: a circle for one digit, a pill for more. Height is badge_height().
[[nodiscard]] double badge_width(const std::string& number, const Theme& theme, const Typesetter& type);
[[nodiscard]] double badge_height(const Theme& theme) noexcept;
struct BadgeLook {
  bool not_confirmed = false;   ///< a ring around the badge
  SiteLook site = SiteLook::Reported;
};
void paint_badge(DisplayList& out, PagePoint center, const std::string& number, const BadgeLook& look, const Theme& theme,
                 const Typesetter& type);
/// Room around the badge for its ring.
inline constexpr double badge_ring = 3;

/// Arrow widths: one for all unless at least two different quantities are quoted. Then by square root.
class ArrowWidths {
 public:
  explicit ArrowWidths(const Scene& scene);
  [[nodiscard]] double of(const Mark& mark) const noexcept;
  [[nodiscard]] bool scaled() const noexcept { return scaled_; }
  [[nodiscard]] double least() const noexcept { return least_; }   ///< smallest and largest quoted number
  [[nodiscard]] double most() const noexcept { return most_; }
  [[nodiscard]] double of(double quantity) const noexcept;

 private:
  bool scaled_ = false;
  double least_ = 0, most_ = 0;
};

}  // namespace dateline::render
