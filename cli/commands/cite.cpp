#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/citations.hpp"

namespace dateline::cli {

namespace {

class CiteCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories");
    output_.declare(table, "Bibliography to write: .bib for BibTeX, .json for CSL-JSON; - or nothing for standard output");
    table.choice("--format", "FORMAT", format_, {"bib", "csl-json"}, "Format, if the ending of the output does not say it");
  }

  ExitCode run(Session& session) override {
    const bool to_file = !output_.path.empty() && output_.path != "-";
    const bool csl = chosen_format() == "csl-json";
    if (to_file) {
      refuse_overwriting_inputs(output_.path, stories_.inputs);
      check_writable(output_.path, output_.mode());
    }
    pipeline::Data data;
    const auto ledger = ledger_from_inputs(data, stories_, session);
    const std::string text = csl ? pipeline::to_csl_json(ledger) : pipeline::to_bibtex(ledger);
    if (!to_file) {
      session.out() << text;
      session.finish_output();
      return ExitCode::Ok;
    }
    write_file_atomically(output_.path, text, output_.mode());
    session.say("wrote " + output_.path + ", " + std::to_string(ledger.articles.size()) + (ledger.articles.size() == 1 ? " entry" : " entries"));
    return ExitCode::Ok;
  }

 private:
  [[nodiscard]] std::string chosen_format() const {
    if (!format_.empty()) return format_;
    if (output_.path.empty() || output_.path == "-" || output_.path.ends_with(".bib")) return "bib";
    if (output_.path.ends_with(".json")) return "csl-json";
    throw UsageError("the ending of '" + output_.path + "' names no format for bibliographies", "use .bib or .csl.json, or say --format");
  }

  StoryOptions stories_;
  OutputOptions output_;
  std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_cite_command() { return std::make_unique<CiteCommand>(); }

}  // namespace dateline::cli
