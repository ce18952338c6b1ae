#include "render/detail/raster_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <hb.h>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "render/detail/cairo_handles.hpp"
#include "render/detail/font_lock.hpp"
#include "render/detail/pango_engine.hpp"

namespace dateline::render::detail {

namespace {

constexpr double shaping_size = 64;   ///< px; with hinting off everything scales from here

struct PathFree {
  void operator()(cairo_path_t* path) const noexcept { cairo_path_destroy(path); }
};
struct IterFree {
  void operator()(PangoLayoutIter* iter) const noexcept { pango_layout_iter_free(iter); }
};

struct BufferDestroy {
  void operator()(hb_buffer_t* buffer) const noexcept { hb_buffer_destroy(buffer); }
};

std::string name_of(PangoFont* font) {
  const FontDescriptionHandle description(pango_font_describe(font));
  pango_font_description_unset_fields(description.get(), PANGO_FONT_MASK_SIZE);
  char* text = pango_font_description_to_string(description.get());
  std::string name = text;
  g_free(text);
  return name;
}

std::vector<std::vector<Pixel>> outline_of(PangoFont* font, PangoGlyph glyph) {
  std::vector<std::vector<Pixel>> contours;
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
  const ContextHandle context(cairo_create(surface.get()));
  cairo_set_scaled_font(context.get(), pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
  cairo_set_tolerance(context.get(), 0.08);   // an eightieth of a pixel at usual sizes
  const cairo_glyph_t placed{glyph, 0, 0};
  cairo_glyph_path(context.get(), &placed, 1);
  const std::unique_ptr<cairo_path_t, PathFree> path(cairo_copy_path_flat(context.get()));
  check_cairo(context.get(), "drawing a letter");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t* data = path->data + i;
    if (data->header.type == CAIRO_PATH_MOVE_TO) contours.emplace_back();
    if (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_LINE_TO) {
      contours.back().push_back({data[1].point.x / shaping_size, data[1].point.y / shaping_size});
    }
  }
  std::erase_if(contours, [](const auto& contour) { return contour.size() < 3; });
  return contours;
}

struct SimpleGlyph {
  std::uint32_t glyph;
  double advance, x, y;   ///< Pango units, y up
};

/// Letters that need neither a choice of fonts nor of directions: Latin, Greek and Cyrillic without combining marks.
bool is_simple(char32_t c) noexcept {
  return (c >= 0x20 && c < 0x300) || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x530) || (c >= 0x1E00 && c < 0x2000) || (c >= 0x2010 && c < 0x2028);
}

/// Shaped by HarfBuzz alone, with the features that PangoEngine asks for; a tenth of the time of a layout. Absent for text
/// that needs Pango. One font and one direction, so both give the same.
std::optional<std::vector<SimpleGlyph>> shape_simple(const std::string& text, hb_font_t* font) {
  hb_script_t script = HB_SCRIPT_COMMON;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint c = decode_at(text, i);
    i += c.length > 0 ? c.length : 1U;
    hb_codepoint_t glyph = 0;
    if (!c.valid || !is_simple(c.value) || hb_font_get_nominal_glyph(font, c.value, &glyph) == 0) return std::nullopt;
    const hb_script_t own = hb_unicode_script(hb_unicode_funcs_get_default(), c.value);
    if (own == HB_SCRIPT_COMMON) continue;
    if (script != HB_SCRIPT_COMMON && own != script) return std::nullopt;
    script = own;
  }
  static thread_local const std::unique_ptr<hb_buffer_t, BufferDestroy> buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : script);
  const char* language = script == HB_SCRIPT_CYRILLIC ? "ru" : script == HB_SCRIPT_GREEK ? "el" : "en";
  hb_buffer_set_language(buffer.get(), hb_language_from_string(language, -1));
  const hb_feature_t tabular{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(font, buffer.get(), &tabular, 1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::vector<SimpleGlyph> glyphs;
  for (unsigned i = 0; i < count; ++i) {
    glyphs.push_back({infos[i].codepoint, static_cast<double>(positions[i].x_advance), static_cast<double>(positions[i].x_offset),
                      static_cast<double>(positions[i].y_offset)});
  }
  return glyphs;
}

}  // namespace

struct GlyphStore::Fonts {
  struct Face {
    std::unique_ptr<PangoEngine> engine;
    PangoFontHandle font;          ///< the first choice
    std::string name;
    hb_font_t* shaper = nullptr;   ///< of `font`
  };
  std::map<StyleKey, Face> faces;
};

GlyphStore::GlyphStore(std::vector<std::string> font_families) : families_(std::move(font_families)) {}
GlyphStore::~GlyphStore() = default;

GlyphStore::Session::Session(GlyphStore& store) : store_(store) { store_.fonts_ = std::make_unique<Fonts>(); }
GlyphStore::Session::~Session() {
  const FontLock lock;
  store_.fonts_.reset();
}

const ShapedLine& GlyphStore::shape(const std::string& text, const std::string& family, const TextStyle& style) {
  const int spacing = static_cast<int>(std::lround(1000 * style.letter_spacing / style.size));
  const auto [entry, is_new] = lines_.try_emplace({text, StyleKey{family, style.weight, style.italic, spacing}});
  ShapedLine& line = entry->second;
  if (!is_new) return line;
  TextStyle large = style;
  large.size = shaping_size;
  large.letter_spacing = spacing * shaping_size / 1000;
  if (fonts_) {
    set_line(line, text, family, large);
  } else {
    const Session session(*this);
    set_line(line, text, family, large);
  }
  if (!line.letters.empty()) line.advance -= spacing / 1000.0;   // nothing follows the last letter
  return line;
}

