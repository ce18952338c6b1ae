#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/base64.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "render/detail/display_geometry.hpp"
#include "render/detail/image_pixels.hpp"
#include "render/detail/lettering.hpp"
#include "render/detail/safe_text.hpp"
#include "render/detail/svg_path.hpp"
#include "render/write.hpp"

namespace dateline::render {

namespace {

using detail::escape_xml;
using detail::svg_number;

std::string attribute(const char* name, const std::string& value) {
  return std::string(" ") + name + "=\"" + value + '"';
}

std::string color_attributes(const char* name, const char* opacity_name, styles::Color color) {
  const double alpha = color.a;
  color.a = 1;
  std::string out = attribute(name, styles::to_hex(color));
  if (alpha < 1) out += attribute(opacity_name, svg_number(alpha));
  return out;
}

std::string stroke_attributes(const Stroke& stroke) {
  std::string out = color_attributes("stroke", "stroke-opacity", stroke.color);
  if (stroke.width != 1) out += attribute("stroke-width", svg_number(stroke.width));
  if (stroke.cap != Stroke::Cap::Butt) out += attribute("stroke-linecap", stroke.cap == Stroke::Cap::Round ? "round" : "square");
  if (stroke.join != Stroke::Join::Miter) out += attribute("stroke-linejoin", stroke.join == Stroke::Join::Round ? "round" : "bevel");
  std::string dashes;
  for (const double dash : stroke.dashes) dashes += (dashes.empty() ? "" : " ") + svg_number(dash);
  if (!dashes.empty()) out += attribute("stroke-dasharray", dashes);
  return out;
}

bool has_links(const DisplayList& items) {
  for (const DisplayItem& item : items) {
    const auto* group = std::get_if<BeginGroup>(&item);
    if (group != nullptr && !detail::safe_link(group->href).empty()) return true;
  }
  return false;
}

bool has_width(double width) { return std::isfinite(width) && width > 0; }

class SvgWriter {
 public:
  SvgWriter(const Page& page, const SvgOptions& options) : page_(page), options_(options), id_prefix_(to_id(page.document_id.substr(0, 8))) {
    if (options.letters == SvgOptions::Letters::Outlines) outlines_.emplace(detail::PangoEngine(page.font_families), page.items, 1);
  }

