#include "base/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace dateline {

namespace {

/// An excerpt is cut so that the marked part stays visible; articles put whole paragraphs on one line.
constexpr std::size_t kExcerptCodePoints = 100;
constexpr std::size_t kExcerptLead = 40;

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

struct Excerpt {
  std::string text;
  std::size_t column;
};

Excerpt shorten(const std::string& line, std::size_t column) {
  const CodePointIndex index(line);
  if (index.size() <= kExcerptCodePoints) return {line, column};
  const std::size_t first = column > kExcerptLead ? column - kExcerptLead : 0;
  const std::size_t last = std::min(index.size(), first + kExcerptCodePoints);
  std::string text = line.substr(index.to_bytes(first), index.to_bytes(last) - index.to_bytes(first));
  if (last < index.size()) text += "...";
  if (first == 0) return {std::move(text), column};
  return {"..." + text, column - first + 3};
}

}  // namespace

std::string format_diagnostic(const Diagnostic& d) {
  std::string out;
  if (!d.position.file.empty()) {
    out += d.position.file + ":";
    if (d.position.line != 0) {
      out += std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + ":";
    }
    out += " ";
  }
  out += std::string(severity_name(d.severity)) + ": " + d.message + "\n";
  if (!d.excerpt.empty() && d.position.line != 0) {
    const auto [text, column] = shorten(d.excerpt, d.position.column);
    const std::size_t room = count_code_points(text) + 1 - std::min(column, count_code_points(text));
    const std::size_t length = std::max<std::size_t>(1, std::min(d.length, room));
    out += "  " + text + "\n  " + std::string(column - 1, ' ') + "^" + std::string(length - 1, '~') + "\n";
  }
  if (!d.hint.empty()) out += "hint: " + d.hint + "\n";
  return out;
}

Diagnostic diagnose(Severity severity, std::string message, std::string hint, std::string_view text, Span span,
                    std::string file) {
  Diagnostic d;
  d.severity = severity;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.position = position_at(text, span.start, std::move(file));
  d.excerpt = std::string(line_at(text, span.start));
  d.length = std::max<std::size_t>(1, count_code_points(span.of(text)));
  return d;
}

}  // namespace dateline
