#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "styles/style.hpp"

/// What to paint, in paint order, in page units (CSS pixels, 1/96 inch; x right, y down, origin at the page's top left).
/// Every writer (PNG, SVG, PDF) paints the same list; tests compare its text form.
namespace dateline::render {

struct PagePoint {
  double x = 0, y = 0;
  bool operator==(const PagePoint&) const = default;
};
struct PageBox {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] double width() const noexcept { return right - left; }
  [[nodiscard]] double height() const noexcept { return bottom - top; }
  [[nodiscard]] bool contains(PagePoint p) const noexcept { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
  [[nodiscard]] bool overlaps(const PageBox& o) const noexcept { return left < o.right && o.left < right && top < o.bottom && o.top < bottom; }
  [[nodiscard]] PageBox grown(double by) const noexcept { return {left - by, top - by, right + by, bottom + by}; }
  bool operator==(const PageBox&) const = default;
};

/// Path segments. Curves are cubic Bezier.
struct MoveTo { PagePoint to; };
struct LineTo { PagePoint to; };
struct CurveTo { PagePoint control1, control2, to; };
struct ClosePath {};
using PathSegment = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;
using Path = std::vector<PathSegment>;

struct Stroke {
  styles::Color color;
  double width = 1;
  std::vector<double> dashes;            ///< page units; empty = solid
  enum class Cap { Butt, Round, Square } cap = Cap::Butt;
  enum class Join { Miter, Round, Bevel } join = Join::Round;
};
enum class FillRule { NonZero, EvenOdd };
/// Parallel lines instead of a plain fill; drawn as real lines, clipped to the path.
struct Hatch {
  styles::Color color;
  double spacing = 6, width = 1, angle_degrees = 45;
};
struct PathItem {
  Path path;
  std::optional<styles::Color> fill;
  FillRule fill_rule = FillRule::EvenOdd;
  std::optional<Stroke> stroke;
  std::optional<Hatch> hatch;
};

struct TextStyle {
  double size = 12;                      ///< CSS px
  int weight = 400;                      ///< 400, 600, 700
  bool italic = false;
  double letter_spacing = 0;             ///< CSS px
  styles::Color color;
  std::optional<styles::Color> halo;
  double halo_width = 0;                 ///< CSS px on each side
};
enum class TextAnchor { Start, Middle, End };
/// One line of text on its baseline.
struct TextItem {
  std::string text;                      ///< UTF-8
  PagePoint at;                          ///< on the baseline, at the anchor
  TextAnchor anchor = TextAnchor::Start;
  TextStyle style;
  double width = 0;                      ///< measured advance, CSS px (for textLength and tests)
  double rotation_degrees = 0;           ///< clockwise, about `at`
};

/// A picture of pixels over the whole of `box`, smoothly stretched: sRGB with straight alpha, four bytes a pixel, rows from the top.
struct ImageItem {
  PageBox box;
  int width = 0, height = 0;
  std::shared_ptr<const std::vector<std::uint8_t>> rgba;   ///< shared, as lists are copied
};

/// A named group: a layer of the map or one event. SVG: <g id class><title><desc>, in <a> if href is set. PDF: a link.
struct BeginGroup {
  std::string id;                        ///< unique in the page; may be empty
  std::string css_class;                 ///< "layer", "event planned"
  std::string title, description;        ///< for assistive technology; may be empty
  std::string href;                      ///< may be empty
};
struct EndGroup {};
struct PushClip { Path path; };
struct PopClip {};

using DisplayItem = std::variant<PathItem, TextItem, ImageItem, BeginGroup, EndGroup, PushClip, PopClip>;
using DisplayList = std::vector<DisplayItem>;

/// One page and what its metadata says.
struct Page {
  double width = 1600, height = 1000;    ///< CSS px
  DisplayList items;
  std::string title;                     ///< document title
  std::string description;               ///< alt text, under 600 characters
  std::string document_id;               ///< content hash, hex
  std::string credits;                   ///< licences of the data used
  std::string language = "en";
  std::vector<std::string> font_families;   ///< the family and its fallbacks, best first
};

/// Text form for tests: one item a line, coordinates to a tenth of a pixel.
[[nodiscard]] std::string to_text(const Page& page);

}  // namespace dateline::render
