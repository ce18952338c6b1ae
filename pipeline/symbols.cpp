#include "pipeline/symbols.hpp"

#include "base/error.hpp"
#include "render/app6_sheet.hpp"
#include "render/write.hpp"

namespace dateline::pipeline {

namespace {

render::App6Code read_code(const std::string& text) {
  auto code = render::parse_app6_code(text);
  if (render::app6_name(code).empty()) {
    InputError error("entity " + code.entity.substr(0, 6) + " with modifiers " + code.entity.substr(6) + " of the set \"" + to_string(code.set) + "\" is not drawn",
                     "`dateline symbol --list` shows the symbols that are");
    error.set_position({"code", 1, 11}, text);
    throw error;
  }
  return code;
}

std::vector<render::App6Code> read_codes(const std::vector<std::string>& texts) {
  std::vector<render::App6Code> codes;
  for (const auto& text : texts) codes.push_back(read_code(text));
  return codes;
}

}  // namespace

std::string draw_symbols(const std::vector<std::string>& texts, PictureFormat format, const SymbolOptions& options) {
  const auto codes = read_codes(texts);
  render::App6PageOptions page_options;
  page_options.side = options.side;
  page_options.canvas = options.canvas;
  const auto page = codes.size() == 1 ? render::app6_page(codes.front(), page_options) : render::app6_sheet(codes, page_options);
  switch (format) {
    case PictureFormat::Png: return render::write_png(page, options.scale);
    case PictureFormat::Svg: return render::write_svg(page);
    case PictureFormat::Pdf: return render::write_pdf({page});
    case PictureFormat::Html: break;
  }
  throw UsageError("a symbol is written as a picture", "use .png, .svg or .pdf");
}

std::vector<std::string> sheet_symbols() {
  std::vector<std::string> codes;
  for (const auto& code : render::app6_sheet_codes()) codes.push_back(to_sidc(code));
  return codes;
}

std::string describe_symbols(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& code : read_codes(texts)) out += to_sidc(code) + "\t" + app6_name(code) + "; " + app6_amplifiers(code) + "\n";
  return out;
}

std::string list_symbols() {
  std::string out = "code\tset\tname\n";
  for (const auto& entry : render::app6_entries()) {
    render::App6Code code;
    code.set = entry.set;
    code.entity = entry.entity;
    out += to_sidc(code) + "\t" + to_string(entry.set) + "\t" + entry.name + "\n";
  }
  return out;
}

}  // namespace dateline::pipeline
