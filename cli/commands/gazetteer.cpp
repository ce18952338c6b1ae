#include <charconv>
#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "pipeline/data.hpp"
#include "pipeline/gazetteer_view.hpp"

namespace dateline::cli {

namespace {

/// "43.1,131.9": latitude first, as people write and paste it.
geo::LonLat parse_place(const std::string& text) {
  const auto comma = text.find(',');
  const auto number = [](std::string_view part) -> std::optional<double> {
    while (part.starts_with(' ')) part.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc{} || end != part.data() + part.size()) return std::nullopt;
    return value;
  };
  if (comma != std::string::npos) {
    const auto lat = number(std::string_view(text).substr(0, comma));
    const auto lon = number(std::string_view(text).substr(comma + 1));
    if (lat && lon) {
      if (const auto place = geo::LonLat::make(geo::Lon(*lon), geo::Lat(*lat))) return *place;
    }
  }
  throw UsageError("'" + text + "' is not a place", "write --near LAT,LON in degrees, for example 43.1,131.9");
}

class LookupCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("NAME", "NAME", name_, "The name, in any script and case");
    table.require();
    table.text("--country", "CODE", options_.country, "Only places of this country (ISO code)");
    table.text("--near", "LAT,LON", near_, "Nearest to this place first");
    table.choice("--match", "MODE", match_, {"exact", "prefix", "similar"}, "Whole name, beginning of a name, or up to two letters off");
    table.integer("--limit", "N", limit_, 1, 1000, "At most this many places");
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    if (!near_.empty()) options_.near = parse_place(near_);
    options_.mode = match_ == "exact" ? pipeline::LookupMode::Exact : match_ == "prefix" ? pipeline::LookupMode::Prefix : pipeline::LookupMode::Similar;
    options_.limit = static_cast<std::size_t>(limit_);
    options_.form = json_ ? pipeline::OutputForm::Json : pipeline::OutputForm::Text;
    pipeline::Data data;
    const auto text = pipeline::look_up(data.store(), name_, options_);
    session.out() << text;
    session.finish_output();
    if (text.empty()) session.say("no place is called '" + name_ + "'; try --match similar");
    return ExitCode::Ok;
  }

 private:
  std::string name_;
  std::string near_;
  std::string match_ = "exact";
  int limit_ = 20;
  bool json_ = false;
  pipeline::LookupOptions options_;
};

class InfoCommand final : public Command {
 public:
  void declare(OptionTable& table) override { table.flag("--json", json_, "One JSON object"); }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    session.out() << pipeline::describe_store(data.store(), json_ ? pipeline::OutputForm::Json : pipeline::OutputForm::Text);
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_gazetteer_lookup_command() { return std::make_unique<LookupCommand>(); }
std::unique_ptr<Command> make_gazetteer_info_command() { return std::make_unique<InfoCommand>(); }

}  // namespace dateline::cli
