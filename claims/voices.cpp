#include "claims/voices.hpp"

namespace dateline::claims {

namespace {

/// Code points between two names of a list: ", and the " at most; ", citing " is longer than any of them and has another cue.
constexpr std::size_t kWidestSeparator = 10;

bool speak_together(const Attribution& a, const Attribution& b) {
  if (a.cue.empty() || a.cue != b.cue || a.relation != b.relation) return false;
  return b.span.start > a.span.end && b.span.start - a.span.end <= kWidestSeparator;
}

}  // namespace

std::vector<std::vector<const Attribution*>> voices_of(const Claim& claim) {
  std::vector<std::vector<const Attribution*>> voices;
  for (const auto& link : claim.attribution) {
    if (voices.empty() || !speak_together(*voices.back().back(), link)) voices.emplace_back();
    voices.back().push_back(&link);
  }
  return voices;
}

}  // namespace dateline::claims
