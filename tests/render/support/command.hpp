#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dateline::render::test {

/// A folder of its own below the system's temporary folder, removed at the end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  /// Writes a file and gives its path.
  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

/// Exit status and output (both streams) of a shell command.
struct CommandResult {
  int status = -1;
  std::string output;
};
[[nodiscard]] CommandResult run(const std::string& command);
/// Whether the program is installed; if not, prints a notice that what needs it is skipped.
[[nodiscard]] bool has_program(const std::string& program);
/// A checking script of the folder beside the sources; absent with a printed notice if there is none.
[[nodiscard]] std::optional<std::string> find_checker(const std::string& script);

}  // namespace dateline::render::test
