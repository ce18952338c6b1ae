#pragma once

#include <stdexcept>
#include <string>

#include "base/source_position.hpp"

namespace dateline {

/// Something that cannot go on. what() is one sentence without a trailing full stop; `hint` says what to do next.
/// The position and the excerpt are filled in on the way up by whoever knows them.
class Error : public std::runtime_error {
 public:
  explicit Error(std::string message, std::string hint = {});

  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const SourcePosition& position() const noexcept { return position_; }
  [[nodiscard]] const std::string& excerpt() const noexcept { return excerpt_; }

  /// Adds where it happened, with the line of input it happened in; keeps a position that is already there.
  void set_position(SourcePosition position, std::string excerpt = {});
  /// Adds the file to a position that has none yet.
  void set_file(const std::string& file);

  /// The whole message as printed: `file:line:column: error: message`, the line, a caret, `hint: ...`.
  [[nodiscard]] std::string to_string() const;

 private:
  std::string hint_;
  SourcePosition position_;
  std::string excerpt_;
};

/// The command line cannot be understood (exit code 2).
class UsageError : public Error { using Error::Error; };
/// An input cannot be read or is not what it should be (exit code 3).
class InputError : public Error { using Error::Error; };
/// A coordinate operation or the base map failed (exit code 1).
class GeoError : public Error { using Error::Error; };
/// A picture could not be drawn or written (exit code 1).
class RenderError : public Error { using Error::Error; };
/// There is nothing to draw (exit code 4).
class NothingToDraw : public Error { using Error::Error; };
/// A file could not be written (exit code 1).
class OutputError : public Error { using Error::Error; };
/// A plug-in or one of its host's calls failed (exit code 1).
class PluginError : public Error { using Error::Error; };

}  // namespace dateline
