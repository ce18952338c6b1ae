#include "article/detail/layout.hpp"

#include <algorithm>

#include "article/detail/boilerplate.hpp"
#include "article/detail/character_class.hpp"
#include "base/utf8.hpp"

namespace dateline::article::detail {

namespace {

// Text wrapped by mail programs and wire terminals: 60 to 100 columns. Longer lines are paragraphs in their own right.
constexpr std::size_t kNarrowestWrap = 40;
constexpr std::size_t kWidestWrap = 110;
// Hand-made wraps leave a few columns free.
constexpr std::size_t kWrapSlack = 3;
constexpr std::size_t kMostHeadingWords = 16;

struct Line {
  Span span;                  // without surrounding space
  std::size_t columns = 0;
  std::size_t first_word = 0; // columns of its first word
  bool blank_before = false;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const Character c = character_at(text, span.start);
    if (c.kind != CharClass::Space) break;
    span.start += c.length;
  }
  while (!span.empty() && (is_space(text[span.end - 1]) || text[span.end - 1] == '\n')) --span.end;
  return span;
}

std::vector<Line> find_lines(std::string_view text, Span body) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t start = body.start; start < body.end;) {
    const std::size_t found = std::min(text.find_first_of("\n\r", start), body.end);
    const Span span = trim(text, {start, found});
    // "\r\n" is one break; a lone "\r" (old Mac texts) is one too
    start = found + (text.substr(found, 2) == "\r\n" ? 2 : 1);
    if (span.empty()) {
      blank = true;
      continue;
    }
    const std::string_view content = span.of(text);
    const std::size_t word = std::min(content.find(' '), content.size());
    lines.push_back({span, count_code_points(content), count_code_points(content.substr(0, word)), blank});
    blank = false;
  }
  return lines;
}

/// Bytes of a bullet with the space after it: "• ", "- ", "3. ", "b) "; 0 if there is none.
std::size_t bullet_length(std::string_view line) {
  const Character mark = character_at(line, 0);
  std::size_t end = mark.length;
  if (mark.kind == CharClass::Digit) {
    while (end < line.size() && end < 2 && kAsciiClasses[static_cast<unsigned char>(line[end]) & 0x7F] == CharClass::Digit) ++end;
    if (end >= line.size() || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  } else if (is_letter(mark.kind)) {
    if (end >= line.size() || line[end] != ')') return 0;
    ++end;
  } else {
    const char32_t c = mark.value;
    const bool listed = c == U'*' || c == U'-' || c == U'\u2022' || c == U'\u2023' || c == U'\u25AA' || c == U'\u25CF' ||
                        c == U'\u25E6' || c == U'\u2043' || c == U'\u00B7' || c == U'\u2013';
    if (!listed) return 0;
  }
  if (end >= line.size() || line[end] != ' ') return 0;
  while (end < line.size() && line[end] == ' ') ++end;
  return end;
}

/// Bytes of the marks of a Markdown heading: "## "; 0 if there are none.
std::size_t heading_mark_length(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ' ? marks + 1 : 0;
}

bool would_not_have_fitted(const Line& line, const Line& next, std::size_t width) {
  return line.columns + 1 + next.first_word + kWrapSlack > width;
}

/// The column at which the text was wrapped by hand or program; 0 if it was not.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.columns);
  if (width < kNarrowestWrap || width > kWidestWrap) return 0;
  std::size_t pairs = 0;
  std::size_t full = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blank_before) continue;
    ++pairs;
    full += would_not_have_fitted(lines[i - 1], lines[i], width) ? 1 : 0;
  }
  return pairs > 0 && full * 10 >= pairs * 6 ? width : 0;
}

bool ends_with_stop(std::string_view text) {
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    const Character c = character_at(text, last);
    if (is_closing_mark(c.value)) {
      text = text.substr(0, last);
      continue;
    }
    switch (c.value) {
      case U'.': case U'!': case U'?': case U':': case U';': case U',': case U'\u2026':
      case U'\u3002': case U'\uFF01': case U'\uFF1F': case U'\u061F': case U'\u0964': return true;
      default: return is_dash(c.value);
    }
  }
  return false;
}

bool looks_like_heading(std::string_view line) {
  if (ends_with_stop(line)) return false;
  const Character first = character_at(line, 0);
  if (first.kind == CharClass::Lower) return false;
  std::size_t words = 1;
  for (const char c : line) words += c == ' ' ? 1 : 0;
  return words <= kMostHeadingWords;
}

void name_kind(std::string_view text, Paragraph& paragraph) {
  const std::string_view content = paragraph.span.of(text);
  if (const std::size_t marks = heading_mark_length(content); marks != 0 && paragraph.lines == 1) {
    paragraph.span.start += marks;
    paragraph.kind = SentenceKind::Heading;
  } else if (const std::size_t bullet = bullet_length(content); bullet != 0 && bullet < content.size()) {
    paragraph.span.start += bullet;
    paragraph.kind = SentenceKind::ListItem;
  } else if (is_boilerplate(content)) {
    paragraph.kind = SentenceKind::Boilerplate;
  } else if (paragraph.lines == 1 && looks_like_heading(content)) {
    paragraph.kind = SentenceKind::Heading;
  }
}

/// A text that is mostly lines without stops is a list of sentences, not a stack of headings.
void drop_unlikely_headings(std::vector<Paragraph>& paragraphs) {
  const auto is_heading = [](const Paragraph& p) { return p.kind == SentenceKind::Heading; };
  const auto headings = static_cast<std::size_t>(std::count_if(paragraphs.begin(), paragraphs.end(), is_heading));
  if (headings * 2 <= paragraphs.size()) return;
  for (Paragraph& paragraph : paragraphs) {
    if (is_heading(paragraph)) paragraph.kind = SentenceKind::Body;
  }
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text, Span body) {
  const std::vector<Line> lines = find_lines(text, {body.start, std::min(body.end, text.size())});
  const std::size_t width = wrap_width(lines);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool joined = width != 0 && !lines[i].blank_before && would_not_have_fitted(lines[i - 1], lines[i], width) &&
                        bullet_length(lines[i].span.of(text)) == 0;
    if (joined) {
      paragraphs.back().span.end = lines[i].span.end;
      ++paragraphs.back().lines;
    } else {
      paragraphs.push_back({lines[i].span, SentenceKind::Body, 1});
    }
  }
  for (Paragraph& paragraph : paragraphs) name_kind(text, paragraph);
  drop_unlikely_headings(paragraphs);
  return paragraphs;
}

}  // namespace dateline::article::detail
