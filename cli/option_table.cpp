#include "cli/option_table.hpp"

#include <utility>

namespace dateline::cli {

namespace {

std::string format_default(double value, bool integer) {
  if (integer) return std::to_string(static_cast<long long>(value));
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

OptionTable::Entry& OptionTable::add(std::string names, std::string value_name, std::string help) {
  Entry entry;
  entry.names = std::move(names);
  entry.value_name = std::move(value_name);
  entry.help = std::move(help);
  return entries_.emplace_back(std::move(entry));
}

void OptionTable::flag(std::string names, bool& target, std::string help) {
  add(std::move(names), "", std::move(help)).set_flag = [&target](bool value) { target = value; };
}

void OptionTable::text(std::string names, std::string value_name, std::string& target, std::string help) {
  auto& entry = add(std::move(names), std::move(value_name), std::move(help));
  entry.default_text = target;
  entry.set_text = [&target](const std::string& value) { target = value; };
}

void OptionTable::choice(std::string names, std::string value_name, std::string& target, std::vector<std::string> choices, std::string help) {
  text(std::move(names), std::move(value_name), target, std::move(help));
  entries_.back().choices = std::move(choices);
}

void OptionTable::integer(std::string names, std::string value_name, int& target, int low, int high, std::string help) {
  auto& entry = add(std::move(names), std::move(value_name), std::move(help));
  entry.integer = true;
  entry.low = low;
  entry.high = high;
  entry.default_text = format_default(target, true);
  entry.set_number = [&target](double value) { target = static_cast<int>(value); };
}

void OptionTable::number(std::string names, std::string value_name, double& target, double low, double high, std::string help) {
  auto& entry = add(std::move(names), std::move(value_name), std::move(help));
  entry.low = low;
  entry.high = high;
  entry.default_text = format_default(target, false);
  entry.set_number = [&target](double value) { target = value; };
}

void OptionTable::list(std::string names, std::string value_name, std::vector<std::string>& target, std::string help) {
  auto& entry = add(std::move(names), std::move(value_name), std::move(help));
  entry.repeated = true;
  entry.set_list = [&target](const std::vector<std::string>& values) { target = values; };
}

void OptionTable::require() { entries_.back().required = true; }

}  // namespace dateline::cli
