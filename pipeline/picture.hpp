#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/scene.hpp"
#include "render/draw.hpp"
#include "render/write.hpp"

namespace dateline::pipeline {

enum class PictureFormat { Png, Svg, Pdf, Html };
/// By the ending of a file name, in any case. Throws UsageError that lists the known endings.
[[nodiscard]] PictureFormat picture_format(const std::string& path);

struct PictureOptions {
  SceneOptions scene;
  render::DrawOptions draw;
  std::string style = "light";   ///< a shipped theme or the path of a style file
  double scale = 1;              ///< PNG only: device pixels per CSS pixel
  render::SvgOptions::Letters letters = render::SvgOptions::Letters::Text;   ///< SVG only
};

/// " Relief: NAME." for the credits; empty without one.
[[nodiscard]] std::string relief_credit(const render::DrawOptions& options);

struct Picture {
  std::string bytes;
  Diagnostics diagnostics;
  std::vector<std::string> panels;    ///< one line a panel: where and at what scale
  std::vector<std::string> left_out;  ///< what is in the ledger and not on the map, with the reason
  std::size_t marks = 0;
};

/// Ledger -> picture. Throws NothingToDraw.
[[nodiscard]] Picture draw_map(Data& data, const claims::Ledger& ledger, PictureFormat format, const PictureOptions& options);

}  // namespace dateline::pipeline
