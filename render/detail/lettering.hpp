#pragma once

#include "render/detail/cairo_paint.hpp"
#include "render/detail/pango_engine.hpp"

/// The two ways in which text comes to a page.
namespace dateline::render::detail {

/// As text, with fonts: what a PDF needs to stay readable and searchable. Belongs to the engine's thread.
class FontLettering final : public Lettering {
 public:
  explicit FontLettering(const PangoEngine& engine) : engine_(engine) {}
  void paint(cairo_t* context, const TextItem& item, std::size_t index) const override;

 private:
  const PangoEngine& engine_;
};

/// As outlines made beforehand: what a picture needs, as Cairo 1.16 sets a picture's glyphs on whole pixels, which makes small type
/// uneven. Once made, any number of threads may paint with it.
class OutlineLettering final : public Lettering {
 public:
  /// Outlines of all text in `items`, as they are at `scale` device pixels per page unit.
  OutlineLettering(const PangoEngine& engine, const DisplayList& items, double scale);
  void paint(cairo_t* context, const TextItem& item, std::size_t index) const override;
  /// The letters of the text at `index` of the list, in page units; empty if it is no text or shows nothing.
  [[nodiscard]] const Path& letters(std::size_t index) const { return outlines_.at(index); }

 private:
  std::vector<Path> outlines_;   // by item of the list
};

}  // namespace dateline::render::detail
