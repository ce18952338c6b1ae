#pragma once

#include <string>
#include <vector>

#include "render/label_placement.hpp"
#include "render/land_mask.hpp"
#include "render/symbols.hpp"
#include "render/typesetter.hpp"

/// The positions a label may take, by the habits of cartographers, with the cost of each.
namespace dateline::render {

/// A label: badges in a row, then words; or one of the two.
struct LabelContent {
  std::vector<std::string> badges;
  std::vector<bool> ringed;            ///< by badge: not confirmed
  TextBlock text;
};

/// Where the parts of a label stand for one candidate.
struct LabelVariant {
  LabelCandidate candidate;
  std::vector<PagePoint> badge_centers;
  PagePoint text_corner;
  TextAnchor align = TextAnchor::Start;
  bool badges_only = false;            ///< the words are left out for want of room
  bool shortened = false;              ///< only the most important of the words
};

/// Sizes of a label's parts; positions relative to its top left corner.
class LabelShape {
 public:
  /// Badges in one row with the words, or above them, which suits narrow areas.
  enum class Arrangement { Row, Stack };
  LabelShape(const LabelContent& content, const Theme& theme, const Typesetter& type, Arrangement arrangement = Arrangement::Row);
  [[nodiscard]] double width() const noexcept { return width_; }
  [[nodiscard]] double height() const noexcept { return height_; }
  /// Badges first (label at the right of its symbol) or last (at its left).
  enum class Order { BadgesFirst, BadgesLast };
  [[nodiscard]] LabelVariant at(PagePoint corner, Order order, TextAnchor align) const;

 private:
  [[nodiscard]] LabelVariant stacked_at(PagePoint corner) const;

  static constexpr std::size_t badges_a_row = 4;
  const LabelContent& content_;
  bool stacked_;
  std::vector<double> badge_widths_;
  double badge_height_ = 0, badges_width_ = 0, badges_height_ = 0, gap_ = 0, width_ = 0, height_ = 0;
};

/// Around a symbol: right-above, right, left-above, left, right-below, above, left-below, below; then farther ones with a
/// leader line under 40 px.
[[nodiscard]] std::vector<LabelVariant> around_point(const LabelShape& shape, PagePoint center, double radius);
/// Beside a line, horizontal, on either side; nearest to `preferred` (0..1 along the line) first.
[[nodiscard]] std::vector<LabelVariant> beside_line(const LabelShape& shape, const Curve& line, double preferred, double distance);
/// Inside an area: where all of the label fits first, then where most of it does; beside it where the label would hide the area.
enum class AreaSize { MayBeSmall, Large };
[[nodiscard]] std::vector<LabelVariant> inside_area(const LabelShape& shape, const std::vector<PageRing>& rings, PagePoint preferred,
                                                    AreaSize size = AreaSize::MayBeSmall);

/// Adds what the ground under each candidate costs: lying on a coast; and, for a symbol on a coast, not standing on the sea side.
void weigh_ground(std::vector<LabelVariant>& variants, const LandMask& mask, bool prefer_water);

}  // namespace dateline::render
