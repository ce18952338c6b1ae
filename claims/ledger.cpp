#include "claims/ledger.hpp"

#include "claims/detail/names.hpp"

namespace dateline::claims {

const char* to_string(ClaimKind value) noexcept { return detail::name_of(detail::kClaimKinds, value); }
const char* to_string(ClaimStatus value) noexcept { return detail::name_of(detail::kClaimStatuses, value); }
const char* to_string(SourceKind value) noexcept { return detail::name_of(detail::kSourceKinds, value); }
const char* to_string(Relation value) noexcept { return detail::name_of(detail::kRelations, value); }
const char* to_string(SpeechMode value) noexcept { return detail::name_of(detail::kSpeechModes, value); }
const char* to_string(Stance value) noexcept { return detail::name_of(detail::kStances, value); }
const char* to_string(Precision value) noexcept { return detail::name_of(detail::kPrecisions, value); }
const char* to_string(PlaceMention value) noexcept { return detail::name_of(detail::kPlaceMentions, value); }
const char* to_string(ReviewState value) noexcept { return detail::name_of(detail::kReviewStates, value); }
const char* to_string(ConflictKind value) noexcept { return detail::name_of(detail::kConflictKinds, value); }
const char* to_string(Distribution value) noexcept { return detail::name_of(detail::kDistributions, value); }
const char* to_string(ResponseAbout value) noexcept { return detail::name_of(detail::kResponseAbouts, value); }

}  // namespace dateline::claims
