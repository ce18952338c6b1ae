#include "render/furniture.hpp"

#include <algorithm>

#include "render/page_layout.hpp"

namespace dateline::render {
namespace {

constexpr double footer_top = 8, footer_space = 3, beside_gap = 8;   // px

std::string joined(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  }
  return text;
}

}  // namespace

Header make_header(const Scene& scene, double width, const Theme& theme, const Typesetter& type) {
  Header header;
  // A narrow page takes a smaller title rather than four lines of it.
  const double title_size = width < narrow_page ? theme.title * 0.66 : width < 900 ? theme.title * 0.8 : theme.title;
  header.title = type.paragraph(scene.title, text_style(title_size, theme.ink, 700), width);
  header.as_of = type.block(scene.as_of.empty() ? std::vector<TextLine>{} : std::vector<TextLine>{{scene.as_of, text_style(theme.note, theme.muted, 600)}});
  header.as_of_below = width < narrow_page;
  const double beside = header.as_of.width > 0 && !header.as_of_below ? header.as_of.width + 24 : 0;
  header.subtitle = type.paragraph(scene.subtitle, text_style(header.as_of_below ? theme.note : theme.subtitle, theme.muted), std::max(width - beside, width * 0.5));
  header.height = header.title.height + (header.title.lines.empty() ? 0 : 9) +
                  (header.as_of_below ? header.subtitle.height + header.as_of.height + (header.as_of.lines.empty() ? 0 : 4)
                                      : std::max(header.subtitle.height, header.as_of.height));
  return header;
}

void paint_header(DisplayList& out, const Header& header, const PageBox& box, const Theme& theme, const Typesetter& type) {
  (void)theme;
  out.emplace_back(BeginGroup{"header", "layer", "", "", ""});
  type.paint(out, header.title, {box.left, box.top});
  const double below = box.top + header.title.height + (header.title.lines.empty() ? 0 : 9);
  type.paint(out, header.subtitle, {box.left, below});
  if (header.as_of_below) {
    type.paint(out, header.as_of, {box.left, below + header.subtitle.height + 4});
  } else if (!header.as_of.lines.empty()) {
    // On the baseline of the subtitle's first line.
    const double shift = header.subtitle.baselines.empty() ? 0 : header.subtitle.baselines.front() - header.as_of.baselines.front();
    type.paint(out, header.as_of, {box.right - header.as_of.width, below + shift}, TextAnchor::End);
  }
  out.emplace_back(EndGroup{});
}

Footer make_footer(const Scene& scene, const std::string& map_credits, double width, const Theme& theme, const Typesetter& type) {
  Footer footer;
  footer.warning = type.paragraph(scene.unverified_line, text_style(theme.note, theme.ink, 700), width);
  footer.precision = type.paragraph(scene.precision_line, text_style(theme.note, theme.ink), width);
  const std::string id = scene.document_id.empty() ? "" : "Document " + scene.document_id;
  const std::string credits = scene.credits.empty() ? map_credits : scene.credits;
  const TextStyle fine = text_style(theme.fine, theme.muted);
  footer.policy = type.paragraph(scene.policy_line, fine, width);
  footer.credits = type.paragraph(joined({credits, id}), fine, width);
  // Beside the warning while both fit into one line.
  footer.beside = footer.warning.lines.size() == 1 && footer.precision.lines.size() == 1 &&
                  footer.warning.width + beside_gap + footer.precision.width <= width;
  footer.height = footer_top;
  for (const TextBlock* block : {&footer.warning, &footer.precision, &footer.policy, &footer.credits}) {
    if (!block->lines.empty() && !(footer.beside && block == &footer.precision)) footer.height += block->height + footer_space;
  }
  return footer;
}

void paint_footer(DisplayList& out, const Footer& footer, const PageBox& box, const Theme& theme, const Typesetter& type) {
  out.emplace_back(BeginGroup{"footer", "layer", "", "", ""});
  PathItem rule;
  rule.path = {MoveTo{{box.left, box.top}}, LineTo{{box.right, box.top}}};
  rule.stroke = Stroke{theme.rule, 1, {}, Stroke::Cap::Butt, Stroke::Join::Round};
  out.emplace_back(std::move(rule));
  double y = box.top + footer_top;
  for (const TextBlock* block : {&footer.warning, &footer.precision, &footer.policy, &footer.credits}) {
    if (block->lines.empty()) continue;
    if (footer.beside && block == &footer.precision) {
      type.paint(out, *block, {box.left + footer.warning.width + beside_gap, box.top + footer_top});
      continue;
    }
    type.paint(out, *block, {box.left, y});
    y += block->height + footer_space;
  }
  out.emplace_back(EndGroup{});
}

void paint_caption(DisplayList& out, const std::string& caption, const PageBox& frame, const Theme& theme, const Typesetter& type) {
  const TextStyle style = text_style(theme.fine, theme.muted);
  // Part by part while they fit; what does not is the projection's name, the last and least.
  std::string shown;
  for (std::size_t from = 0; from < caption.size();) {
    const std::size_t to = std::min(caption.find(" · ", from), caption.size());
    const std::string longer = caption.substr(0, to);
    if (!shown.empty() && type.width(longer, style) > frame.width()) break;
    shown = longer;
    from = to + 4;   // the middle dot takes two bytes
  }
  if (shown.empty()) return;
  type.paint(out, shown, {frame.left, frame.bottom + 3 + style.size}, style);
}

}  // namespace dateline::render
