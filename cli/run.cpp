#include "cli/run.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <ostream>
#include <span>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace dateline::cli {

namespace {

using Arguments = std::span<const std::string>;

/// The command that the arguments begin with, and how many of them are its name.
struct Match {
  const CommandEntry* entry = nullptr;
  std::size_t words = 0;
};

Match find_command(Arguments arguments) {
  for (const std::size_t words : {std::size_t{2}, std::size_t{1}}) {
    if (arguments.size() < words) continue;
    const std::string name = words == 2 ? arguments[0] + " " + arguments[1] : arguments[0];
    for (const auto& entry : commands()) {
      if (entry.name == name) return {&entry, words};
    }
  }
  return {};
}

[[noreturn]] void fail_unknown_command(Arguments arguments) {
  std::vector<std::string> known = {"help", "completion"};
  std::string group;
  for (const auto& entry : commands()) {
    known.emplace_back(entry.name);
    if (entry.name.starts_with(arguments[0] + " ")) group += (group.empty() ? "" : ", ") + std::string(entry.name);
  }
  if (!group.empty()) throw UsageError("`dateline " + arguments[0] + "` needs a second word", "use one of: " + group);
  const auto near = nearest_word(arguments[0], known);
  throw UsageError("there is no command '" + arguments[0] + "'", near.empty() ? "`dateline help` lists the commands" : "did you mean " + near + "?");
}

bool asks_for_help(Arguments arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& a) { return a == "-h" || a == "--help"; });
}

/// help, --version, completion, man: what needs no data. Absent if the arguments are none of these.
std::optional<ExitCode> run_word(Arguments arguments, std::ostream& out) {
  const std::string word = arguments.empty() ? "help" : arguments.front();
  if (word == "--version" || word == "-V") {
    out << version_line() << '\n';
    return ExitCode::Ok;
  }
  if (word == "completion") {
    out << bash_completion();
    return ExitCode::Ok;
  }
  const bool help = word == "help" || word == "-h" || word == "--help";
  const bool man = word == "man";
  if (!help && !man) return std::nullopt;
  const auto rest = arguments.empty() ? arguments : arguments.subspan(1);
  if (rest.empty()) {
    out << program_help();
    return ExitCode::Ok;
  }
  const auto match = find_command(rest);
  if (match.entry == nullptr) fail_unknown_command(rest);
  out << (man ? man_page(*match.entry) : command_help(*match.entry));
  return ExitCode::Ok;
}

ExitCode run_command(Arguments arguments, Session& session) {
  if (const auto done = run_word(arguments, session.out())) {
    session.finish_output();
    return *done;
  }
  const auto match = find_command(arguments);
  if (match.entry == nullptr) fail_unknown_command(arguments);
  const auto rest = arguments.subspan(match.words);
  if (asks_for_help(rest)) {
    session.out() << command_help(*match.entry);
    session.finish_output();
    return ExitCode::Ok;
  }
  const auto command = match.entry->make();
  OptionTable table;
  command->declare(table);
  add_talk_options(table, session.talk);
  parse_arguments(table, std::string(match.entry->name), {rest.begin(), rest.end()});
  return command->run(session);
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  Session session(out, err);
  const auto fail = [&err](const Error& error, ExitCode code) {
    err << error.to_string();
    return static_cast<int>(code);
  };
  try {
    return static_cast<int>(run_command(arguments, session));
  } catch (const UsageError& error) {
    return fail(error, ExitCode::WrongCommandLine);
  } catch (const InputError& error) {
    return fail(error, ExitCode::InputUnreadable);
  } catch (const NothingToDraw& error) {
    return fail(error, ExitCode::NothingToDraw);
  } catch (const Error& error) {
    return fail(error, ExitCode::CouldNotFinish);
  } catch (const std::bad_alloc&) {
    err << "error: out of memory\nhint: give fewer or shorter inputs at a time\n";
  } catch (const std::exception& error) {
    err << "error: " << error.what() << "\nhint: this is a fault of Dateline; please report it with the command line\n";
  }
  return static_cast<int>(ExitCode::CouldNotFinish);
}

}  // namespace dateline::cli
