#include "pipeline/style_file.hpp"

#include <cstdint>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/qgis_styles.hpp"
#include "render/glyph_range.hpp"

namespace dateline::pipeline {

namespace {

/// Not what MapLibre draws itself (CJK, kana, Hangul) or never (surrogates, private use).
bool is_asked_for(std::uint32_t range) noexcept { return range < 0x2E || (range >= 0xA0 && range < 0xAC) || range >= 0xFB; }

}  // namespace

std::string export_style(Data& data, const std::string& name_or_path, const styles::StyleAddresses& addresses) {
  return styles::write_style(styles::load_style(name_or_path, data.folder()), addresses);
}

std::string export_qgis_style(Data& data, const std::string& name_or_path) {
  return detail::QgisStyles(styles::load_style(name_or_path, data.folder()), data.folder()).qml("marks");
}

StyleReport check_style(Data& data, const std::string& name_or_path) {
  const auto style = styles::load_style(name_or_path, data.folder());
  const std::string name = style.name.empty() ? name_or_path : style.name;
  return {name + ": " + claims::count_of(style.layers.size(), "layer", "layers") + ", text in " + style.font_family, styles::style_advice(style)};
}

std::size_t write_style_fonts(Data& data, const std::string& name_or_path, const std::filesystem::path& folder, Overwrite overwrite) {
  const auto style = styles::load_style(name_or_path, data.folder());
  struct File {
    std::string stack;
    std::uint32_t range;
  };
  std::vector<File> files;
  for (const auto& stack : render::font_stacks(style)) {
    // The name is the style's, which may come from a stranger.
    if (stack.find('/') != std::string::npos || stack.starts_with('.')) throw InputError("the font \"" + stack + "\" cannot be the name of a folder", "write \"text-font\" like [\"Open Sans Regular\"]");
    std::error_code error;
    std::filesystem::create_directories(folder / stack, error);
    if (error) throw OutputError("the folder " + (folder / stack).string() + " cannot be made: " + error.message());
    for (std::uint32_t range = 0; range < render::glyph_range_count; ++range) {
      if (is_asked_for(range)) files.push_back({stack, range});
    }
  }
  for_each_index(files.size(), 0, [&](std::size_t i) {
    const std::uint32_t first = files[i].range * render::glyph_range_size;
    const auto path = folder / files[i].stack / (std::to_string(first) + "-" + std::to_string(first + render::glyph_range_size - 1) + ".pbf");
    write_file_atomically(path, render::make_glyph_range(style, files[i].stack, files[i].range), overwrite);
  });
  return files.size();
}

}  // namespace dateline::pipeline
