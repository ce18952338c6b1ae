#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/detail/pango_handles.hpp"
#include "render/display_list.hpp"

namespace dateline::render::detail {

/// Where fonts, resolution, hinting and antialiasing are set, once, for measuring and for drawing: 96 dpi, hinting
/// off, metrics not rounded, grey antialiasing, fonts from the system's font folders only. Neither the machine's nor
/// the user's fontconfig rules, nor the locale, have a say. Belongs to the thread that made it.
class PangoEngine {
 public:
  /// Sets all text at `layout_size` CSS px: small by default, as Pango counts lengths in 31 bits of 1/1024 px.
  explicit PangoEngine(const std::vector<std::string>& families, double layout_size = 12);

  /// A one-line layout of clean_text(text), set at the engine's layout size whatever the style's: all lengths in it must
  /// be multiplied by scale_of(style). Without hinting letters scale exactly, and fontconfig, which chooses fonts anew for
  /// every size, is asked once for each weight and slant instead of forty times a map.
  [[nodiscard]] PangoLayoutHandle make_layout(std::string_view text, const TextStyle& style) const;
  [[nodiscard]] double scale_of(const TextStyle& style) const noexcept { return style.size / layout_size_; }
  [[nodiscard]] FontDescriptionHandle describe(const TextStyle& style) const;
  [[nodiscard]] PangoContext* context() const noexcept { return context_.get(); }

 private:
  double layout_size_;
  std::string families_;
  PangoContextHandle context_;
};

/// Whether a line of this text runs from right to left (its first strong letter decides).
[[nodiscard]] bool runs_right_to_left(std::string_view clean);

}  // namespace dateline::render::detail
