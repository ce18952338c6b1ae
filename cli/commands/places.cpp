#include <ostream>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/pins.hpp"
#include "pipeline/place_list.hpp"

namespace dateline::cli {

namespace {

/// What each name means, what else it could mean, and why.
class PlacesCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input; or one ledger");
    table.flag("--unresolved", unresolved_, "Only names that no place was found for");
    table.flag("--json", json_, "One JSON object a line");
  }

  ExitCode run(Session& session) override {
    const auto list = read(session);
    session.report(list.diagnostics);
    session.out() << pipeline::to_text(list, unresolved_ ? pipeline::PlaceFilter::Unresolved : pipeline::PlaceFilter::All,
                                       json_ ? pipeline::PlaceForm::JsonLines : pipeline::PlaceForm::Text);
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  [[nodiscard]] pipeline::PlaceList read(Session& session) const {
    if (stories_.inputs.size() == 1 && pipeline::is_ledger(stories_.inputs.front())) {
      return pipeline::list_places(pipeline::load_ledger(stories_.inputs.front()));
    }
    pipeline::Data data;
    data.use_store(stories_.gazetteer);
    return pipeline::list_places(data, stories_.inputs, stories_.to_extract_options(), session.progress());
  }

  StoryOptions stories_;
  bool unresolved_ = false;
  bool json_ = false;
};

class PinCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("LEDGER", "LEDGER", ledger_, "The ledger to write the pin into");
    table.require();
    table.text("NAME", "NAME", pin_.surface, "The name as the stories print it");
    table.require();
    table.text("ID", "ID", pin_.place, "The place it means, for example geonames:2026609");
    table.require();
    table.text("--story", "ID", pin_.article, "For this story of the ledger only");
    table.text("--gazetteer", "FILE", gazetteer_, "Place store to use instead of the shipped one");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    data.use_store(gazetteer_);
    const auto old = read_file(ledger_, limits::max_ledger_bytes);
    write_file_atomically(ledger_, pipeline::with_pin(old, ledger_, pin_, data.store()), Overwrite::Allow);
    const auto place = data.store().find_id(pin_.place);
    session.say("'" + pin_.surface + "' is pinned to " + pin_.place + " (" + (place ? place->name + ", " + place->country : "") + "); the claims are as before");
    session.say("next: dateline extract STORIES --into " + ledger_ + " uses the pin for the stories it reads");
    return ExitCode::Ok;
  }

 private:
  std::string ledger_;
  std::string gazetteer_;
  claims::Pin pin_;
};

}  // namespace

std::unique_ptr<Command> make_places_command() { return std::make_unique<PlacesCommand>(); }
std::unique_ptr<Command> make_places_pin_command() { return std::make_unique<PinCommand>(); }

}  // namespace dateline::cli
