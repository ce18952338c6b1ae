#include <ostream>

#include "base/counted.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/terminal_text.hpp"
#include "pipeline/verify.hpp"

namespace dateline::cli {

namespace {

class VerifyCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger to verify");
    table.require();
    table.text("--articles", "FOLDER", articles_, "Where the stories are, if not where the ledger says");
    table.text("--home", "COUNTRY", stories_.home, "Home country of the outlet, if it was given when the ledger was made");
    table.text("--gazetteer", "FILE", stories_.gazetteer, "Place store, if another than the shipped one was used");
    table.integer("--threads", "N", stories_.threads, 0, 256, "Stories read at the same time; 0: one a processor. Never changes the result");
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    data.use_store(stories_.gazetteer);
    const auto result = pipeline::verify_ledger(data, ledger_, articles_, stories_.to_extract_options(), session.progress());
    session.out() << (json_ ? pipeline::verification_json(result) : pipeline::safe_for_terminal(pipeline::verification_text(result)));
    session.finish_output();
    session.say(counted(result.stories, "story", "stories") + " and " + counted(result.claims, "claim", "claims") + " compared, " + std::to_string(result.edited) +
                " of them edited by people" + (result.same() ? "; the stories give this ledger again" : ""));
    if (!result.missing.empty() && articles_.empty()) session.say("hint: --articles FOLDER says where the stories are");
    return result.same() ? ExitCode::Ok : ExitCode::Differs;
  }

 private:
  StoryOptions stories_;
  std::string ledger_, articles_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_verify_command() { return std::make_unique<VerifyCommand>(); }

}  // namespace dateline::cli
