#include "render/detail/shaped_paragraph.hpp"

#include <cstdint>
#include <memory>

namespace dateline::render::detail {

namespace {

struct IterFree {
  void operator()(PangoLayoutIter* iter) const noexcept { pango_layout_iter_free(iter); }
};

/// Widths of the clusters, by the byte that each begins at; 0 elsewhere.
std::vector<int> cluster_widths(PangoLayout* layout, std::size_t bytes) {
  std::vector<int> widths(bytes + 1, 0);
  const std::unique_ptr<PangoLayoutIter, IterFree> iter(pango_layout_get_iter(layout));
  do {
    PangoRectangle logical{};
    pango_layout_iter_get_cluster_extents(iter.get(), nullptr, &logical);
    const int byte = pango_layout_iter_get_index(iter.get());
    if (byte >= 0 && static_cast<std::size_t>(byte) <= bytes) widths[static_cast<std::size_t>(byte)] += logical.width;
  } while (pango_layout_iter_next_cluster(iter.get()) != FALSE);
  return widths;
}

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

ShapedParagraph::ShapedParagraph(PangoLayout* layout) : text_(pango_layout_get_text(layout)) {
  const std::vector<int> widths = cluster_widths(layout, text_.size());
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
  std::int64_t x = 0;
  for (std::size_t byte = 0; byte <= text_.size(); ++byte) {
    if (byte == text_.size() || begins_letter(text_[byte])) {
      Letter letter{byte, static_cast<double>(x) / PANGO_SCALE, false, false, false};
      if (letters_.size() < static_cast<std::size_t>(count)) {
        const PangoLogAttr& a = attributes[letters_.size()];
        letter.may_break = a.is_line_break != 0;
        letter.may_split = a.is_char_break != 0;
        letter.white = a.is_white != 0;
      }
      letters_.push_back(letter);
    }
    x += widths[byte];
  }
}

// One past the last letter of the line that begins at `start`.
std::size_t ShapedParagraph::line_end(std::size_t start, double width) const {
  const std::size_t end = letters_.size() - 1;
  std::size_t whole = start, split = start, last_black = start;   // ends of the line as it would be
  for (std::size_t i = start + 1; i <= end; ++i) {
    if (!letters_[i - 1].white) last_black = i;
    const bool fits = letters_[last_black].x - letters_[start].x <= width;
    if (!fits) break;
    if (i == end || letters_[i].may_break) whole = i;
    if (i == end || letters_[i].may_split) split = i;
  }
  if (whole > start) return whole;
  if (split > start) return split;
  std::size_t least = start + 1;   // a line holds one letter in any case
  while (least < end && !letters_[least].may_split) ++least;
  return least;
}

std::vector<std::string> ShapedParagraph::lines(double width) const {
  std::vector<std::string> lines;
  const std::size_t end = letters_.size() - 1;
  for (std::size_t start = 0; start < end;) {
    if (letters_[start].white) {
      ++start;
      continue;
    }
    const std::size_t next = line_end(start, width);
    std::size_t black = next;
    while (black > start && letters_[black - 1].white) --black;
    lines.push_back(text_.substr(letters_[start].byte, letters_[black].byte - letters_[start].byte));
    start = next;
  }
  return lines;
}

}  // namespace dateline::render::detail
