#pragma once

#include "render/compose.hpp"
#include "render/furniture.hpp"
#include "render/theme.hpp"
#include "render/typesetter.hpp"

namespace dateline::render {

/// What all pages of a document are made from. Everything outlives the call.
struct PageParts {
  const Scene& scene;
  const DrawOptions& options;
  const Theme& theme;
  const Typesetter& type;
  const Header& header;
  const Footer& footer;
  std::string credits;      ///< of the base map, for scenes that bring none
};

/// A page of paper with the document's title and description, and nothing on it.
[[nodiscard]] Page new_page(const PageParts& parts, double width, double height);

/// Sets title, notes and small print on the page that has the maps and adds it to the composition; then as many pages as the notes need, if they may turn over.
void finish_pages(const PageParts& parts, Page first, Composition& composition);

}  // namespace dateline::render
