#include "render/detail/pango_engine.hpp"

#include <cmath>
#include <utility>

#include <pango/pangofc-fontmap.h>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "render/detail/cairo_handles.hpp"
#include "render/detail/font_lock.hpp"
#include "render/detail/safe_text.hpp"

namespace dateline::render::detail {

namespace {

// Font folders and nothing else: no substitution rules, no user folder. The system's cache makes this take a
// millisecond; without one the folders are scanned (a second) and the result kept in the user's cache.
constexpr std::string_view font_configuration = R"(<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont><rejectfont><pattern><patelt name="scalable"><bool>false</bool></patelt></pattern></rejectfont></selectfont>
</fontconfig>)";

FcConfig* shared_font_config() {
  static const FcConfigHandle config = [] {
    FcConfigHandle made(FcConfigCreate());
    const auto* xml = reinterpret_cast<const FcChar8*>(font_configuration.data());
    if (!made || FcConfigParseAndLoadFromMemory(made.get(), xml, FcTrue) == FcFalse ||
        FcConfigBuildFonts(made.get()) == FcFalse) {
      throw RenderError("the list of fonts cannot be read", "install fonts-open-sans and fonts-noto-core");
    }
    if (FcConfigGetFonts(made.get(), FcSetSystem)->nfont == 0) {
      throw RenderError("no font is installed below /usr/share/fonts", "install fonts-open-sans and fonts-noto-core");
    }
    return made;
  }();
  return config.get();
}

/// Closes its fonts when the thread ends.
struct ThreadFontMap {
  explicit ThreadFontMap(PangoFontMapHandle made) : map(std::move(made)) {}
  ~ThreadFontMap() {
    const FontLock lock;
    map.reset();
  }
  ThreadFontMap(const ThreadFontMap&) = delete;
  ThreadFontMap& operator=(const ThreadFontMap&) = delete;
  PangoFontMapHandle map;
};

// One a thread: Pango's font maps keep caches that are not meant to be shared.
PangoFontMap* font_map_of_this_thread() {
  thread_local const ThreadFontMap fonts([] {
    PangoFontMapHandle made(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!made) throw RenderError("Pango was built without FreeType fonts");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made.get()), shared_font_config());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.get()), 96);
    return made;
  }());
  return fonts.map.get();
}

FontOptionsHandle fixed_font_options() {
  FontOptionsHandle options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  return options;
}

// The language decides between variants of one code point (Han above all). Left alone, Pango asks the environment
// for every script that the context's language does not write.
const char* language_of(std::string_view clean) {
  struct Range { char32_t first, last; const char* language; };
  static constexpr Range ranges[] = {
      {0x1100, 0x11FF, "ko"}, {0x3130, 0x318F, "ko"}, {0xAC00, 0xD7FF, "ko"}, {0x3040, 0x30FF, "ja"},
      {0x3400, 0x9FFF, "zh-cn"}, {0x0400, 0x052F, "ru"}, {0x0370, 0x03FF, "el"}, {0x0590, 0x05FF, "he"},
      {0x0600, 0x06FF, "ar"}, {0x0900, 0x097F, "hi"}, {0x0E00, 0x0E7F, "th"}, {0x10A0, 0x10FF, "ka"},
      {0x0530, 0x058F, "hy"}};
  const char* found = nullptr;
  for (std::size_t i = 0; i < clean.size();) {
    const DecodedCodePoint c = decode_at(clean, i);
    i += c.length > 0 ? c.length : 1U;
    if (c.value < 0x370) continue;
    for (const Range& range : ranges) {
      if (c.value < range.first || c.value > range.last) continue;
      // Han alone is read as Chinese; beside kana or Hangul it belongs to them.
      const bool han = range.first == 0x3400;
      if (!han) return range.language;
      if (found == nullptr) found = range.language;
    }
  }
  return found != nullptr ? found : "en";
}

void add_attributes(PangoLayout* layout, const TextStyle& style, double scale) {
  AttrListHandle attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));  // numbers line up in notes
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));    // a quote gains no character
  if (style.letter_spacing != 0 && style.size > 0) {
    const int spacing = static_cast<int>(std::lround(style.letter_spacing / scale * PANGO_SCALE));
    pango_attr_list_insert(attributes.get(), pango_attr_letter_spacing_new(spacing));
  }
  pango_layout_set_attributes(layout, attributes.get());
}

}  // namespace

PangoEngine::PangoEngine(const std::vector<std::string>& families, double layout_size) : layout_size_(layout_size) {
  for (const std::string& family : families) families_ += (families_.empty() ? "" : ",") + clean_text(family);
  context_.reset(pango_font_map_create_context(font_map_of_this_thread()));
  pango_cairo_context_set_font_options(context_.get(), fixed_font_options().get());
  pango_cairo_context_set_resolution(context_.get(), 96);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

FontDescriptionHandle PangoEngine::describe(const TextStyle& style) const {
  FontDescriptionHandle description(pango_font_description_new());
  if (!families_.empty()) pango_font_description_set_family(description.get(), families_.c_str());
  pango_font_description_set_absolute_size(description.get(), layout_size_ * PANGO_SCALE);
  pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(style.weight));
  pango_font_description_set_style(description.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

PangoLayoutHandle PangoEngine::make_layout(std::string_view text, const TextStyle& style) const {
  const std::string clean = clean_text(text);
  pango_context_set_language(context_.get(), pango_language_from_string(language_of(clean)));
  PangoLayoutHandle layout(pango_layout_new(context_.get()));
  pango_layout_set_font_description(layout.get(), describe(style).get());
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_text(layout.get(), clean.data(), static_cast<int>(clean.size()));
  add_attributes(layout.get(), style, scale_of(style));
  return layout;
}

bool runs_right_to_left(std::string_view clean) {
  for (std::size_t i = 0; i < clean.size();) {
    const DecodedCodePoint c = decode_at(clean, i);
    i += c.length > 0 ? c.length : 1U;
    if (g_unichar_isalpha(static_cast<gunichar>(c.value)) == FALSE) continue;
    return (c.value >= 0x590 && c.value <= 0x8FF) || (c.value >= 0xFB1D && c.value <= 0xFDFF) ||
           (c.value >= 0xFE70 && c.value <= 0xFEFF) || (c.value >= 0x10800 && c.value <= 0x10FFF) ||
           (c.value >= 0x1E800 && c.value <= 0x1EFFF);
  }
  return false;
}

}  // namespace dateline::render::detail
