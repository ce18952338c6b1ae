#include "render/text_measure.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "render/detail/pango_engine.hpp"
#include "render/detail/safe_text.hpp"
#include "render/detail/shaped_paragraph.hpp"

namespace dateline::render {

namespace {

double to_px(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

// Code points without a picture of their own: nobody misses their glyph.
bool is_invisible(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

class TextMeasure::Impl {
 public:
  explicit Impl(const std::vector<std::string>& families) : engine(families) {}

  /// Ascent and descent of the first family: the same for every line of one size, whatever script it holds.
  std::pair<double, double> font_height(const TextStyle& style) const {
    const auto key = std::make_tuple(style.size, style.weight, style.italic);
    if (const auto found = heights.find(key); found != heights.end()) return found->second;
    const detail::FontMetricsHandle metrics(
        pango_context_get_metrics(engine.context(), engine.describe(style).get(), pango_language_from_string("en")));
    const double scale = engine.scale_of(style);
    const std::pair height{scale * to_px(pango_font_metrics_get_ascent(metrics.get())),
                           scale * to_px(pango_font_metrics_get_descent(metrics.get()))};
    return heights[key] = height;
  }

  /// Without hinting a text is the same at all sizes, so that one shaping serves them all.
  const detail::ShapedParagraph& shaped(std::string_view text, const TextStyle& style) const {
    auto key = std::make_tuple(std::string(text), style.weight, style.italic, style.size > 0 ? style.letter_spacing / style.size : 0.0);
    const auto found = paragraphs.find(key);
    if (found != paragraphs.end()) return found->second;
    return paragraphs.emplace(std::move(key), detail::ShapedParagraph(engine.make_layout(text, style).get())).first->second;
  }

  detail::PangoEngine engine;
  mutable std::map<std::tuple<std::string, int, bool, double>, detail::ShapedParagraph> paragraphs;
  mutable std::map<std::tuple<double, int, bool>, std::pair<double, double>> heights;
};

TextMeasure::TextMeasure(std::vector<std::string> font_families) : impl_(std::make_unique<Impl>(font_families)) {}
TextMeasure::~TextMeasure() = default;

TextExtent TextMeasure::measure(std::string_view text, const TextStyle& style) const {
  const auto layout = impl_->engine.make_layout(text, style);
  PangoRectangle ink{}, logical{};
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), &ink, &logical);
  TextExtent extent;
  const double scale = impl_->engine.scale_of(style);
  extent.width = scale * to_px(logical.width);
  std::tie(extent.ascent, extent.descent) = impl_->font_height(style);
  extent.ink = {scale * to_px(ink.x), scale * to_px(ink.y), scale * to_px(ink.x + ink.width), scale * to_px(ink.y + ink.height)};
  return extent;
}

std::vector<std::string> TextMeasure::wrap(std::string_view text, const TextStyle& style, double width) const {
  if (text.empty()) return {};
  const double scale = impl_->engine.scale_of(style);
  std::vector<std::string> lines = impl_->shaped(text, style).lines(std::isfinite(width) && scale > 0 ? width / scale : 1e6);
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::vector<char32_t> TextMeasure::missing_glyphs(std::string_view text) const {
  const std::string clean = detail::clean_text(text);
  const auto description = impl_->engine.describe(TextStyle{});
  PangoContext* context = impl_->engine.context();
  const detail::PangoFontsetHandle fonts(pango_font_map_load_fontset(
      pango_context_get_font_map(context), context, description.get(), pango_language_from_string("en")));
  std::set<char32_t> seen;
  std::vector<char32_t> missing;
  for (std::size_t i = 0; i < clean.size();) {
    const DecodedCodePoint c = decode_at(clean, i);
    i += c.length > 0 ? c.length : 1U;
    if (is_invisible(c.value) || !seen.insert(c.value).second) continue;
    const detail::PangoFontHandle font(pango_fontset_get_font(fonts.get(), static_cast<guint>(c.value)));
    if (!font || pango_font_has_char(font.get(), static_cast<gunichar>(c.value)) == FALSE) missing.push_back(c.value);
  }
  return missing;
}

}  // namespace dateline::render
