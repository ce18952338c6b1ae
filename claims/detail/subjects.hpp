#pragma once

#include "claims/detail/chunk_view.hpp"

namespace dateline::claims::detail {

/// Finds the head of a subject from the noun phrase next to the verb.
class SubjectFinder : public ChunkView {
 public:
  using ChunkView::ChunkView;

  /// From the noun phrase next to the verb to the head of the subject: over "of", "in", "belonging to", "deployed in". Sets `first` to the
  /// first chunk of a coordinated subject. None if the noun phrase belongs to an earlier verb. `depth` is 0 for callers.
  [[nodiscard]] std::uint32_t climb(std::uint32_t noun, std::uint32_t& first, int depth) const;
  /// "The troops, transported to X from 8 to 13, received": the noun before the insertion that ends at this comma.
  [[nodiscard]] std::uint32_t before_insertion(std::uint32_t comma) const;

 private:
  [[nodiscard]] bool after_verb(std::uint32_t noun) const;
  [[nodiscard]] bool counted(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t over_reduced(std::uint32_t verb, std::uint32_t noun, std::uint32_t& first, int depth) const;
  [[nodiscard]] bool list_like(std::uint32_t from, std::uint32_t to) const;
};

}  // namespace dateline::claims::detail
