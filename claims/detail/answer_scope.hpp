#pragma once

#include "claims/detail/draft.hpp"

namespace dateline::claims::detail {

/// Which reports a denial can be about: one that names a town or a region, or says which way the force went, says nothing of other places and ways.
class AnswerScope {
 public:
  AnswerScope(const Story& story, const PlacePhrases& places) : story_(story), places_(places) {}

  /// True if `denied`, told inside the denial, may be what `told` reports. A denial that names no place, or only countries, is about all of them.
  [[nodiscard]] bool reaches(const Draft& denied, const Draft& told) const;

 private:
  [[nodiscard]] bool shares_place(const Claim& denied, const Claim& told) const;
  [[nodiscard]] bool names_unknown_place(const Draft& draft) const;

  const Story& story_;
  const PlacePhrases& places_;
};

}  // namespace dateline::claims::detail
