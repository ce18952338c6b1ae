#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace dateline::cli {

/// Keys from a terminal, one at a time without Enter; lines from anything else, of which the first character is the key. Standard input
/// must not be read by anybody else.
class KeyReader {
 public:
  explicit KeyReader(std::ostream& out);

  /// The next key; absent at the end of the input, after Ctrl-C and Ctrl-D. An empty line is '\n'; the arrows are
  /// 'n' and 'p', other keys that send more than one character '?'.
  [[nodiscard]] std::optional<char> key();
  /// Asks for a line; absent at the end of the input.
  [[nodiscard]] std::optional<std::string> line(const std::string& prompt);

 private:
  std::ostream& out_;
  bool terminal_;
};

}  // namespace dateline::cli
