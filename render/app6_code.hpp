#pragma once

#include <string>
#include <string_view>

/// Symbol identification codes of APP-6D/E and MIL-STD-2525D/E: which military symbol is meant (docs/symbols.md).
namespace dateline::render {

enum class App6Context { Reality = 0, Exercise = 1, Simulation = 2 };
enum class App6Identity { Pending = 0, Unknown = 1, AssumedFriend = 2, Friend = 3, Neutral = 4, Suspect = 5, Hostile = 6 };
enum class App6Set { Air = 1, Land = 10, Equipment = 15, Installation = 20, Sea = 30, Subsurface = 35 };
enum class App6Status { Present = 0, Planned = 1, FullyCapable = 2, Damaged = 3, Destroyed = 4, FullToCapacity = 5 };
enum class App6Echelon {
  None = 0, Team = 11, Squad = 12, Section = 13, Platoon = 14, Company = 15, Battalion = 16, Regiment = 17, Brigade = 18,
  Division = 21, Corps = 22, Army = 23, ArmyGroup = 24,
};

/// The parts of a code that are drawn.
struct App6Code {
  App6Context context = App6Context::Reality;
  App6Identity identity = App6Identity::Unknown;
  App6Set set = App6Set::Land;
  App6Status status = App6Status::Present;
  bool headquarters = false, task_force = false, dummy = false;
  App6Echelon echelon = App6Echelon::None;
  std::string entity = "1211000000";   ///< ten digits: entity, type, subtype, and the two modifiers
  bool operator==(const App6Code&) const = default;
};

/// Reads 20 or 30 digits, version 10 to 15. Throws InputError with the column of the digit that is not understood.
[[nodiscard]] App6Code parse_app6_code(std::string_view sidc);
/// Thirty digits, version 10.
[[nodiscard]] std::string to_sidc(const App6Code& code);
/// All but the entity in words: "hostile, brigade, planned".
[[nodiscard]] std::string app6_amplifiers(const App6Code& code);

/// "brigade" -> Brigade; None for words that are no echelon of the standard.
[[nodiscard]] App6Echelon app6_echelon(std::string_view word) noexcept;
/// "friend", "hostile", ... ; "" for values outside the enumeration.
[[nodiscard]] const char* to_string(App6Identity identity) noexcept;
[[nodiscard]] const char* to_string(App6Set set) noexcept;

}  // namespace dateline::render
