#pragma once

#include <string>
#include <string_view>

#include "claims/event_view.hpp"

namespace dateline::claims {

/// What people of a force are called, by its type: "special forces", "special operations troops"; "troops" of a formation, a ship or nothing.
[[nodiscard]] std::string people_words(std::string_view force);

/// What a number of people of the event counts, for a label: "troops", "special forces", "special operations troops". A formation ("contingent", "battalion")
/// is not what is counted in persons: "troops".
[[nodiscard]] std::string force_words(const EventView& view);

/// What moves or stays, with its number if one is quoted: "1,500 special forces", "2 mechanised battalions", "43 military aircraft", "more than 8 million artillery shells".
[[nodiscard]] std::string counted_words(const EventView& view);

}  // namespace dateline::claims
