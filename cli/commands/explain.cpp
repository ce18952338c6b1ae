#include "pipeline/explain.hpp"

#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/picture_reference.hpp"
#include "pipeline/terminal_text.hpp"

namespace dateline::cli {

namespace {

class ExplainCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", input_, "The ledger behind the map, or a map with a number: far-east.svg#3 (svg, png, pdf)");
    table.require();
    table.text("NUMBER", "NUMBER", number_, "Number on the map (3 or #3), or the id of an event or claim; not with a map");
    table.text("--ledger", "FILE", ledger_, "The ledger of a map, if it is not beside it");
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    if (const auto reference = pipeline::parse_picture_reference(input_)) {
      if (!number_.empty()) throw UsageError("the number stands twice: " + input_ + " and " + number_, "write one of them");
      const auto found = pipeline::find_ledger_of(reference->picture, ledger_);
      if (!found.warning.empty()) session.say("warning: " + found.warning);
      session.detail("the ledger is " + found.file);
      print(session, found.ledger, reference->number);
      return ExitCode::Ok;
    }
    if (number_.empty()) throw UsageError("which number shall be explained?", "dateline explain LEDGER 3, or dateline explain MAP.svg#3");
    if (!ledger_.empty()) throw UsageError("--ledger goes with a map", "write dateline explain " + ledger_ + " " + number_ + ", or dateline explain MAP.svg#" + number_ + " --ledger " + ledger_);
    print(session, pipeline::load_ledger(input_), number_);
    return ExitCode::Ok;
  }

 private:
  void print(Session& session, const claims::Ledger& ledger, const std::string& number) const {
    constexpr std::size_t kIndent = 12;  // behind the labels
    session.out() << (json_ ? pipeline::explain_json(ledger, number) : pipeline::wrap(pipeline::safe_for_terminal(pipeline::explain(ledger, number)), session.columns(), kIndent));
    session.finish_output();
  }

  std::string input_;
  std::string number_;
  std::string ledger_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace dateline::cli
