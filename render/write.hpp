#pragma once

#include <string>
#include <vector>

#include "render/display_list.hpp"

namespace dateline::render {

/// The page as PNG bytes at `scale` device pixels per CSS pixel, with text chunks Title, Description, Source hash, Copyright. Deterministic.
[[nodiscard]] std::string write_png(const Page& page, double scale);
/// Where an SVG goes.
struct SvgOptions {
  enum class Use { File, InHtml } use = Use::File;   ///< InHtml: an element for an HTML page, which brings its own style
  std::string id_prefix;                             ///< before every id, so that one page can hold several pictures
  enum class Letters { Text, Outlines } letters = Letters::Text;   ///< Outlines: for programs without the fonts; the words stand in titles
};
/// The page as SVG: real text, named groups, ids, title and desc, links.
[[nodiscard]] std::string write_svg(const Page& page, const SvgOptions& options = {});
/// Pages as one PDF: embedded fonts, links, metadata; no clock (SOURCE_DATE_EPOCH only); clean for qpdf --check.
[[nodiscard]] std::string write_pdf(const std::vector<Page>& pages);

}  // namespace dateline::render
