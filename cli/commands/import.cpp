#include "cli/command.hpp"
#include "cli/detail/review_day.hpp"
#include "pipeline/import_claims.hpp"
#include "pipeline/review_session.hpp"

namespace dateline::cli {

namespace {

class ImportCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger; changes are written to it");
    table.require();
    table.text("FILE", "FILE", file_, "GeoPackage or CSV with the edited table of claims");
    table.require();
    table.text("--by", "NAME", by_, "Who reviews; kept with every decision");
    table.text("--at", "DATE", at_, "Day of the review (YYYY-MM-DD); today if it is left out");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    const auto changed = pipeline::import_claims(ledger_, file_, {by_, review_day(at_)}, pipeline::place_finder(data));
    session.say(std::to_string(changed) + (changed == 1 ? " claim changed" : " claims changed"));
    return ExitCode::Ok;
  }

 private:
  std::string ledger_, file_, by_, at_;
};

}  // namespace

std::unique_ptr<Command> make_import_command() { return std::make_unique<ImportCommand>(); }

}  // namespace dateline::cli
