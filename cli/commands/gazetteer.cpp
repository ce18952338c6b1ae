#include <charconv>
#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/data.hpp"
#include "pipeline/gazetteer_view.hpp"

namespace dateline::cli {

namespace {

/// "43.1,131.9": latitude first, as people write and paste it.
geo::LonLat parse_place(const std::string& option, const std::string& text) {
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
  throw UsageError("'" + text + "' is not a place", "write " + option + " LAT,LON in degrees, for example 43.1,131.9");
}

constexpr const char* store_help = "Place store to use instead of the shipped one";

class LookupCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("NAME", "NAME", name_, "The name, in any script and case; left out with --at");
    table.text("--at", "LAT,LON", at_, "What holds this point (country, division, region, sea) and the places nearest to it, instead of those of a name");
    table.text("--country", "CODE", options_.country, "Only places of this country (ISO code)");
    table.text("--near", "LAT,LON", near_, "Nearest to this place first");
    table.choice("--match", "MODE", match_, {"exact", "prefix", "similar"}, "Whole name, beginning of a name, or up to two letters off");
    table.integer("--limit", "N", limit_, 1, 1000, "At most this many places");
    table.text("--gazetteer", "FILE", gazetteer_, store_help);
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    if (name_.empty() == at_.empty()) {
      throw UsageError(name_.empty() ? "neither a name nor a point is given" : "both a name and --at are given",
                       "write dateline gazetteer lookup NAME, or dateline gazetteer lookup --at LAT,LON");
    }
    if (!at_.empty() && !near_.empty()) throw UsageError("--at and --near exclude each other", "--near orders the places of a name; --at needs none");
    if (!near_.empty()) options_.near = parse_place("--near", near_);
    options_.mode = match_ == "exact" ? pipeline::LookupMode::Exact : match_ == "prefix" ? pipeline::LookupMode::Prefix : pipeline::LookupMode::Similar;
    options_.limit = static_cast<std::size_t>(limit_);
    options_.form = json_ ? pipeline::OutputForm::Json : pipeline::OutputForm::Text;
    const auto at = at_.empty() ? std::nullopt : std::optional(parse_place("--at", at_));
    pipeline::Data data;
    data.use_store(gazetteer_);
    const auto text = at ? pipeline::look_around(data.store(), data.base_map("un"), *at, options_) : pipeline::look_up(data.store(), name_, options_);
    session.out() << text;
    session.finish_output();
    if (text.empty()) session.say(at ? "no place of this country lies near" : "no place is called '" + name_ + "'; try --match similar");
    return ExitCode::Ok;
  }

 private:
  std::string name_;
  std::string at_;
  std::string near_;
  std::string match_ = "exact";
  std::string gazetteer_;
  int limit_ = 20;
  bool json_ = false;
  pipeline::LookupOptions options_;
};

class BuildCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("DUMP", "DUMP", dump_, "GeoNames' allCountries.txt, or another table with its 19 columns; may be left out with --add");
    table.text("--alternate-names", "FILE", alternate_names_, "GeoNames' alternateNamesV2.txt: names by language");
    table.text("--admin1", "FILE", admin1_, "GeoNames' admin1CodesASCII.txt: names of first-level divisions");
    table.text("--countries", "FILE", countries_, "GeoNames' countryInfo.txt: names and numbers of countries");
    table.list("--add", "FILE", own_, "Your own places: .csv or .geojson; may be repeated");
    table.text("--base", "FILE", base_, "Store to start from instead of the shipped one");
    output_.declare(table, "Store to write (NAME.dgz)", OutputOptions::Need::Required);
  }

  ExitCode run(Session& session) override {
    if (dump_.empty() && own_.empty()) {
      throw UsageError("there is nothing to build from", "name GeoNames' allCountries.txt, or places of your own with --add FILE.csv");
    }
    std::vector<std::string> files = own_;
    for (const auto& file : {dump_, alternate_names_, admin1_, countries_, base_}) {
      if (!file.empty()) files.push_back(file);
    }
    if (output_.path == "-") throw UsageError("a place store cannot be written to standard output", "name a file: -o NAME.dgz");
    refuse_overwriting_inputs(output_.path, files);
    check_writable(output_.path, output_.mode());
    pipeline::Data data;
    const auto report = pipeline::build_store(data, {dump_, alternate_names_, admin1_, countries_, base_, own_}, output_.path, output_.mode(), session.progress());
    session.report(report.diagnostics);
    session.say(pipeline::describe_build(report));
    session.say("wrote " + output_.path + "\nnext: dateline locate STORY --gazetteer " + output_.path);
    return ExitCode::Ok;
  }

 private:
  std::string dump_, alternate_names_, admin1_, countries_, base_;
  std::vector<std::string> own_;
  OutputOptions output_;
};

class InfoCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.text("--gazetteer", "FILE", gazetteer_, store_help);
    table.flag("--json", json_, "One JSON object");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    data.use_store(gazetteer_);
    session.out() << pipeline::describe_store(data.store(), json_ ? pipeline::OutputForm::Json : pipeline::OutputForm::Text);
    session.finish_output();
    return ExitCode::Ok;
  }

 private:
  std::string gazetteer_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_gazetteer_build_command() { return std::make_unique<BuildCommand>(); }
std::unique_ptr<Command> make_gazetteer_lookup_command() { return std::make_unique<LookupCommand>(); }
std::unique_ptr<Command> make_gazetteer_info_command() { return std::make_unique<InfoCommand>(); }

}  // namespace dateline::cli
