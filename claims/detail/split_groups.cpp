#include "claims/detail/split_groups.hpp"

#include <algorithm>

#include "claims/detail/chunk_view.hpp"

namespace dateline::claims::detail {

namespace {

/// Phrases between an auxiliary and its verb; more is a clause of its own.
constexpr int most_phrases = 2;

class GroupUniter : public ChunkView {
 public:
  using ChunkView::ChunkView;

  void run() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      const auto& group = chunks_[i];
      if (kind(i) != ChunkKind::Verb || group.infinitive || !(group.possession || group.copula) || !group.finite) continue;
      if (const auto verb = other_part(i); verb != none) unite(i, verb);
    }
  }

 private:
  [[nodiscard]] std::uint32_t other_part(std::uint32_t auxiliary) const {
    auto i = auxiliary + 1;
    const auto skip = [&] {
      while (i < chunks_.size() && (skippable(i) || aside_from(auxiliary, i))) ++i;
    };
    skip();
    bool parted = i > auxiliary + 1;
    for (int phrases = 0; phrases < most_phrases && kind(i) == ChunkKind::Preposition && kind(i + 1) == ChunkKind::Noun; ++phrases) {
      if (chunks_[auxiliary].copula) return none;  // "was in Aden sent": nobody writes so
      i += 2;
      while (kind(i) == ChunkKind::Preposition && lower(i) == "of" && kind(i + 1) == ChunkKind::Noun) i += 2;
      skip();
      parted = true;
    }
    if (!parted || kind(i) != ChunkKind::Verb) return none;
    const auto& verb = chunks_[i];
    if (chunks_[auxiliary].copula) return verb.bare_participle || verb.ing ? i : none;
    const bool been = items_[verb.first].lower == "been";
    return verb.bare_participle || been ? i : none;
  }

  void unite(std::uint32_t auxiliary, std::uint32_t verb) {
    const auto& first = chunks_[auxiliary];
    auto& group = chunks_[verb];
    group.finite = true;
    group.bare_participle = group.ing = false;
    group.modal = first.modal;
    group.negated = group.negated || first.negated;
    group.present = first.present;
    if (first.copula) {
      group.passive = (items_[group.head].word == nullptr || (items_[group.head].word->verb_forms & participle_form) != 0);
      group.progressive = !group.passive;
      group.perfect = first.perfect;
    } else {
      group.perfect = true;
    }
    std::uint32_t number = 0;
    for (const auto& chunk : chunks_) number = std::max(number, chunk.aside);
    for (auto i = auxiliary; i < verb; ++i) {
      if (chunks_[i].aside == 0) chunks_[i].aside = number + 1;
    }
    chunks_[auxiliary].kind = ChunkKind::Adverb;
  }
};

}  // namespace

void unite_split_groups(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) { GroupUniter(items, chunks, lexicon).run(); }

}  // namespace dateline::claims::detail
