#pragma once

#include <array>
#include <cstddef>

/// The words of the ledger format: for each enumeration its names in the order of the enumerators. Writer, reader and
/// error messages use the same tables, so they cannot drift apart.
namespace dateline::claims::detail {

inline constexpr std::array kClaimKinds{"movement", "withdrawal", "basing", "presence", "mobilisation", "transfer"};
inline constexpr std::array kClaimStatuses{"reported", "ongoing", "planned", "conditional", "denied", "past"};
inline constexpr std::array kSourceKinds{"government", "intelligence", "military",  "intergovernmental",
                                         "media",      "expert",       "anonymous", "own-reporting"};
inline constexpr std::array kRelations{"said",     "accused",   "denied",           "cited",
                                       "reported", "estimated", "could-not-confirm"};
inline constexpr std::array kSpeechModes{"direct", "indirect", "narrator"};
inline constexpr std::array kStances{"denies", "cannot-confirm", "doubts", "confirms"};
inline constexpr std::array kPrecisions{"site", "city", "admin", "region", "country"};
inline constexpr std::array kPlaceMentions{"toponym", "descriptive", "metonym", "event"};
inline constexpr std::array kReviewStates{"unreviewed", "accepted", "edited", "rejected"};
inline constexpr std::array kConflictKinds{"quantity", "time", "place", "attribution", "denial"};
inline constexpr std::array kDistributions{"total", "each"};
inline constexpr std::array kResponseAbouts{"this", "earlier"};

/// The name of an enumerator; "unknown" for a value outside the enumeration.
template <std::size_t Size, typename Enumeration>
[[nodiscard]] constexpr const char* name_of(const std::array<const char*, Size>& names, Enumeration value) noexcept {
  const auto index = static_cast<std::size_t>(value);
  return index < Size ? names[index] : "unknown";
}

}  // namespace dateline::claims::detail
