#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "cli/option_table.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::cli {

/// Options of every command that reads stories.
struct StoryOptions {
  std::vector<std::string> inputs;
  std::string published;
  std::string publisher;
  std::string language;
  std::string home;
  std::vector<std::string> pins;
  std::string pin_file;
  std::string gazetteer;
  int threads = 0;

  enum class Inputs { Required, Optional };
  void declare(OptionTable& table, const std::string& input_help, Inputs need = Inputs::Required);
  /// Throws UsageError for a date that is none or a pin without "=", InputError for a wrong file of pins.
  [[nodiscard]] pipeline::ExtractOptions to_extract_options() const;
};

/// -o and --overwrite.
struct OutputOptions {
  std::string path;
  bool overwrite = false;

  enum class Need { Optional, Required };
  void declare(OptionTable& table, const std::string& help, Need need = Need::Optional);
  [[nodiscard]] Overwrite mode() const noexcept { return overwrite ? Overwrite::Allow : Overwrite::Refuse; }
};

/// Throws UsageError if `output` is one of the inputs: an input is never overwritten.
void refuse_overwriting_inputs(const std::string& output, const std::vector<std::string>& inputs);

/// Throws OutputError early, before the work, if `output` could not be written in the end.
void check_writable(const std::string& output, Overwrite mode);

/// A ledger file, or stories turned into a ledger; diagnostics go to the session.
class Session;
[[nodiscard]] claims::Ledger ledger_from_inputs(pipeline::Data& data, const StoryOptions& options, Session& session);

}  // namespace dateline::cli
