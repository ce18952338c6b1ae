#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/exit_code.hpp"
#include "cli/option_table.hpp"
#include "cli/session.hpp"

namespace dateline::cli {

/// One command in two steps: declare() says what it takes and opens nothing; run() does the work.
class Command {
 public:
  virtual ~Command() = default;
  virtual void declare(OptionTable& table) = 0;
  [[nodiscard]] virtual ExitCode run(Session& session) = 0;
};

struct Example {
  std::string_view command_line;
  std::string_view what;
};

/// A row of the command table.
struct CommandEntry {
  std::string_view name;                    ///< "map", "gazetteer lookup"
  std::string_view purpose;                 ///< one line, no full stop
  std::string_view description;             ///< paragraphs for the man page, separated by blank lines
  std::vector<Example> examples;            ///< the first opens the help
  std::function<std::unique_ptr<Command>()> make;
};

/// All commands, in the order of the help.
[[nodiscard]] const std::vector<CommandEntry>& commands();

// Makers, one file each in commands/.
[[nodiscard]] std::unique_ptr<Command> make_map_command();
[[nodiscard]] std::unique_ptr<Command> make_extract_command();
[[nodiscard]] std::unique_ptr<Command> make_locate_command();
[[nodiscard]] std::unique_ptr<Command> make_claims_command();
[[nodiscard]] std::unique_ptr<Command> make_conflicts_command();
[[nodiscard]] std::unique_ptr<Command> make_explain_command();
[[nodiscard]] std::unique_ptr<Command> make_review_command();
[[nodiscard]] std::unique_ptr<Command> make_check_command();
[[nodiscard]] std::unique_ptr<Command> make_diff_command();
[[nodiscard]] std::unique_ptr<Command> make_verify_command();
[[nodiscard]] std::unique_ptr<Command> make_report_command();
[[nodiscard]] std::unique_ptr<Command> make_cite_command();
[[nodiscard]] std::unique_ptr<Command> make_places_command();
[[nodiscard]] std::unique_ptr<Command> make_places_pin_command();
[[nodiscard]] std::unique_ptr<Command> make_export_command();
[[nodiscard]] std::unique_ptr<Command> make_import_command();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_build_command();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_lookup_command();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_info_command();
[[nodiscard]] std::unique_ptr<Command> make_symbol_command();
[[nodiscard]] std::unique_ptr<Command> make_style_export_command();
[[nodiscard]] std::unique_ptr<Command> make_style_check_command();
[[nodiscard]] std::unique_ptr<Command> make_tiles_command();
[[nodiscard]] std::unique_ptr<Command> make_tiles_merge_command();
[[nodiscard]] std::unique_ptr<Command> make_serve_command();

}  // namespace dateline::cli
