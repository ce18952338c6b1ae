#include "render/app6_code.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace dateline::render {
namespace {

template <typename Value>
struct Named {
  Value value;
  const char* name;
};
constexpr Named<App6Identity> identities[] = {
    {App6Identity::Pending, "pending"}, {App6Identity::Unknown, "unknown"}, {App6Identity::AssumedFriend, "assumed friend"},
    {App6Identity::Friend, "friend"},   {App6Identity::Neutral, "neutral"}, {App6Identity::Suspect, "suspect"},
    {App6Identity::Hostile, "hostile"}};
constexpr Named<App6Set> sets[] = {{App6Set::Air, "air"},         {App6Set::Land, "land unit"}, {App6Set::Equipment, "land equipment"},
                                   {App6Set::Installation, "installation"}, {App6Set::Sea, "sea surface"}, {App6Set::Subsurface, "subsurface"}};
constexpr Named<App6Status> statuses[] = {{App6Status::Present, "present"},   {App6Status::Planned, "planned"},
                                          {App6Status::FullyCapable, "fully capable"}, {App6Status::Damaged, "damaged"},
                                          {App6Status::Destroyed, "destroyed"}, {App6Status::FullToCapacity, "full to capacity"}};
constexpr Named<App6Echelon> echelons[] = {
    {App6Echelon::None, ""},           {App6Echelon::Team, "team"},           {App6Echelon::Squad, "squad"},
    {App6Echelon::Section, "section"}, {App6Echelon::Platoon, "platoon"},     {App6Echelon::Company, "company"},
    {App6Echelon::Battalion, "battalion"}, {App6Echelon::Regiment, "regiment"}, {App6Echelon::Brigade, "brigade"},
    {App6Echelon::Division, "division"}, {App6Echelon::Corps, "corps"},       {App6Echelon::Army, "army"},
    {App6Echelon::ArmyGroup, "army group"}};
constexpr Named<App6Context> contexts[] = {
    {App6Context::Reality, ""}, {App6Context::Exercise, "exercise"}, {App6Context::Simulation, "simulation"}};

template <typename Value, std::size_t N>
const char* name_in(const Named<Value> (&table)[N], Value value) noexcept {
  const auto* found = std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.value == value; });
  return found == std::end(table) ? "" : found->name;
}

[[noreturn]] void fail(std::string_view sidc, std::size_t digit, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position({"code", 1, digit + 1}, std::string(sidc));
  throw error;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// The digits from `first` on as one of the values of `table`.
template <typename Value, std::size_t N>
Value read(std::string_view sidc, std::size_t first, std::size_t length, const Named<Value> (&table)[N], const char* what) {
  const auto digits = sidc.substr(first, length);
  const auto value = static_cast<Value>(number(digits));
  if (std::any_of(std::begin(table), std::end(table), [&](const auto& row) { return row.value == value; })) return value;
  std::string known;
  for (const auto& row : table) {
    std::string text = std::to_string(static_cast<int>(row.value));
    text.insert(0, length - std::min(length, text.size()), '0');
    known += (known.empty() ? "" : ", ") + text + (row.name[0] == '\0' ? "" : std::string(" ") + row.name);
  }
  fail(sidc, first, "'" + std::string(digits) + "' is no " + what + " that Dateline draws", "known: " + known);
}

}  // namespace

App6Code parse_app6_code(std::string_view sidc) {
  const auto bad = std::find_if(sidc.begin(), sidc.end(), [](char c) { return c < '0' || c > '9'; });
  if (bad != sidc.end()) {
    fail(sidc, static_cast<std::size_t>(bad - sidc.begin()), "a symbol code consists of digits", "the letter codes of APP-6A to C are not read");
  }
  if (sidc.size() != 20 && sidc.size() != 30) {
    fail(sidc, 0, "a symbol code has 20 or 30 digits, this one has " + std::to_string(sidc.size()), "`dateline symbol --list` shows codes to begin with");
  }
  if (const int version = number(sidc.substr(0, 2)); version < 10 || version > 15) {
    fail(sidc, 0, "the code is of version " + std::string(sidc.substr(0, 2)), "versions 10 to 15 are read (APP-6D and E, MIL-STD-2525D and E)");
  }
  App6Code code;
  code.context = read(sidc, 2, 1, contexts, "context");
  code.identity = read(sidc, 3, 1, identities, "identity");
  code.set = read(sidc, 4, 2, sets, "symbol set");
  code.status = read(sidc, 6, 1, statuses, "status");
  const int role = number(sidc.substr(7, 1));
  if (role > 7) fail(sidc, 7, "'" + std::to_string(role) + "' is no sum of 1 dummy, 2 headquarters and 4 task force", "use 0 to 7");
  code.dummy = (role & 1) != 0;
  code.headquarters = (role & 2) != 0;
  code.task_force = (role & 4) != 0;
  code.echelon = read(sidc, 8, 2, echelons, "echelon");
  code.entity = sidc.substr(10, 10);
  return code;
}

std::string to_sidc(const App6Code& code) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const int role = (code.dummy ? 1 : 0) + (code.headquarters ? 2 : 0) + (code.task_force ? 4 : 0);
  return "10" + std::to_string(static_cast<int>(code.context)) + std::to_string(static_cast<int>(code.identity)) +
         two(static_cast<int>(code.set)) + std::to_string(static_cast<int>(code.status)) + std::to_string(role) +
         two(static_cast<int>(code.echelon)) + code.entity + "0000000000";
}

std::string app6_amplifiers(const App6Code& code) {
  std::string words = to_string(code.identity);
  const auto add = [&](const char* word) {
    if (word[0] != '\0') words += std::string(", ") + word;
  };
  add(name_in(echelons, code.echelon));
  add(code.headquarters ? "headquarters" : "");
  add(code.task_force ? "task force" : "");
  add(code.dummy ? "dummy" : "");
  if (code.status != App6Status::Present) add(name_in(statuses, code.status));
  add(name_in(contexts, code.context));
  return words;
}

App6Echelon app6_echelon(std::string_view word) noexcept {
  for (const auto& row : echelons) {
    if (row.name == word) return row.value;
  }
  return App6Echelon::None;
}

const char* to_string(App6Identity identity) noexcept { return name_in(identities, identity); }
const char* to_string(App6Set set) noexcept { return name_in(sets, set); }

}  // namespace dateline::render
