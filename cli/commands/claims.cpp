#include <ostream>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/claim_filter.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/claim_list.hpp"
#include "pipeline/terminal_text.hpp"

namespace dateline::cli {

namespace {

class ClaimsCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    filter_.declare(table);
    table.flag("--json", json_, "One JSON object a line");
    table.flag("--csv", csv_, "Comma-separated values");
  }

  ExitCode run(Session& session) override {
    if (json_ && csv_) throw UsageError("--json and --csv exclude each other", "choose one");
    const auto filter = filter_.to_filter();
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    const auto claims = pipeline::filter_claims(ledger, filter);
    if (json_) session.out() << pipeline::claim_json_lines(ledger, claims);
    else if (csv_) session.out() << pipeline::to_csv(pipeline::claim_table(ledger, claims));
    else session.out() << pipeline::to_text(pipeline::claim_table(ledger, claims), session.columns());
    session.finish_output();
    if (claims.empty()) session.say(ledger.claims.empty() ? "no claims" : "no claim of " + grouped(ledger.claims.size()) + " passes the filter");
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  ClaimFilterOptions filter_;
  bool json_ = false;
  bool csv_ = false;
};

/// Disagreements between sources, one a line.
class ConflictsCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    table.choice("--kind", "KIND", filter_.kind, {"quantity", "time", "place", "attribution", "denial"}, "Only conflicts of this kind");
    table.integer("--event", "N", filter_.event, 0, 1'000'000, "Only conflicts about the event with this number; 0: all");
    table.flag("--json", json_, "One JSON object a line");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    const std::string list = pipeline::list_conflicts(ledger, filter_, json_ ? pipeline::ListForm::JsonLines : pipeline::ListForm::Text);
    constexpr std::size_t kIndent = 2;
    session.out() << (json_ ? list : pipeline::wrap(pipeline::safe_for_terminal(list), session.columns(), kIndent));
    session.finish_output();
    if (list.empty()) session.say(ledger.conflicts.empty() ? "no conflicts" : "no conflict of " + grouped(ledger.conflicts.size()) + " passes the filter");
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  pipeline::ConflictFilter filter_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_claims_command() { return std::make_unique<ClaimsCommand>(); }
std::unique_ptr<Command> make_conflicts_command() { return std::make_unique<ConflictsCommand>(); }

}  // namespace dateline::cli
