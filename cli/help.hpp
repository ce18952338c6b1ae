#pragma once

#include <string>

#include "cli/command.hpp"

namespace dateline::cli {

/// The list of commands.
[[nodiscard]] std::string program_help();
/// Help of one command: example first, then options.
[[nodiscard]] std::string command_help(const CommandEntry& entry);
/// The man page of one command in roff (man(7)).
[[nodiscard]] std::string man_page(const CommandEntry& entry);
/// Completion script for bash.
[[nodiscard]] std::string bash_completion();
/// "dateline 0.1.0".
[[nodiscard]] std::string version_line();

}  // namespace dateline::cli
