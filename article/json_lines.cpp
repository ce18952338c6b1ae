#include <algorithm>
#include <istream>
#include <string>

#include "article/detail/decode.hpp"
#include "article/detail/finish.hpp"
#include "article/reader.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace dateline::article {

namespace {

/// Reads lines of bounded length; memory stays flat whatever the stream holds.
class LineReader {
 public:
  explicit LineReader(std::istream& in) : in_(in) {}

  enum class Result { Line, TooLong, End };

  Result next(std::string& line) {
    line.clear();
    std::streambuf& buffer = *in_.rdbuf();
    bool any = false;
    for (int c = buffer.sbumpc(); c != std::char_traits<char>::eof(); c = buffer.sbumpc()) {
      any = true;
      if (c == '\n') return line.size() > limits::max_json_line_bytes ? Result::TooLong : Result::Line;
      if (line.size() <= limits::max_json_line_bytes) line += static_cast<char>(c);
    }
    if (!any) return Result::End;
    return line.size() > limits::max_json_line_bytes ? Result::TooLong : Result::Line;
  }

 private:
  std::istream& in_;
};

Diagnostic problem(const std::string& message, const std::string& hint, SourcePosition position) {
  return {Severity::Error, message, hint, std::move(position), {}, 1};
}

/// The error of one line, moved from "within the line" to "within the file".
Diagnostic from_error(const InputError& error, std::string_view line, const std::string& file, std::size_t number) {
  const SourcePosition at = error.position();
  Diagnostic diagnostic = problem(error.what(), error.hint(), {file, number, std::max<std::size_t>(at.column, 1)});
  constexpr std::size_t kShown = 200;  // lines are whole stories; show the start only
  if (line.size() <= kShown && is_valid_utf8(line)) diagnostic.excerpt = line;
  return diagnostic;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

std::size_t stream_json_lines(std::istream& in, const std::string& file, const ReadOptions& options,
                              const std::function<void(Article&&)>& take,
                              const std::function<void(const Diagnostic&)>& report) {
  LineReader reader(in);
  std::string line;
  std::size_t stories = 0;
  for (std::size_t number = 1;; ++number) {
    const LineReader::Result result = reader.next(line);
    if (result == LineReader::Result::End) return stories;
    if (result == LineReader::Result::TooLong) {
      report(problem("the line is longer than " + std::to_string(limits::max_json_line_bytes >> 20U) + " MB",
                     "give one story a line", {file, number, 1}));
      continue;
    }
    if (is_blank(line)) continue;
    try {
      bool broken = !is_valid_utf8(line) || line.starts_with("\xEF\xBB\xBF");
      if (broken) line = detail::decode(line).text;
      broken = broken && line.find("\xEF\xBF\xBD") != std::string::npos;
      Article article = detail::article_from_json(line, file, options);
      if (broken) {
        article.flags.emplace_back("invalid-utf8");
        article.diagnostics.push_back({Severity::Warning, "the line is not valid UTF-8; what could not be read was replaced",
                                       "write the stream as UTF-8", {file, number, 1}, {}, 1});
      }
      ++stories;
      take(std::move(article));
    } catch (const InputError& error) {
      report(from_error(error, line, file, number));
    }
  }
}

}  // namespace dateline::article
