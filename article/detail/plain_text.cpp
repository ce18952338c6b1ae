#include "article/detail/plain_text.hpp"

#include "article/detail/fields.hpp"

namespace dateline::article::detail {

namespace {

// Front matter is written by hand; a rule of dashes at the top of a story must not make the whole story disappear.
constexpr std::size_t kMostFrontMatterLines = 60;

std::string_view trim(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

std::string_view unquote(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

struct Line {
  Span span;            // without the line break
  std::size_t next = 0; // start of the next line
};

Line line_from(std::string_view text, std::size_t start) {
  const std::size_t end = std::min(text.find('\n', start), text.size());
  return {{start, end}, std::min(end + 1, text.size())};
}

/// Offset just after the closing `---`; 0 if the text does not begin with front matter.
std::size_t front_matter_end(std::string_view text) {
  Line line = line_from(text, 0);
  if (trim(line.span.of(text)) != "---") return 0;
  for (std::size_t i = 0; i < kMostFrontMatterLines && line.next < text.size(); ++i) {
    line = line_from(text, line.next);
    const std::string_view content = trim(line.span.of(text));
    if (content == "---" || content == "...") return line.next;
  }
  return 0;
}

void read_front_matter(Article& article, std::size_t end) {
  const std::string_view text = article.text;
  for (Line line = line_from(text, line_from(text, 0).next); line.span.start < end; line = line_from(text, line.next)) {
    const std::string_view content = trim(line.span.of(text));
    if (content == "---" || content == "...") break;
    const std::size_t colon = content.find(':');
    if (content.empty() || content.front() == '#' || colon == std::string_view::npos) continue;
    const std::string_view name = trim(content.substr(0, colon));
    const std::string_view value = unquote(trim(content.substr(colon + 1)));
    if (set_field(article.metadata, name, value) == FieldResult::BadDate) {
      article.diagnostics.push_back(diagnose(Severity::Warning, "this is not a date that can be read",
                                             "write it as YYYY-MM-DD", text, line.span, article.file));
    }
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// "date 2024-10-19" before the first sentence, as some feeds glue it there.
void read_leading_date(Article& article) {
  const std::string_view text = article.text;
  std::size_t at = article.body.start;
  while (at < text.size() && is_space(text[at])) ++at;
  const std::string_view word = text.substr(at, 4);
  if (word != "date" && word != "Date" && word != "DATE") return;
  at += 4;
  if (at < text.size() && text[at] == ':') ++at;
  const std::size_t gap = at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  const auto date = CivilDate::parse(text.substr(at, 10));
  if (at == gap || !date) return;
  at += 10;
  if (at < text.size() && !is_space(text[at])) return;
  while (at < text.size() && is_space(text[at])) ++at;
  article.body.start = at;
  if (article.metadata.published) return;
  article.metadata.published = date;
  article.metadata.published_basis = PublishedBasis::Text;
}

}  // namespace

void read_preamble(Article& article) {
  article.body = {0, article.text.size()};
  if (const std::size_t end = front_matter_end(article.text); end != 0) {
    read_front_matter(article, end);
    article.body.start = end;
  }
  read_leading_date(article);
}

}  // namespace dateline::article::detail
