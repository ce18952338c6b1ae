#include "cli/help.hpp"

#include <algorithm>
#include <array>

#include "base/exit_code.hpp"

namespace dateline::cli {

namespace {

struct ExitCodeLine {
  ExitCode code;
  const char* meaning;
};
constexpr std::array<ExitCodeLine, 8> kExitCodes = {{{ExitCode::Ok, "ok"},
                                                     {ExitCode::CouldNotFinish, "could not finish"},
                                                     {ExitCode::WrongCommandLine, "wrong command line"},
                                                     {ExitCode::InputUnreadable, "input unreadable"},
                                                     {ExitCode::NothingToDraw, "nothing to draw"},
                                                     {ExitCode::CheckFoundProblems, "check found problems"},
                                                     {ExitCode::Differs, "differs"},
                                                     {ExitCode::RefusedByPolicy, "refused by policy"}}};

std::string pad(std::string_view text, std::size_t width) {
  std::string out(text);
  out.resize(std::max(out.size() + 2, width), ' ');
  return out;
}

std::string names_of(const OptionTable::Entry& entry) {
  std::string names = entry.names;
  if (const auto comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
  return entry.is_positional() || entry.value_name.empty() ? names : names + " " + entry.value_name;
}

std::string help_of(const OptionTable::Entry& entry) {
  std::string help = entry.help;
  if (!entry.choices.empty()) {
    help += ": ";
    for (std::size_t i = 0; i < entry.choices.size(); ++i) help += (i == 0 ? "" : ", ") + entry.choices[i];
  }
  if (!entry.default_text.empty()) help += " [" + entry.default_text + "]";
  return help;
}

std::string usage_line(const CommandEntry& entry, const OptionTable& table) {
  std::string usage = "dateline " + std::string(entry.name) + " [OPTIONS]";
  for (const auto& option : table.entries()) {
    if (option.is_positional()) usage += " " + option.names + (option.repeated ? "..." : "");
    else if (option.required) usage += " " + option.names.substr(0, option.names.find(',')) + " " + option.value_name;
  }
  return usage;
}

/// The table of a command with the options that every command has.
struct Declared {
  std::unique_ptr<Command> command;
  Talk talk;
  OptionTable table;
};

std::unique_ptr<Declared> declare(const CommandEntry& entry) {
  auto declared = std::make_unique<Declared>();
  declared->command = entry.make();
  declared->command->declare(declared->table);
  add_talk_options(declared->table, declared->talk);
  return declared;
}

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) (out += "\\&") += c;
    else out += c;
  }
  return out;
}

std::string roff_paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find("\n\n");
    out += ".PP\n" + roff(text.substr(0, end)) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return out;
}

}  // namespace

std::string version_line() { return "dateline " DATELINE_VERSION; }

std::string program_help() {
  std::string out =
      "Dateline turns news stories into cited maps of what they report.\n\n"
      "  dateline map wire/*.txt -o map.svg\n\nCommands:\n";
  for (const auto& entry : commands()) out += "  " + pad(entry.name, 18) + std::string(entry.purpose) + "\n";
  out += "  " + pad("help COMMAND", 18) + "Show what a command takes\n";
  out += "  " + pad("completion", 18) + "Print completion for bash: eval \"$(dateline completion)\"\n";
  out += "\nEvery command takes -h, -q, -v. `dateline --version` prints the version.\n";
  out += "It does not verify anything, guess locations, or use the network.\n";
  return out;
}

std::string command_help(const CommandEntry& entry) {
  const auto declared = declare(entry);
  std::string out = std::string(entry.purpose) + ".\n\n";
  for (const auto& example : entry.examples) out += "  " + std::string(example.command_line) + "\n      " + std::string(example.what) + "\n";
  out += "\nusage: " + usage_line(entry, declared->table) + "\n";
  constexpr std::size_t kHelpColumn = 26;
  for (const bool positional : {true, false}) {
    std::string section;
    for (const auto& option : declared->table.entries()) {
      if (option.is_positional() == positional) section += "  " + pad(names_of(option), kHelpColumn) + help_of(option) + "\n";
    }
    if (!section.empty()) out += (positional ? "\nInputs:\n" : "\nOptions:\n") + section;
  }
  return out + "  " + pad("-h, --help", kHelpColumn) + "Show this help\n";
}

std::string man_page(const CommandEntry& entry) {
  const auto declared = declare(entry);
  std::string page_name = "dateline-" + std::string(entry.name);
  std::replace(page_name.begin(), page_name.end(), ' ', '-');
  std::string title = page_name;
  std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::string out = ".TH " + title + " 1 \"\" \"" + version_line() + "\" \"Dateline\"\n.SH NAME\n" + roff(page_name) + " \\- " + roff(entry.purpose) + "\n";
  out += ".SH SYNOPSIS\n.B " + roff(usage_line(entry, declared->table)) + "\n";
  if (!entry.description.empty()) out += ".SH DESCRIPTION\n" + roff_paragraphs(entry.description);
  out += ".SH EXAMPLES\n";
  for (const auto& example : entry.examples) out += ".TP\n.B " + roff(example.command_line) + "\n" + roff(example.what) + "\n";
  out += ".SH OPTIONS\n";
  for (const auto& option : declared->table.entries()) out += ".TP\n.B " + roff(names_of(option)) + "\n" + roff(help_of(option)) + ".\n";
  out += ".SH EXIT STATUS\n";
  for (const auto& line : kExitCodes) out += ".TP\n.B " + std::to_string(static_cast<int>(line.code)) + "\n" + roff(line.meaning) + "\n";
  out += ".SH ENVIRONMENT\n.TP\n.B DATELINE_DATA\nFolder of the place store, the base map, the styles and the lexicons.\n";
  out += ".TP\n.B SOURCE_DATE_EPOCH\nDate written into PDF files; without it they carry none.\n.TP\n.B NO_COLOR\nNo progress bar.\n";
  return out;
}

std::string bash_completion() {
  std::string cases;
  std::string words;
  for (const auto& entry : commands()) {
    const auto first = entry.name.substr(0, entry.name.find(' '));
    if ((" " + words + " ").find(" " + std::string(first) + " ") == std::string::npos) words += (words.empty() ? "" : " ") + std::string(first);
    std::string options;
    const auto declared = declare(entry);
    for (const auto& option : declared->table.entries()) {
      if (const auto at = option.names.find("--"); at != std::string::npos) options += option.names.substr(at) + " ";
    }
    cases += "    \"" + std::string(entry.name) + "\") options=\"" + options + "--help\" ;;\n";
  }
  return "_dateline() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" command=\"${COMP_WORDS[1]}\" options=\"\"\n"
         "  if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W \"" + words + " help completion\" -- \"$word\")); return; fi\n"
         "  if [ \"$command\" = gazetteer ]; then\n"
         "    if [ \"$COMP_CWORD\" = 2 ]; then COMPREPLY=($(compgen -W \"lookup info\" -- \"$word\")); return; fi\n"
         "    command=\"gazetteer ${COMP_WORDS[2]}\"\n"
         "  fi\n"
         "  case \"$command\" in\n" + cases +
         "  esac\n"
         "  case \"$word\" in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _dateline dateline\n";
}

}  // namespace dateline::cli
