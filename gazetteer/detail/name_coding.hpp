#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "gazetteer/place.hpp"

namespace dateline::gazetteer::detail {

// How the names of a store are ordered, merged and coded: what both writers of stores (in memory and by runs on disk) share.

/// Rank of a kind of name, best first. A name that names the place says more than one made from it: "U.S." is an
/// abbreviation first, an adjective second.
[[nodiscard]] int rank_of(NameKind kind) noexcept;

/// Order of the entries of one name before merging: -1, 0 or 1. Entries of one place stand together, the best first.
[[nodiscard]] int compare_entries(const Candidate& a, const Candidate& b) noexcept;

/// Takes over what a second entry for the same name and place adds to the first: a form without a guard wins over a
/// guarded one, and two guards mean that either is enough.
void merge_entry(Candidate& kept, const Candidate& other) noexcept;

/// Order of a name's places in the store: kind, population, record. `population_of(record)` counts people.
template <typename PopulationOf>
[[nodiscard]] bool stands_before(const Candidate& a, const Candidate& b, const PopulationOf& population_of) {
  if (a.name_kind != b.name_kind) return rank_of(a.name_kind) < rank_of(b.name_kind);
  const auto more = population_of(a.record), less = population_of(b.record);
  return more != less ? more > less : a.record < b.record;
}

/// Bytes that two names have in common at their start, never cutting a code point.
[[nodiscard]] std::size_t shared_prefix(std::string_view a, std::string_view b) noexcept;

}  // namespace dateline::gazetteer::detail
