#include "render/display_list.hpp"

#include <cmath>

namespace dateline::render {

namespace {

// Tenths, written by hand: printf follows the locale.
std::string number(double value) {
  if (!std::isfinite(value)) return "nan";
  const long long tenths = std::llround(value * 10);
  const long long size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + '.' + std::to_string(size % 10);
}

std::string point(PagePoint p) { return number(p.x) + ',' + number(p.y); }

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += "\\n"; else out += c;
  }
  return out + '"';
}

std::string path_text(const Path& path) {
  std::string out;
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      out += " M " + point(move->to);
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      out += " L " + point(line->to);
    } else if (const auto* curve = std::get_if<CurveTo>(&segment)) {
      out += " C " + point(curve->control1) + ' ' + point(curve->control2) + ' ' + point(curve->to);
    } else {
      out += " Z";
    }
  }
  return out;
}

std::string stroke_text(const Stroke& stroke) {
  static constexpr const char* caps[] = {"butt", "round", "square"};
  static constexpr const char* joins[] = {"miter", "round", "bevel"};
  std::string out = " stroke=" + styles::to_hex(stroke.color) + " width=" + number(stroke.width) +
                    " cap=" + caps[static_cast<int>(stroke.cap)] + " join=" + joins[static_cast<int>(stroke.join)];
  std::string dashes;
  for (const double dash : stroke.dashes) dashes += (dashes.empty() ? "" : ",") + number(dash);
  return dashes.empty() ? out : out + " dashes=" + dashes;
}

std::string line_of(const PathItem& item) {
  std::string out = "path";
  if (item.fill) out += " fill=" + styles::to_hex(*item.fill) + (item.fill_rule == FillRule::NonZero ? " nonzero" : "");
  if (item.hatch) {
    out += " hatch=" + styles::to_hex(item.hatch->color) + " spacing=" + number(item.hatch->spacing) +
           " line=" + number(item.hatch->width) + " angle=" + number(item.hatch->angle_degrees);
  }
  if (item.stroke) out += stroke_text(*item.stroke);
  return out + " :" + path_text(item.path);
}

std::string line_of(const TextItem& item) {
  static constexpr const char* anchors[] = {"start", "middle", "end"};
  const TextStyle& style = item.style;
  std::string out = "text " + quoted(item.text) + " at " + point(item.at) + ' ' + anchors[static_cast<int>(item.anchor)] +
                    " width=" + number(item.width) + " size=" + number(style.size) +
                    " weight=" + std::to_string(style.weight) + (style.italic ? " italic" : "") +
                    " color=" + styles::to_hex(style.color);
  if (style.letter_spacing != 0) out += " spacing=" + number(style.letter_spacing);
  if (style.halo) out += " halo=" + styles::to_hex(*style.halo) + ' ' + number(style.halo_width);
  if (item.rotation_degrees != 0) out += " rotated=" + number(item.rotation_degrees);
  return out;
}

std::string line_of(const ImageItem& image) {
  // Pixels are compared as pictures; here only how many there are.
  return "image " + std::to_string(image.width) + " x " + std::to_string(image.height) + " at " + point({image.box.left, image.box.top}) + ' ' +
         point({image.box.right, image.box.bottom});
}

std::string line_of(const BeginGroup& group) {
  std::string out = "group";
  if (!group.id.empty()) out += " id=" + quoted(group.id);
  if (!group.css_class.empty()) out += " class=" + quoted(group.css_class);
  if (!group.title.empty()) out += " title=" + quoted(group.title);
  if (!group.description.empty()) out += " desc=" + quoted(group.description);
  if (!group.href.empty()) out += " href=" + quoted(group.href);
  return out;
}

std::string line_of(const EndGroup&) { return "end"; }
std::string line_of(const PushClip& clip) { return "clip :" + path_text(clip.path); }
std::string line_of(const PopClip&) { return "endclip"; }

}  // namespace

std::string to_text(const Page& page) {
  std::string out = "page " + number(page.width) + " x " + number(page.height) + " lang=" + quoted(page.language) + '\n';
  out += "title " + quoted(page.title) + "\ndescription " + quoted(page.description) + '\n';
  out += "document " + quoted(page.document_id) + "\ncredits " + quoted(page.credits) + "\nfonts";
  for (const std::string& family : page.font_families) out += ' ' + quoted(family);
  out += '\n';
  for (const DisplayItem& item : page.items) {
    out += std::visit([](const auto& i) { return line_of(i); }, item);
    out += '\n';
  }
  return out;
}

}  // namespace dateline::render
