#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/ledger.hpp"

/// Records of several stories as one list. None of it depends on the order of the stories.
namespace dateline::claims::detail {

using Sources = std::map<std::string, SourceRecord>;
using Places = std::map<std::string, PlaceRecord>;

/// Adds a source, or its aliases to the one that is there; of two names the first of the alphabet stays.
void add_source(Sources& sources, const SourceRecord& source);

/// Adds a place, or keeps the surer telling of the two: the widest choice, then the highest score.
void add_place(Places& places, const PlaceRecord& place);

/// As people sort files: the letters of the source list follow this order.
[[nodiscard]] bool listed_before(const ArticleRecord& a, const ArticleRecord& b);

/// The order of the claims of one story.
[[nodiscard]] bool told_before(const Claim& a, const Claim& b);

}  // namespace dateline::claims::detail
