#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/detail/key_reader.hpp"
#include "cli/detail/review_day.hpp"
#include "cli/detail/review_walk.hpp"
#include "cli/story_options.hpp"
#include "pipeline/review_csv.hpp"
#include "pipeline/review_session.hpp"

namespace dateline::cli {

namespace {

class ReviewCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger to review; changes are written to it at once");
    table.require();
    table.text("--by", "NAME", by_, "Who reviews; kept with every decision");
    table.text("--at", "DATE", at_, "Day of the review (YYYY-MM-DD); today if it is left out");
    table.flag("--all", all_, "Also show claims that were reviewed before");
    table.text("--articles", "FOLDER", articles_, "Where the stories are, if not where the ledger says");
    table.text("--csv-out", "FILE", csv_out_, "Write the claims for a spreadsheet instead; - for standard output");
    table.text("--csv-in", "FILE", csv_in_, "Apply an edited table instead");
    table.flag("--overwrite", overwrite_, "Replace the table of --csv-out if it exists");
  }

  ExitCode run(Session& session) override {
    if (!csv_out_.empty() && !csv_in_.empty()) throw UsageError("--csv-out and --csv-in exclude each other", "write the table, edit it, then read it");
    if (!csv_out_.empty()) return write_table(session);
    const claims::Reviewer reviewer{by_, review_day(at_)};
    pipeline::Data data;
    if (!csv_in_.empty()) {
      const auto changed = pipeline::apply_review_csv(ledger_, csv_in_, reviewer, pipeline::place_finder(data));
      session.say(std::to_string(changed) + (changed == 1 ? " claim changed" : " claims changed"));
      return ExitCode::Ok;
    }
    pipeline::ReviewSession review(ledger_, articles_, reviewer, all_ ? pipeline::ReviewScope::All : pipeline::ReviewScope::Unreviewed, pipeline::place_finder(data));
    if (review.count() == 0) {
      session.say("every claim has been reviewed; --all shows them again");
      return ExitCode::Ok;
    }
    KeyReader keys(session.out());
    walk_through(review, keys, session.out());
    session.finish_output();
    session.say(std::to_string(review.changes()) + (review.changes() == 1 ? " change" : " changes") + " saved in " + ledger_);
    return ExitCode::Ok;
  }

 private:
  ExitCode write_table(Session& session) const {
    refuse_overwriting_inputs(csv_out_, {ledger_});
    const Overwrite mode = overwrite_ ? Overwrite::Allow : Overwrite::Refuse;
    check_writable(csv_out_, mode);
    const std::string table = pipeline::review_csv(ledger_);
    if (csv_out_ == "-") {
      session.out() << table;
      session.finish_output();
    } else {
      write_file_atomically(csv_out_, table, mode);
      session.say("wrote " + csv_out_ + "\nnext: edit it, then dateline review " + ledger_ + " --csv-in " + csv_out_);
    }
    return ExitCode::Ok;
  }

  std::string ledger_, by_, at_, articles_, csv_out_, csv_in_;
  bool all_ = false;
  bool overwrite_ = false;
};

}  // namespace

std::unique_ptr<Command> make_review_command() { return std::make_unique<ReviewCommand>(); }

}  // namespace dateline::cli
