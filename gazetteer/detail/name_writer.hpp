#pragma once

#include <string>
#include <vector>

#include "gazetteer/detail/store_builder.hpp"
#include "gazetteer/detail/store_format.hpp"

namespace dateline::gazetteer::detail {

/// The sections that make names findable.
struct NameSections {
  std::vector<NameBlock> blocks;
  std::string bytes;
  std::vector<HashSlot> hash;
  std::vector<Candidate> postings;
  std::uint64_t names = 0;
};

/// `names` may repeat and be in any order; `population` ranks places of one name.
[[nodiscard]] NameSections write_names(std::vector<NameRow> names, const std::vector<PlaceRow>& places);

}  // namespace dateline::gazetteer::detail
