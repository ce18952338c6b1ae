#include "pipeline/picture.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/error.hpp"
#include "pipeline/html_map.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline {

namespace {

std::string write_pages(const std::vector<render::Page>& pages, PictureFormat format, const PictureOptions& options) {
  switch (format) {
    case PictureFormat::Png: return render::write_png(pages.front(), options.scale);
    case PictureFormat::Svg: return render::write_svg(pages.front(), {render::SvgOptions::Use::File, {}, options.letters});
    case PictureFormat::Pdf: return render::write_pdf(pages);
    case PictureFormat::Html: break;   // draw_html_map()
  }
  return {};
}

/// A PDF turns the page; a picture has one page and must say what does not fit, unless the caller lets it grow.
render::DrawOptions for_format(render::DrawOptions options, PictureFormat format) {
  if (format == PictureFormat::Pdf && options.overflow == render::DrawOptions::Overflow::Truncate) {
    options.overflow = render::DrawOptions::Overflow::NewPage;
  }
  return options;
}

}  // namespace

PictureFormat picture_format(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (ending == ".png") return PictureFormat::Png;
  if (ending == ".svg") return PictureFormat::Svg;
  if (ending == ".pdf") return PictureFormat::Pdf;
  if (ending == ".html" || ending == ".htm") return PictureFormat::Html;
  throw UsageError("the ending of '" + path + "' names no picture format", "use .png, .svg, .pdf or .html");
}

std::string relief_credit(const render::DrawOptions& options) {
  if (options.relief_credit.empty()) return "";
  return " Relief: " + options.relief_credit + (options.relief_credit.ends_with('.') ? "" : ".");
}

Picture draw_map(Data& data, const claims::Ledger& ledger, PictureFormat format, const PictureOptions& options) {
  if (format == PictureFormat::Html) return draw_html_map(data, ledger, options);
  auto scene = make_scene(data, ledger, options.scene);
  scene.scene.credits += relief_credit(options.draw);
  const auto style = styles::load_style(options.style, data.folder());
  auto drawing = render::draw(scene.scene, data.base_map(options.scene.worldview), style, for_format(options.draw, format));
  return {write_pages(drawing.pages, format, options), std::move(drawing.diagnostics), std::move(drawing.panels),
          std::move(scene.left_out), scene.scene.marks.size()};
}

}  // namespace dateline::pipeline
