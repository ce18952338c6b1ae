#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "pipeline/diff_list.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/terminal_text.hpp"

namespace dateline::cli {

namespace {

class DiffCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("OLD", "OLD", before_, "The earlier ledger; - for standard input");
    table.require();
    table.text("NEW", "NEW", after_, "The later ledger; - for standard input");
    table.require();
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    if (before_ == "-" && after_ == "-") throw UsageError("standard input cannot be both ledgers", "name at least one file");
    const auto before = pipeline::load_ledger(before_);
    const auto after = pipeline::load_ledger(after_);
    const auto diff = claims::compare(before, after);
    session.out() << (json_ ? pipeline::diff_json(diff) : pipeline::safe_for_terminal(pipeline::diff_text(before, after, diff)));
    session.finish_output();
    if (diff.empty()) session.say("the ledgers are the same");
    return diff.empty() ? ExitCode::Ok : ExitCode::Differs;
  }

 private:
  std::string before_, after_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace dateline::cli
