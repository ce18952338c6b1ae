#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "claims/detail/chunker.hpp"
#include "claims/detail/lexicon.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

/// The chunks of one sentence as the clause rules walk over them. Looks into items, chunks and lexicon, which must outlive it.
class ChunkView {
 public:
  ChunkView(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) : items_(items), chunks_(chunks), lexicon_(lexicon) {}

  [[nodiscard]] ChunkKind kind(std::uint32_t i) const { return i < chunks_.size() ? chunks_[i].kind : ChunkKind::Break; }
  [[nodiscard]] std::string_view lower(std::uint32_t chunk) const { return items_[chunks_[chunk].last - 1].lower; }
  [[nodiscard]] std::string_view first_word(std::uint32_t chunk) const { return items_[chunks_[chunk].first].lower; }
  [[nodiscard]] bool is_finite(std::uint32_t i) const { return kind(i) == ChunkKind::Verb && chunks_[i].finite; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const {
    return chunks_[i].lemma == none ? std::string_view{} : std::string_view(lexicon_.lemma(chunks_[i].lemma));
  }
  /// True if the last word of a noun phrase is a force or a unit: "brought in two companies".
  [[nodiscard]] bool is_force(std::uint32_t noun) const {
    const auto* word = items_[chunks_[noun].head].word;
    return word != nullptr && (word->noun == NounClass::Force || word->noun == NounClass::Unit || word->noun == NounClass::Loose);
  }
  /// The same, or a vehicle or a carrier: "a convoy of trucks".
  [[nodiscard]] bool is_mover(std::uint32_t noun) const {
    const auto* word = items_[chunks_[noun].head].word;
    return is_force(noun) || (word != nullptr && (word->noun == NounClass::Vehicle || word->noun == NounClass::Carrier));
  }
  /// True if the last word of a noun phrase is a name of the gazetteer.
  [[nodiscard]] bool names(std::uint32_t noun) const { return items_[chunks_[noun].head].mention != none; }
  [[nodiscard]] bool skippable(std::uint32_t i) const { return kind(i) == ChunkKind::Adverb || kind(i) == ChunkKind::Time; }

  /// True if `i` stands in an insertion in which `from` does not.
  [[nodiscard]] bool aside_from(std::uint32_t from, std::uint32_t i) const { return chunks_[i].aside != 0 && chunks_[i].aside != chunks_[from].aside; }

  /// The chunk before `i`, adverbs, times and insertions skipped; none at the start.
  [[nodiscard]] std::uint32_t left_of(std::uint32_t i) const {
    for (auto left = i; left-- > 0;) {
      if (!skippable(left) && !aside_from(i, left)) return left;
    }
    return none;
  }
  [[nodiscard]] std::uint32_t right_of(std::uint32_t i) const {
    for (auto right = i + 1; right < chunks_.size(); ++right) {
      if (!skippable(right) && !aside_from(i, right)) return right;
    }
    return none;
  }

 protected:
  const std::vector<Item>& items_;
  std::vector<Chunk>& chunks_;
  const Lexicon& lexicon_;
};

}  // namespace dateline::claims::detail
