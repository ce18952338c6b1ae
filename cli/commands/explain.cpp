#include "pipeline/explain.hpp"

#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::cli {

namespace {

class ExplainCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger behind the map");
    table.require();
    table.text("NUMBER", "NUMBER", reference_, "Number on the map (3 or #3), or the id of an event or claim");
    table.require();
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    const auto ledger = pipeline::load_ledger(ledger_);
    session.out() << (json_ ? pipeline::explain_json(ledger, reference_) : pipeline::explain(ledger, reference_));
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  std::string ledger_;
  std::string reference_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace dateline::cli