void GlyphStore::set_line(ShapedLine& line, const std::string& text, const std::string& family, const TextStyle& large) {
  const FontLock lock;
  Fonts::Face& face = fonts_->faces[{family, large.weight, large.italic, 0}];
  if (!face.engine) {
    std::vector<std::string> families = families_;
    if (!family.empty()) families.insert(families.begin(), family);
    face.engine = std::make_unique<PangoEngine>(families, shaping_size);
    face.font.reset(pango_context_load_font(face.engine->context(), face.engine->describe(large).get()));
    if (!face.font) throw RenderError("no font is found for the names of tiles", "install fonts-open-sans and fonts-noto-core");
    face.name = name_of(face.font.get());
    face.shaper = pango_font_get_hb_font(face.font.get());
  }
  const auto outline = [&](PangoFont* font, const std::string& font_name, std::uint32_t glyph) {
    const auto [known, fresh] = known_.try_emplace({font_name, glyph}, static_cast<std::uint32_t>(outlines_.size()));
    if (fresh) outlines_.push_back(outline_of(font, glyph));
    return known->second;
  };
  constexpr double unit = 1 / (PANGO_SCALE * shaping_size);
  double pen = 0;
  const auto put = [&](std::uint32_t shape, double advance, double x, double y) {
    if (!outlines_[shape].empty()) line.letters.push_back({shape, static_cast<float>(pen + x * unit), static_cast<float>(y * unit)});
    pen += advance * unit;
  };
  if (large.letter_spacing == 0) {
    if (const auto glyphs = shape_simple(text, face.shaper)) {
      for (const SimpleGlyph& glyph : *glyphs) put(outline(face.font.get(), face.name, glyph.glyph), glyph.advance, glyph.x, -glyph.y);
      line.advance = pen;
      return;
    }
  }
  const PangoLayoutHandle layout = face.engine->make_layout(text, large);
  for (GSList* run = pango_layout_get_line_readonly(layout.get(), 0)->runs; run != nullptr; run = run->next) {
    const auto* item = static_cast<PangoGlyphItem*>(run->data);
    PangoFont* font = item->item->analysis.font;
    const std::string font_name = name_of(font);
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& info = item->glyphs->glyphs[i];
      const bool drawn = info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
      if (drawn) put(outline(font, font_name, info.glyph), info.geometry.width, info.geometry.x_offset, info.geometry.y_offset);
      else pen += info.geometry.width * unit;
    }
  }
  line.advance = pen;
}

double GlyphStore::capital_height(const std::string& family, const TextStyle& style) {
  const ShapedLine& line = shape("H", family, style);
  double top = 0;
  for (const ShapedLine::Letter& letter : line.letters) {
    for (const auto& contour : outlines_[letter.outline]) {
      for (const Pixel& p : contour) top = std::min(top, p.y);
    }
  }
  return top < 0 ? -top : 0.7;
}

const GlyphImage* GlyphStore::image(std::uint32_t outline, double size, int phase, double halo_width) {
  // Sizes are rounded before anything is drawn: which of two near ones came first must not matter.
  const int size64 = static_cast<int>(std::lround(size * 64)), halo64 = static_cast<int>(std::lround(halo_width * 64));
  const auto [entry, is_new] = known_images_.try_emplace({outline, size64, phase, halo64}, nullptr);
  if (is_new) entry->second = &images_.emplace_back(draw(outlines_[outline], size64 / 64.0, phase / 4.0, halo64 / 64.0));
  return entry->second;
}

GlyphImage GlyphStore::draw(const Contours& contours, double size, double shift, double halo_width) const {
  Pixel low{1e9, 1e9}, high{-1e9, -1e9};
  std::vector<std::vector<Pixel>> placed = contours;
  for (auto& contour : placed) {
    for (Pixel& p : contour) {
      p = {p.x * size + shift, p.y * size};
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  }
  GlyphImage image;
  image.left = static_cast<int>(std::floor(low.x - halo_width)) - 1;
  image.top = static_cast<int>(std::floor(low.y - halo_width)) - 1;
  image.width = static_cast<int>(std::ceil(high.x + halo_width)) + 1 - image.left;
  image.height = static_cast<int>(std::ceil(high.y + halo_width)) + 1 - image.top;
  CoverageBuffer cells(std::max(image.width, image.height));
  cells.move_to(image.left, image.top);
  const auto sweep_into = [&](std::vector<std::uint8_t>& mask) {
    cells.sweep([&](int y, int x, int length, int coverage) {
      if (y >= image.height) return;
      for (int i = x; i < std::min(x + length, image.width); ++i) {
        std::uint8_t& pixel = mask[static_cast<std::size_t>(y * image.width + i)];
        pixel = std::max(pixel, static_cast<std::uint8_t>(std::min(coverage, 255)));
      }
    });
  };
  std::vector<FixedPoint> ring;
  for (const auto& contour : placed) {
    ring.clear();
    for (const Pixel& p : contour) ring.push_back(to_fixed(p));
    cells.add_ring(ring);
  }
  image.letter.resize(static_cast<std::size_t>(image.width * image.height));
  sweep_into(image.letter);
  if (halo_width > 0) {
    image.halo = image.letter;
    StrokeShape shape;
    shape.width = 2 * halo_width;
    shape.join = StrokeShape::Join::Round;
    for (const auto& contour : placed) {
      stroke_line(contour, true, shape, cells);
      sweep_into(image.halo);
    }
  }
  return image;
}

}  // namespace dateline::render::detail
