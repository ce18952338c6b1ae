#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "render/detail/raster_stroke.hpp"
#include "render/display_list.hpp"

namespace dateline::render::detail {

/// Coverage of one letter and of the halo around it.
struct GlyphImage {
  int left = 0, top = 0;         ///< of the mask, from the pen
  int width = 0, height = 0;
  std::vector<std::uint8_t> letter, halo;   ///< 0..255, row by row; `halo` is empty without one
};

/// A line of text, shaped once for all sizes.
struct ShapedLine {
  struct Letter {
    std::uint32_t outline;   ///< of the store
    float x, y;              ///< em, y down
  };
  std::vector<Letter> letters;
  double advance = 0;        ///< em
};

/// Letters as outlines, whatever font and script Pango took them from, and their pictures by size. Not thread-safe; may be used
/// by different threads one after the other.
class GlyphStore {
 public:
  explicit GlyphStore(std::vector<std::string> font_families);
  ~GlyphStore();

  /// While one lives, fonts stay open for the thread that made it: much quicker for many names. One at a time.
  class Session {
   public:
    explicit Session(GlyphStore& store);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

   private:
    GlyphStore& store_;
  };

  /// `style` gives weight, slant and letter spacing (in px at the size of the style). `family` is preferred to the store's fonts.
  [[nodiscard]] const ShapedLine& shape(const std::string& text, const std::string& family, const TextStyle& style);
  /// A letter at `size` px with its pen `phase` quarters of a pixel right of a pixel's edge. Stays where it is as long as the store
  /// lives, and never changes: others may read it while the store draws more.
  [[nodiscard]] const GlyphImage* image(std::uint32_t outline, double size, int phase, double halo_width);
  /// Of a letter that was shaped; em.
  using Contours = std::vector<std::vector<Pixel>>;   ///< closed, y down
  [[nodiscard]] const Contours& outline(std::uint32_t index) const { return outlines_[index]; }
  /// Height of capitals, em.
  [[nodiscard]] double capital_height(const std::string& family, const TextStyle& style);

 private:
  struct Fonts;
  using StyleKey = std::tuple<std::string, int, bool, int>;   ///< family, weight, italic, letter spacing in 1/1000 em
  void set_line(ShapedLine& line, const std::string& text, const std::string& family, const TextStyle& large);
  [[nodiscard]] GlyphImage draw(const Contours& contours, double size, double shift, double halo_width) const;

  std::vector<std::string> families_;
  std::unique_ptr<Fonts> fonts_;   ///< of the session
  std::map<std::pair<std::string, StyleKey>, ShapedLine> lines_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> known_;   ///< font and glyph to outline
  std::vector<Contours> outlines_;
  std::map<std::tuple<std::uint32_t, int, int, int>, const GlyphImage*> known_images_;
  std::deque<GlyphImage> images_;
};

}  // namespace dateline::render::detail
