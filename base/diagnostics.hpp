#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/source_position.hpp"

namespace dateline {

enum class Severity { Note, Warning, Error };

/// Something worth telling about an input that does not stop the work.
struct Diagnostic {
  Severity severity = Severity::Warning;
  std::string message;         ///< one sentence, no trailing full stop
  std::string hint;            ///< what to do next; may be empty
  SourcePosition position;     ///< file and line; line 0 when the whole input is meant
  std::string excerpt;         ///< the line of input, without line break; may be empty
  std::size_t length = 1;      ///< code points to underline from position.column on
};

/// In the order in which they were found.
using Diagnostics = std::vector<Diagnostic>;

/// `file:12:15: error: message`, then the excerpt with a `^~~~` under the span, then `hint: ...`; ends in a newline.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic);

/// A diagnostic that points at `span` of `text`.
[[nodiscard]] Diagnostic diagnose(Severity severity, std::string message, std::string hint, std::string_view text,
                                  Span span, std::string file);

}  // namespace dateline
