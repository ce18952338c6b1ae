#pragma once

#include "styles/style.hpp"

/// How well colours can be told apart, for checking themes.
namespace dateline::styles {

/// CIE 1976 L*a*b*, illuminant D65, 2 degree observer. L* is 0 (black) to 100 (white).
struct Lab {
  double lightness = 0, a = 0, b = 0;
  [[nodiscard]] double chroma() const noexcept;
  [[nodiscard]] double hue_degrees() const noexcept;   ///< 0 to 360, from the a* axis
};
/// Ignores alpha.
[[nodiscard]] Lab to_lab(Color color) noexcept;

/// `top` painted over an opaque `ground`, as browsers and Cairo do it (in sRGB, not in linear light).
[[nodiscard]] Color over(Color top, Color ground) noexcept;

/// Relative luminance, 0 to 1. Source: WCAG 2.2, "relative luminance".
[[nodiscard]] double luminance(Color color) noexcept;
/// Contrast ratio, 1 to 21, symmetric. Ignores alpha. Source: WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrast(Color a, Color b) noexcept;

/// Colour difference CIEDE2000 with weights of one; some 2 is just noticeable, 12 is plain at a glance.
/// Source: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application 30 (2005).
[[nodiscard]] double difference(const Lab& x, const Lab& y) noexcept;

enum class ColorVision { Normal, Protanopia, Deuteranopia, Tritanopia, Grey };
/// What a reader with this vision sees: complete dichromacy, or a grey print.
/// Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency", IEEE TVCG 15 (2009), severity 1.0, in linear light.
[[nodiscard]] Color as_seen(Color color, ColorVision vision) noexcept;

}  // namespace dateline::styles
