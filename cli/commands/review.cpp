#include <ostream>

#include "base/error.hpp"
#include "cli/claim_filter.hpp"
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
    table.text("LEDGER", "LEDGER", ledger_, "The ledger to review");
    table.require();
    filter_.declare(table);
    table.text("--by", "NAME", by_, "Who reviews; kept with every decision");
    table.text("--at", "DATE", at_, "Day of the review (YYYY-MM-DD); today if it is left out");
    table.flag("--all", all_, "Also show claims that were reviewed before");
    table.text("--articles", "FOLDER", articles_, "Where the stories are, if not where the ledger says");
    table.text("--csv-out", "FILE", csv_out_, "Write the claims for a spreadsheet instead; - for standard output");
    table.text("--csv-in", "FILE", csv_in_, "Apply an edited table instead");
    table.flag("--excel", excel_, "Begin the table of --csv-out with a byte-order mark, without which Excel takes it for another encoding");
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
    pipeline::ReviewSession review(ledger_, articles_, reviewer, {filter_.to_filter(), all_}, pipeline::place_finder(data));
    tell(session, review.recovered());
    if (review.count() == 0) {
      session.say("every claim has been reviewed or is left out by the filter; --all shows them again");
      return ExitCode::Ok;
    }
    KeyReader keys(session.out());
    walk_through(review, keys, session.out(), [&] { return session.columns(); });
    session.finish_output();
    const std::size_t changes = review.changes();
    for (const auto& lost : review.finish()) session.say("warning: a decision was not made: " + lost);
    session.say(std::to_string(changes) + (changes == 1 ? " change" : " changes") + " saved in " + ledger_);
    return ExitCode::Ok;
  }

 private:
  static void tell(Session& session, const pipeline::Recovered& recovered) {
    if (recovered.decisions != 0) {
      session.say(std::to_string(recovered.decisions) + (recovered.decisions == 1 ? " decision" : " decisions") + " of an interrupted review are in the ledger now");
    }
    for (const auto& lost : recovered.lost) session.say("warning: a decision of an interrupted review was not made: " + lost);
  }

  ExitCode write_table(Session& session) const {
    refuse_overwriting_inputs(csv_out_, {ledger_});
    const Overwrite mode = overwrite_ ? Overwrite::Allow : Overwrite::Refuse;
    check_writable(csv_out_, mode);
    const std::string table = pipeline::review_csv(ledger_, excel_ ? pipeline::TableEncoding::Excel : pipeline::TableEncoding::Utf8);
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
  ClaimFilterOptions filter_;
  bool all_ = false;
  bool excel_ = false;
  bool overwrite_ = false;
};

}  // namespace

std::unique_ptr<Command> make_review_command() { return std::make_unique<ReviewCommand>(); }

}  // namespace dateline::cli
