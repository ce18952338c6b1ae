#include <algorithm>
#include <ostream>
#include <set>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "base/text_table.hpp"
#include "cli/command.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/problem_list.hpp"

namespace dateline::cli {

namespace {

using claims::ProblemKind;

const std::vector<std::pair<std::string, ProblemKind>> kKinds = {
    {"quote", ProblemKind::Quote},           {"hash", ProblemKind::Hash},         {"place", ProblemKind::Place},
    {"unreviewed", ProblemKind::Unreviewed}, {"unresolved", ProblemKind::Unresolved}, {"conflict", ProblemKind::Conflict},
    {"missing", ProblemKind::MissingArticle}};

std::set<ProblemKind> parse_kinds(const std::string& text) {
  std::set<ProblemKind> kinds;
  std::vector<std::string> known;
  for (const auto& [name, value] : kKinds) known.push_back(name);
  for (const auto& word : split_cell(text, ',')) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == word; });
    if (found == kKinds.end()) {
      const auto near = nearest_word(word, known);
      throw UsageError("'" + word + "' is not a kind of problem", near.empty() ? "use quote, hash, place, unreviewed, unresolved, conflict, missing" : "did you mean " + near + "?");
    }
    kinds.insert(found->second);
  }
  return kinds;
}

class CheckCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger to check");
    table.require();
    table.text("--articles", "FOLDER", articles_, "Where the stories are, if not where the ledger says");
    table.text("--fail-on", "KINDS", fail_on_, "Kinds of problem that make the check fail, separated by commas");
    table.flag("--json", json_, "One JSON object: counts, and each problem with its place");
  }

  ExitCode run(Session& session) override {
    const auto fatal = parse_kinds(fail_on_);
    const auto problems = pipeline::check_ledger(ledger_, articles_);
    const bool failed = std::any_of(problems.begin(), problems.end(), [&](const auto& problem) { return fatal.contains(problem.kind); });
    for (const auto& problem : problems) {
      // What does not fail the check is only counted, unless somebody wants to see it.
      auto diagnostic = problem.diagnostic;
      diagnostic.severity = fatal.contains(problem.kind) ? Severity::Error : Severity::Note;
      if (!json_) session.report(diagnostic);
    }
    session.out() << (json_ ? pipeline::problems_json(problems, fatal, kKinds) : count_text(problems));
    session.finish_output();
    return failed ? ExitCode::CheckFoundProblems : ExitCode::Ok;
  }

 private:
  static std::string count_text(const std::vector<claims::Problem>& problems) {
    std::string text;
    for (const auto& [name, kind] : kKinds) {
      const auto count = std::count_if(problems.begin(), problems.end(), [kind = kind](const auto& problem) { return problem.kind == kind; });
      text += name + " " + std::to_string(count) + "\n";
    }
    return text;
  }

  std::string ledger_;
  std::string articles_;
  std::string fail_on_ = "quote,hash,place,missing";
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace dateline::cli
