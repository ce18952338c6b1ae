#pragma once

#include "render/scene.hpp"
#include "render/theme.hpp"
#include "render/typesetter.hpp"

/// What frames the map: title above, fine print below.
namespace dateline::render {

/// Title, subtitle and as-of stamp, set to a width.
struct Header {
  TextBlock title, subtitle, as_of;
  bool as_of_below = false;   ///< on narrow pages
  double height = 0;
};
[[nodiscard]] Header make_header(const Scene& scene, double width, const Theme& theme, const Typesetter& type);
void paint_header(DisplayList& out, const Header& header, const PageBox& box, const Theme& theme, const Typesetter& type);

/// What is unverified and how sharp places are; the policy of borders and names; then credits with the document id.
struct Footer {
  TextBlock warning, precision, policy, credits;
  bool beside = false;      ///< warning and precision share a line
  double height = 0;
};
[[nodiscard]] Footer make_footer(const Scene& scene, const std::string& map_credits, double width, const Theme& theme, const Typesetter& type);
void paint_footer(DisplayList& out, const Footer& footer, const PageBox& box, const Theme& theme, const Typesetter& type);

/// A panel's caption below its frame, cut to the frame's width.
void paint_caption(DisplayList& out, const std::string& caption, const PageBox& frame, const Theme& theme, const Typesetter& type);

}  // namespace dateline::render
