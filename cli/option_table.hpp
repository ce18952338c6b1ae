#pragma once

#include <functional>
#include <string>
#include <vector>

namespace dateline::cli {

/// What a command takes, as data: parsing, help, man page and shell completion all read this one table.
class OptionTable {
 public:
  /// One option or positional argument.
  struct Entry {
    std::string names;                    ///< "-o,--output"; without dashes for a positional ("FILES")
    std::string value_name;               ///< "FILE"; empty for a flag
    std::string help;                     ///< one sentence, no full stop
    std::string default_text;             ///< empty: none to speak of
    std::vector<std::string> choices;     ///< empty: free
    bool required = false;
    bool repeated = false;
    double low = 0, high = 0;             ///< numbers only; low < high
    std::function<void(bool)> set_flag;                              ///< exactly one of the four is set
    std::function<void(const std::string&)> set_text;
    std::function<void(const std::vector<std::string>&)> set_list;
    std::function<void(double)> set_number;
    bool integer = false;

    [[nodiscard]] bool is_positional() const noexcept { return !names.starts_with('-'); }
  };

  // Targets must outlive parsing; their present value is the default.
  void flag(std::string names, bool& target, std::string help);
  void text(std::string names, std::string value_name, std::string& target, std::string help);
  void choice(std::string names, std::string value_name, std::string& target, std::vector<std::string> choices, std::string help);
  void integer(std::string names, std::string value_name, int& target, int low, int high, std::string help);
  void number(std::string names, std::string value_name, double& target, double low, double high, std::string help);
  void list(std::string names, std::string value_name, std::vector<std::string>& target, std::string help);
  /// Makes the entry added last required.
  void require();

  [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

 private:
  Entry& add(std::string names, std::string value_name, std::string help);
  std::vector<Entry> entries_;
};

/// Sets the targets of `table` from the arguments (those behind the command's name). Throws UsageError with a hint;
/// `command` is the whole name for messages ("gazetteer lookup").
void parse_arguments(const OptionTable& table, const std::string& command, const std::vector<std::string>& arguments);

}  // namespace dateline::cli
