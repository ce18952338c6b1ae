#include <filesystem>
#include <iostream>
#include <optional>
#include <ostream>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/claim_list.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/ledger_merge.hpp"
#include "pipeline/review_recovery.hpp"
#include "pipeline/review_session.hpp"
#include "pipeline/span_records.hpp"

namespace dateline::cli {

namespace {

class ExtractCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input");
    table.text("-o,--output", "FILE", output_, "Ledger to write (NAME.ledger.json); - for standard output, which is the default without --into");
    table.flag("--overwrite", overwrite_, "Replace the output if it exists");
    table.text("--into", "LEDGER", into_, "Add the stories to this ledger and write it back (or to -o); made if it is not there");
    table.flag("--ndjson", ndjson_, "Write one claim a line instead of a ledger");
    table.flag("--spans", spans_, "Write what was found as spans of each story, one story a line, for measuring");
    table.flag("--evidence", evidence_, "With --spans: also what was seen of the clauses that the rules refuse, for training");
    table.flag("--stream", stream_, "With --spans: standard input is JSON Lines of any length, answered story by story in bounded memory");
  }

  ExitCode run(Session& session) override {
    if (ndjson_ && !into_.empty()) throw UsageError("--ndjson and --into exclude each other", "a stream of claims is no ledger; choose one");
    if (spans_ && (ndjson_ || !into_.empty())) throw UsageError("--spans excludes --ndjson and --into", "span records are no ledger; choose one");
    if (stream_ && !spans_) throw UsageError("--stream goes with --spans", "a ledger needs all of its stories; add --spans or leave out --stream");
    if (evidence_ && !spans_) throw UsageError("--evidence goes with --spans", "a ledger tells what was weighed in the rules of its claims; add --spans or leave out --evidence");
    const bool back = !into_.empty() && output_.empty();
    const std::string output = back ? into_ : output_.empty() ? "-" : output_;
    const Overwrite mode = back || overwrite_ ? Overwrite::Allow : Overwrite::Refuse;
    refuse_overwriting_inputs(output, stories_.inputs);
    check_writable(output, mode);
    pipeline::Data data;
    data.use_store(stories_.gazetteer);
    auto options = stories_.to_extract_options();
    options.evidence = evidence_;
    if (stream_) return run_stream(session, data, options, output);
    if (spans_) {
      auto records = pipeline::span_records(data, stories_.inputs, options, session.progress());
      session.report(records.diagnostics);
      write(session, records.lines, output, mode);
      return ExitCode::Ok;
    }
    std::optional<pipeline::LockedLedger> locked;  // nobody reviews it until it is written
    if (back && std::filesystem::exists(into_)) locked = pipeline::lock_ledger(into_, pipeline::place_finder(data));
    const auto ledger = into_.empty() ? extract(session, data, options) : extract_into(session, data, options, locked);
    const auto bytes = ndjson_ ? pipeline::claim_json_lines(ledger, pipeline::filter_claims(ledger, {})) : pipeline::ledger_json(ledger);
    session.say(counted(ledger.articles.size(), "story", "stories") + ", " + counted(ledger.claims.size(), "claim", "claims") + ", " + counted(ledger.events.size(), "event", "events"));
    write(session, bytes, output, mode);
    if (locked) locked->journal.remove();
    if (output != "-") session.say("next: dateline claims " + output);
    return ExitCode::Ok;
  }

 private:
  static void write(Session& session, const std::string& bytes, const std::string& output, Overwrite mode) {
    if (output == "-") {
      session.out() << bytes;
      session.finish_output();
    } else {
      write_file_atomically(output, bytes, mode);
      session.say("wrote " + output);
    }
  }

  ExitCode run_stream(Session& session, pipeline::Data& data, const pipeline::ExtractOptions& options, const std::string& output) const {
    if (stories_.inputs != std::vector<std::string>{"-"} || output != "-") {
      throw UsageError("--stream reads standard input and writes standard output only", "use - as the input and leave out -o");
    }
    pipeline::stream_span_records(data, std::cin, options, session.out(), [&](const Diagnostic& diagnostic) { session.report(diagnostic); });
    session.finish_output();
    return ExitCode::Ok;
  }

  claims::Ledger extract(Session& session, pipeline::Data& data, const pipeline::ExtractOptions& options) const {
    auto result = pipeline::extract(data, stories_.inputs, options, session.progress());
    session.report(result.diagnostics);
    return std::move(result.ledger);
  }

  claims::Ledger extract_into(Session& session, pipeline::Data& data, const pipeline::ExtractOptions& options, std::optional<pipeline::LockedLedger>& locked) const {
    claims::Ledger old;
    if (locked) old = std::move(locked->ledger);
    else if (std::filesystem::exists(into_)) old = pipeline::load_ledger(into_);
    else session.say(into_ + " is not there yet and will be made");
    auto merged = pipeline::extract_into(data, std::move(old), stories_.inputs, options, session.progress());
    session.report(merged.diagnostics);
    session.say(counted(merged.added_stories, "story", "stories") + " and " + counted(merged.added_claims, "claim", "claims") + " added; there already: " +
                counted(merged.known_stories, "story", "stories") + "; changed: " + std::to_string(merged.changed_stories));
    return std::move(merged.ledger);
  }

  StoryOptions stories_;
  std::string output_;
  std::string into_;
  bool overwrite_ = false;
  bool ndjson_ = false;
  bool spans_ = false;
  bool evidence_ = false;
  bool stream_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dateline::cli
