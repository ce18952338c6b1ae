#pragma once

#include <string>
#include <vector>

#include "gazetteer/store.hpp"

namespace dateline::gazetteer::detail {

/// Places that a folded name may mean although the store spells it otherwise, because newspapers and gazetteers carry names over
/// from other scripts by different rules: "arvaikheer" for "Arvayheer", "el arish" for "Al 'Arish". Only main and English names
/// and other names of towns; appends nothing to `found` if no spelling is known. Some fifty exact look-ups.
void find_other_spellings(const Store& store, const std::string& folded, std::vector<Candidate>& found);

}  // namespace dateline::gazetteer::detail
