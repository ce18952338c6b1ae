#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/claim_list.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::cli {

namespace {

class ExtractCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input");
    output_.path = "-";
    output_.declare(table, "Ledger to write (NAME.ledger.json); - for standard output");
    table.flag("--ndjson", ndjson_, "Write one claim a line instead of a ledger");
  }

  ExitCode run(Session& session) override {
    refuse_overwriting_inputs(output_.path, stories_.inputs);
    check_writable(output_.path, output_.mode());
    pipeline::Data data;
    data.use_store(stories_.gazetteer);
    auto result = pipeline::extract(data, stories_.inputs, stories_.to_extract_options(), session.progress());
    session.report(result.diagnostics);
    const auto bytes = ndjson_ ? pipeline::claim_json_lines(result.ledger, pipeline::filter_claims(result.ledger, {})) : pipeline::ledger_json(result.ledger);
    if (output_.path == "-") {
      session.out() << bytes;
      session.finish_output();
    } else {
      write_file_atomically(output_.path, bytes, output_.mode());
    }
    session.say(std::to_string(result.ledger.articles.size()) + " stories, " + std::to_string(result.ledger.claims.size()) + " claims, " +
                std::to_string(result.ledger.events.size()) + " events");
    if (output_.path != "-") session.say("wrote " + output_.path + "\nnext: dateline claims " + output_.path);
    return ExitCode::Ok;
  }

 private:
  StoryOptions stories_;
  OutputOptions output_;
  bool ndjson_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dateline::cli