  std::string write() {
    write_head();
    for (const DisplayItem& item : page_.items) {
      at_ = &item;
      std::visit([this](const auto& i) { write_item(i); }, item);
    }
    while (!open_.empty()) close_one();
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  enum class Open { Group, LinkedGroup, Clip };

  void write_head() {
    // An element with role "img" hides its children from assistive technology: right only while there is nothing to follow.
    const char* role = has_links(page_.items) ? "graphics-document document" : "img";
    const std::string width = svg_number(page_.width), height = svg_number(page_.height);
    const std::string title_id = new_id("title"), description_id = new_id("desc");
    const bool file = options_.use == SvgOptions::Use::File;
    if (file) out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    out_ += attribute("width", width) + attribute("height", height) + attribute("viewBox", "0 0 " + width + ' ' + height);
    out_ += attribute("role", role) + attribute("aria-labelledby", title_id + (page_.description.empty() ? "" : ' ' + description_id));
    // A box that is a fraction of a pixel too tall, as a rounded size makes it, would move the page down by half of that and blur it.
    if (file) out_ += " preserveAspectRatio=\"xMidYMin\"";
    out_ += attribute("lang", escape_xml(page_.language)) + attribute("xml:lang", escape_xml(page_.language));
    // An HTML page has this in its own style: its security policy forbids style attributes.
    // Letters stand where they were laid out, not where hinting would have them.
    out_ += attribute("font-family", family_list()) + " text-rendering=\"geometricPrecision\"" + (file ? " style=\"font-variant-numeric:tabular-nums\"" : "") + ">\n";
    out_ += "<title" + attribute("id", title_id) + '>' + escape_xml(page_.title.empty() ? "Map" : page_.title) + "</title>\n";
    if (!page_.description.empty()) {
      out_ += "<desc" + attribute("id", description_id) + '>' + escape_xml(page_.description) + "</desc>\n";
    }
    if (file && (!page_.document_id.empty() || !page_.credits.empty())) {
      out_ += "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier>" + escape_xml(page_.document_id) +
              "</dc:identifier><dc:rights>" + escape_xml(page_.credits) + "</dc:rights></metadata>\n";
    }
  }

  std::string family_list() const {
    std::string list;
    for (const std::string& family : page_.font_families) {
      std::string name;
      for (const char c : detail::clean_text(family)) {
        if (c != '\'' && c != '\\') name += c;
      }
      list += '\'' + escape_xml(name) + "', ";
    }
    return list + "sans-serif";
  }

  void write_item(const PathItem& item) {
    if (!detail::is_drawable(item.path)) return;
    const bool stroked = item.stroke && has_width(item.stroke->width);
    const std::string data = attribute("d", detail::svg_path_data(item.path));
    const std::string stroke = stroked ? stroke_attributes(*item.stroke) : "";
    const auto write_path = [&](const std::string& paint) { out_ += "<path" + paint + data + "/>\n"; };
    std::string fill = " fill=\"none\"";
    if (item.fill) {
      fill = color_attributes("fill", "fill-opacity", *item.fill);
      if (item.fill_rule == FillRule::EvenOdd) fill += " fill-rule=\"evenodd\"";
    }
    if (!item.hatch) {
      if (item.fill || stroked) write_path(fill + stroke);
      return;
    }
    if (item.fill) write_path(fill);
    const Stroke lines{item.hatch->color, item.hatch->width, {}, Stroke::Cap::Butt, Stroke::Join::Miter};
    out_ += "<path fill=\"none\"" + stroke_attributes(lines) +
            attribute("d", detail::svg_path_data(detail::hatch_segments(item.path, item.fill_rule, *item.hatch))) + "/>\n";
    if (stroked) write_path(" fill=\"none\"" + stroke);
  }

  void write_item(const TextItem& item) {
    const TextStyle& style = item.style;
    const std::string clean = detail::clean_text(item.text);
    if (clean.empty() || !detail::is_drawable(item.at) || !has_width(style.size)) return;
    if (outlines_) return write_outlines(item, clean);
    const bool right_to_left = detail::runs_right_to_left(clean);
    // CSS spaces the last letter, too, and centres what that makes; so a spaced line is told by its left end.
    const bool by_left_end = style.letter_spacing != 0 && has_width(item.width) && !right_to_left;
    const double x = by_left_end ? item.at.x - item.width * share_before(item.anchor) : item.at.x;
    out_ += "<text" + attribute("x", svg_number(x)) + attribute("y", svg_number(item.at.y));
    out_ += attribute("font-size", svg_number(style.size));
    if (style.weight != 400) out_ += attribute("font-weight", std::to_string(style.weight));
    if (style.italic) out_ += " font-style=\"italic\"";
    if (style.letter_spacing != 0) out_ += attribute("letter-spacing", svg_number(style.letter_spacing));
    out_ += anchor_attributes(by_left_end ? TextAnchor::Start : item.anchor, right_to_left);
    // Keeps the line within its column where the reader's machine has another font.
    if (has_width(item.width)) {
      out_ += attribute("textLength", svg_number(item.width + style.letter_spacing)) + " lengthAdjust=\"spacingAndGlyphs\"";
    }
    if (item.rotation_degrees != 0 && std::isfinite(item.rotation_degrees)) {
      out_ += attribute("transform", "rotate(" + svg_number(item.rotation_degrees) + ' ' + svg_number(item.at.x) + ' ' +
                                         svg_number(item.at.y) + ')');
    }
    out_ += color_attributes("fill", "fill-opacity", style.color);
    if (style.halo && has_width(style.halo_width)) {
      const Stroke halo{*style.halo, 2 * style.halo_width, {}, Stroke::Cap::Butt, Stroke::Join::Round};
      out_ += " paint-order=\"stroke\"" + stroke_attributes(halo);
    }
    out_ += '>' + escape_xml(clean) + "</text>\n";
  }

  // The part of a line that lies left of its anchor.
  static double share_before(TextAnchor anchor) {
    switch (anchor) {
      case TextAnchor::Start: return 0;
      case TextAnchor::Middle: return 0.5;
      case TextAnchor::End: return 1;
    }
    return 0;
  }

  // Letters as one path, below them their halo; what they say is the title.
  void write_outlines(const TextItem& item, const std::string& clean) {
    const Path& letters = outlines_->letters(static_cast<std::size_t>(at_ - page_.items.data()));
    if (letters.empty()) return;
    const std::string data = attribute("d", detail::svg_path_data(letters));
    out_ += "<g role=\"img\"><title>" + escape_xml(clean) + "</title>";
    if (const auto halo = detail::halo_stroke(item.style)) out_ += "<path fill=\"none\"" + stroke_attributes(*halo) + data + "/>";
    out_ += "<path" + color_attributes("fill", "fill-opacity", item.style.color) + data + "/></g>\n";
  }

  void write_item(const ImageItem& image) {
    if (!detail::is_drawable(image)) return;
    out_ += "<image" + attribute("x", svg_number(image.box.left)) + attribute("y", svg_number(image.box.top));
    out_ += attribute("width", svg_number(image.box.width())) + attribute("height", svg_number(image.box.height()));
    out_ += " preserveAspectRatio=\"none\" href=\"data:image/png;base64," + to_base64(detail::image_png(image)) + "\"/>\n";
  }

  // "start" is the left end for us, but the right one for SVG where a line runs from right to left.
  static std::string anchor_attributes(TextAnchor anchor, bool right_to_left) {
    std::string out = right_to_left ? " direction=\"rtl\"" : "";
    if (anchor == TextAnchor::Middle) return out + " text-anchor=\"middle\"";
    if ((anchor == TextAnchor::End) != right_to_left) out += " text-anchor=\"end\"";
    return out;
  }

  // What can be read in the link comes first (WCAG 2.5.3: who speaks to the machine says what he sees), then its title.
  std::string link_name(const BeginGroup& group) const {
    std::string name;
    int depth = 0;
    for (const DisplayItem* item = at_; item != page_.items.data() + page_.items.size(); ++item) {
      if (std::holds_alternative<BeginGroup>(*item)) ++depth;
      if (std::holds_alternative<EndGroup>(*item) && --depth == 0) break;
      if (const auto* text = std::get_if<TextItem>(item)) name += detail::clean_text(text->text) + ' ';
    }
    if (group.title.empty() && !name.empty()) name.pop_back();
    return name.empty() || group.title.empty() ? name + group.title : name + "\xE2\x80\x93 " + group.title;
  }

  void write_item(const BeginGroup& group) {
    const std::string link = detail::safe_link(group.href);
    if (!link.empty()) {
      out_ += "<a" + attribute("href", escape_xml(link));
      if (const std::string name = link_name(group); !name.empty()) out_ += attribute("aria-label", escape_xml(name));
      out_ += '>';
    }
    out_ += "<g";
    if (!group.id.empty()) out_ += attribute("id", new_id(group.id));
    if (!group.css_class.empty()) out_ += attribute("class", escape_xml(group.css_class));
    out_ += ">\n";
    if (!group.title.empty()) out_ += "<title>" + escape_xml(group.title) + "</title>\n";
    if (!group.description.empty()) out_ += "<desc>" + escape_xml(group.description) + "</desc>\n";
    open_.push_back(link.empty() ? Open::Group : Open::LinkedGroup);
  }
  void write_item(const EndGroup&) { close_down_to(Open::Group); }

  void write_item(const PushClip& clip) {
    const std::string data = detail::is_drawable(clip.path) ? detail::svg_path_data(clip.path) : "";
    auto [known, added] = clip_ids_.try_emplace(data);
    if (added) {
      known->second = new_id(id_prefix_ + "-clip-" + std::to_string(clip_ids_.size()));
      out_ += "<clipPath" + attribute("id", known->second) + "><path" + attribute("d", data) + " clip-rule=\"evenodd\"/></clipPath>\n";
    }
    out_ += "<g" + attribute("clip-path", "url(#" + known->second + ')') + ">\n";
    open_.push_back(Open::Clip);
  }
  void write_item(const PopClip&) { close_down_to(Open::Clip); }

  // Lists made by hand may be unbalanced or crossed; XML may not.
  void close_down_to(Open kind) {
    const auto fits = [&](Open open) { return open == kind || (kind == Open::Group && open == Open::LinkedGroup); };
    bool found = false;
    for (const Open open : open_) found = found || fits(open);
    if (!found) return;
    while (!fits(open_.back())) close_one();
    close_one();
  }
  void close_one() {
    out_ += open_.back() == Open::LinkedGroup ? "</g></a>\n" : "</g>\n";
    open_.pop_back();
  }

  /// A legal XML id made of `wanted`.
  static std::string to_id(const std::string& wanted) {
    std::string id;
    for (const char c : wanted) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      const bool other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (id.empty() && !letter) id += 'd';
      if (letter || other) id += c; else id += '_';
    }
    return id.empty() ? "d" : id;
  }
  /// The same, not yet used in this file.
  std::string new_id(const std::string& wanted) {
    const std::string id = to_id(options_.id_prefix + wanted);
    std::string unique = id;
    for (int n = 2; !ids_.insert(unique).second; ++n) unique = id + '-' + std::to_string(n);
    return unique;
  }

  const Page& page_;
  const SvgOptions& options_;
  std::string id_prefix_;
  const DisplayItem* at_ = nullptr;   // the item that is written
  std::optional<detail::OutlineLettering> outlines_;
  std::string out_;
  std::vector<Open> open_;
  std::set<std::string> ids_;
  std::map<std::string, std::string> clip_ids_;  // path data -> id
};

}  // namespace

std::string write_svg(const Page& page, const SvgOptions& options) {
  const auto good = [](double side) { return side >= 1 && side <= limits::max_page_side; };
  if (!good(page.width) || !good(page.height)) {
    throw RenderError("a page must be 1 to " + std::to_string(limits::max_page_side) + " pixels wide and high");
  }
  return SvgWriter(page, options).write();
}

}  // namespace dateline::render
