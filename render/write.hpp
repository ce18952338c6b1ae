#pragma once

#include <string>
#include <vector>

#include "render/display_list.hpp"

namespace dateline::render {

/// The page as PNG bytes at `scale` device pixels per CSS pixel, with text chunks Title, Description, Source hash, Copyright. Deterministic.
[[nodiscard]] std::string write_png(const Page& page, double scale);
/// The page as SVG: real text, named groups, ids, title and desc, links.
[[nodiscard]] std::string write_svg(const Page& page);
/// Pages as one PDF: embedded fonts, links, metadata; no clock (SOURCE_DATE_EPOCH only); clean for qpdf --check.
[[nodiscard]] std::string write_pdf(const std::vector<Page>& pages);

}  // namespace dateline::render
