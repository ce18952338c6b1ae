#pragma once

#include <string>
#include <vector>

#include "render/display_list.hpp"
#include "render/tile_labels.hpp"

namespace dateline::render {

/// Position of a name beside its place: which way it lies from there (-1, 0, 1; y down), and how far, px.
struct NamePosition {
  int right = 0, down = 0;
  double dx = 0, dy = 0;
};

/// Sets the names of one symbol layer at one zoom: font, lines, positions.
class NameSetter {
 public:
  NameSetter(const styles::Layer& style, const NamePlacement& placement, detail::GlyphStore& glyphs);

  /// A name in lines. Boxes hug the letters: from the height of capitals to below the baseline.
  struct Block {
    struct Line {
      std::string text;
      double width = 0;
    };
    std::vector<Line> lines;
    double width = 0, height = 0;   ///< px
  };
  [[nodiscard]] Block set(const std::string& name);
  [[nodiscard]] const std::vector<NamePosition>& positions() const noexcept { return positions_; }
  /// Upper left corner of a block, whole pixels.
  struct Corner {
    std::int64_t x = 0, y = 0;
  };
  [[nodiscard]] Corner corner(const Block& block, double x, double y, const NamePosition& position) const noexcept;
  /// The letters of a block with its upper left corner there.
  [[nodiscard]] PlacedName place(const Block& block, Corner corner, const NamePosition& position);

 private:
  void read_positions(double zoom);

  const styles::Layer& style_;
  detail::GlyphStore& glyphs_;
  std::string family_, transform_;
  TextStyle text_;
  double most_width_ = 0, capital_ = 0, halo_ = 0;   ///< px
  std::vector<NamePosition> positions_;
};

}  // namespace dateline::render
