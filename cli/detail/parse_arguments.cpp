// CLI11 does the parsing; its header stays in this one file.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "cli/option_table.hpp"

namespace dateline::cli {

namespace {

/// Where CLI11 puts the values until they are handed to the targets.
struct Slot {
  const OptionTable::Entry* entry = nullptr;
  CLI::Option* option = nullptr;
  bool flag = false;
  std::string text;
  std::vector<std::string> list;
  double number = 0;
};

CLI::Option* add_option(CLI::App& app, Slot& slot) {
  const auto& entry = *slot.entry;
  if (entry.set_flag) return app.add_flag(entry.names, slot.flag);
  if (entry.set_list) return app.add_option(entry.names, slot.list);
  if (entry.set_number) {
    auto* option = app.add_option(entry.names, slot.number);
    option->check([&entry](const std::string& value) -> std::string {
      double number = 0;
      if (!CLI::detail::lexical_cast(value, number) || (entry.integer && number != static_cast<double>(static_cast<long long>(number)))) {
        return "'" + value + "' is not a " + (entry.integer ? "whole number" : "number");
      }
      if (number < entry.low || number > entry.high) {
        const auto text = [](double v) { return std::to_string(static_cast<long long>(v)); };
        return "'" + value + "' is not between " + text(entry.low) + " and " + text(entry.high);
      }
      return "";
    });
    return option;
  }
  auto* option = app.add_option(entry.names, slot.text);
  if (!entry.choices.empty()) {
    option->check([&entry](const std::string& value) -> std::string {
      if (std::find(entry.choices.begin(), entry.choices.end(), value) != entry.choices.end()) return "";
      std::string all;
      for (const auto& choice : entry.choices) all += (all.empty() ? "" : ", ") + choice;
      return "'" + value + "' is not one of: " + all;
    });
  }
  return option;
}

std::vector<std::string> long_names(const OptionTable& table) {
  std::vector<std::string> names;
  for (const auto& entry : table.entries()) {
    const auto at = entry.names.find("--");
    if (at != std::string::npos) names.push_back(entry.names.substr(at));
  }
  return names;
}

void hand_over(const Slot& slot) {
  if (slot.option->count() == 0) return;
  const auto& entry = *slot.entry;
  if (entry.set_flag) entry.set_flag(slot.flag);
  else if (entry.set_list) entry.set_list(slot.list);
  else if (entry.set_number) entry.set_number(slot.number);
  else entry.set_text(slot.text);
}

/// The first argument that looks like an option but is none of the table's; for "did you mean".
std::string unknown_option(const CLI::App& app) {
  for (const auto& rest : app.remaining()) {
    if (rest.starts_with('-') && rest != "-") return rest;
  }
  return app.remaining().empty() ? "" : app.remaining().front();
}

}  // namespace

void parse_arguments(const OptionTable& table, const std::string& command, const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::list<Slot> slots;
  for (const auto& entry : table.entries()) {
    auto& slot = slots.emplace_back();
    slot.entry = &entry;
    slot.option = add_option(app, slot);
  }
  const std::string help = "`dateline help " + command + "` shows what it takes";
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    throw UsageError(std::string(error.what()), help);
  }
  if (const auto unknown = unknown_option(app); !unknown.empty()) {
    const auto near = nearest_word(unknown.substr(0, unknown.find('=')), long_names(table));
    throw UsageError("'" + unknown + "' is not an option of `dateline " + command + "`", near.empty() ? help : "did you mean " + near + "?");
  }
  for (const auto& slot : slots) {
    if (slot.entry->required && slot.option->count() == 0) {
      throw UsageError(slot.entry->names.substr(0, slot.entry->names.find(',')) + " is required", help);
    }
  }
  for (const auto& slot : slots) hand_over(slot);
}

}  // namespace dateline::cli
