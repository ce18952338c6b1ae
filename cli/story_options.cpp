#include "cli/story_options.hpp"

#include <unistd.h>

#include <filesystem>

#include "base/civil_date.hpp"
#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/session.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/pins.hpp"
#include "pipeline/review_journal.hpp"

namespace dateline::cli {

namespace {

claims::Pin parse_pin(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw UsageError("'" + text + "' is not a pin", "write NAME=ID, for example --pin Donetsk=geonames:709717; `dateline gazetteer lookup NAME` shows the ids");
  }
  return {text.substr(0, equals), "", text.substr(equals + 1)};
}

}  // namespace

void StoryOptions::declare(OptionTable& table, const std::string& input_help, Inputs need) {
  table.list("FILES", "FILES", inputs, input_help);
  if (need == Inputs::Required) table.require();
  table.text("--published", "DATE", published, "Date (YYYY-MM-DD) for stories that carry none");
  table.text("--publisher", "NAME", publisher, "Outlet for stories that name none");
  table.text("--language", "TAG", language, "Language (BCP 47) for stories that name none");
  table.text("--home", "COUNTRY", home, "Home country of the outlet (ISO code); breaks ties between places");
  table.list("--pin", "NAME=ID", pins, "Settle what a place name means; may be repeated");
  table.text("--pins", "FILE", pin_file, "Pins as CSV: surface,place and, if a pin is for one story only, article");
  table.text("--gazetteer", "FILE", gazetteer, "Place store to use instead of the shipped one; see dateline gazetteer build");
  table.integer("--threads", "N", threads, 0, 256, "Stories read at the same time; 0: one a processor. Never changes the result");
}

pipeline::ExtractOptions StoryOptions::to_extract_options() const {
  pipeline::ExtractOptions options;
  if (!published.empty()) {
    options.read.published = CivilDate::parse(published);
    if (!options.read.published) throw UsageError("'" + published + "' is not a date", "write --published as YYYY-MM-DD, for example 2024-10-18");
  }
  options.read.publisher = publisher;
  options.read.language = language;
  options.locate.home_country = home;
  options.threads = threads;
  if (!pin_file.empty()) options.pins = pipeline::read_pins(pin_file);
  for (const auto& pin : pins) options.pins.push_back(parse_pin(pin));
  return options;
}

void OutputOptions::declare(OptionTable& table, const std::string& help, Need need) {
  table.text("-o,--output", "FILE", path, help);
  if (need == Need::Required) table.require();
  table.flag("--overwrite", overwrite, "Replace the output if it exists");
}

void refuse_overwriting_inputs(const std::string& output, const std::vector<std::string>& inputs) {
  if (output == "-") return;
  for (const auto& input : inputs) {
    std::error_code ignored;
    if (input != "-" && std::filesystem::equivalent(output, input, ignored)) {
      throw UsageError("'" + output + "' is also an input", "name another file with -o; an input is never overwritten");
    }
  }
}

void check_writable(const std::string& output, Overwrite mode) {
  namespace fs = std::filesystem;
  if (output == "-") return;
  std::error_code ignored;
  const auto fail = [&output](const std::string& message, const std::string& hint) {
    OutputError error(message, hint);
    error.set_file(output);
    throw error;
  };
  const fs::path folder = fs::path(output).has_parent_path() ? fs::path(output).parent_path() : fs::path(".");
  if (fs::is_directory(output, ignored)) fail("is a folder", "name a file with -o");
  if (!fs::is_directory(folder, ignored)) fail("the folder " + folder.string() + " does not exist", "make it first, or choose another with -o");
  if (::access(folder.c_str(), W_OK) != 0) fail("the folder " + folder.string() + " may not be written to", "change its permissions, or choose another with -o");
  if (mode == Overwrite::Refuse && fs::exists(output, ignored)) fail("exists already", "use --overwrite to replace it, or choose another name with -o");
}

claims::Ledger ledger_from_inputs(pipeline::Data& data, const StoryOptions& options, Session& session) {
  data.use_store(options.gazetteer);
  if (options.inputs.size() == 1 && pipeline::is_ledger(options.inputs.front())) {
    session.detail("reading the ledger " + options.inputs.front());
    if (pipeline::has_journal(options.inputs.front())) {
      session.say("note: a review of " + options.inputs.front() + " is going on, or was interrupted; its decisions are not in the ledger yet (`dateline review` adds them)");
    }
    return pipeline::load_ledger(options.inputs.front());
  }
  auto result = pipeline::extract(data, options.inputs, options.to_extract_options(), session.progress());
  session.report(result.diagnostics);
  session.detail(counted(result.ledger.articles.size(), "story", "stories") + ", " + counted(result.ledger.claims.size(), "claim", "claims"));
  return std::move(result.ledger);
}

}  // namespace dateline::cli
