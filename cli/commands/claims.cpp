#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/claim_list.hpp"

namespace dateline::cli {

namespace {

class ClaimsCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    table.choice("--kind", "KIND", filter_.kind, {"movement", "withdrawal", "basing", "presence", "mobilisation", "transfer"}, "Only claims of this kind");
    table.choice("--status", "STATUS", filter_.status, {"reported", "ongoing", "planned", "conditional", "denied", "past"}, "Only claims of this status");
    table.text("--place", "NAME", filter_.place, "Only claims that name this place (part of the name, any case)");
    table.text("--source", "NAME", filter_.source, "Only claims of this source (part of the name, any case)");
    table.integer("--event", "N", filter_.event, 0, 1'000'000, "Only claims of the event with this number; 0: all");
    table.flag("--json", json_, "One JSON object a line");
    table.flag("--csv", csv_, "Comma-separated values");
  }

  ExitCode run(Session& session) override {
    if (json_ && csv_) throw UsageError("--json and --csv exclude each other", "choose one");
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    const auto claims = pipeline::filter_claims(ledger, filter_);
    if (json_) session.out() << pipeline::claim_json_lines(ledger, claims);
    else if (csv_) session.out() << pipeline::to_csv(pipeline::claim_table(ledger, claims));
    else session.out() << pipeline::to_text(pipeline::claim_table(ledger, claims));
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  pipeline::ClaimFilter filter_;
  bool json_ = false;
  bool csv_ = false;
};

/// Disagreements between sources, one a line.
class ConflictsCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    table.flag("--json", json_, "One JSON object a line");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    session.out() << pipeline::list_conflicts(ledger, json_ ? pipeline::ListForm::JsonLines : pipeline::ListForm::Text);
    session.finish_output();
    if (ledger.conflicts.empty()) session.say("no conflicts");
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_claims_command() { return std::make_unique<ClaimsCommand>(); }
std::unique_ptr<Command> make_conflicts_command() { return std::make_unique<ConflictsCommand>(); }

}  // namespace dateline::cli
