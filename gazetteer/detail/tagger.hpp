#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/detail/document.hpp"
#include "gazetteer/detail/matches.hpp"

namespace dateline::gazetteer::detail {

/// Outside, first word, further word of a place name.
enum class Label : std::uint8_t { Outside, Begin, Inside };
inline constexpr std::size_t label_count = 3;

/// What the rules leave to the tagger.
enum class Verdict : std::uint8_t { Free, MustBeOutside, MustBegin, MustContinue };

/// The hashed features of one word. A fixed array: this is the hottest loop of the program.
struct FeatureSet {
  std::array<std::uint32_t, 128> hashes{};
  std::size_t count = 0;
  void add(std::uint32_t hash) noexcept {
    if (count < hashes.size()) hashes[count++] = hash;
  }
  [[nodiscard]] std::span<const std::uint32_t> view() const noexcept { return std::span(hashes).first(count); }
};

/// Features of word `i` of the sentence [begin, end): forms, shapes, affixes, neighbours, what the store and the lexicon
/// say, what the rest of the text tells about the form.
void extract_features(const Document& document, const Matches& matches, std::size_t i, std::size_t begin, std::size_t end, FeatureSet& out);

/// A linear model of label sequences: weights per (feature, label) and per (label, next label).
class Tagger {
 public:
  using Scores = std::array<float, label_count>;

  /// Reads what write_tagger() writes. Throws InputError for damage; `file` names it in the message.
  [[nodiscard]] static Tagger parse(std::string_view bytes, const std::string& file);

  struct Entry {
    std::uint32_t hash = 0;
    std::array<std::int8_t, label_count> weights{};
  };
  /// Weights are multiples of `scale`; transitions[from][to], from == 0 also stands for the start.
  Tagger(std::vector<Entry> entries, const std::array<Scores, label_count>& transitions, float scale);

  [[nodiscard]] Scores score(const FeatureSet& features) const noexcept;
  [[nodiscard]] const std::array<Scores, label_count>& transitions() const noexcept { return transitions_; }

  /// The best label sequence of each sentence under the verdicts (Viterbi).
  [[nodiscard]] std::vector<Label> tag(const Document& document, const Matches& matches, std::span<const Verdict> verdicts) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::array<std::int8_t, label_count> weights{};
    std::uint8_t used = 0;
  };
  std::vector<Slot> slots_;   ///< open addressing, a power of two
  std::array<Scores, label_count> transitions_{};
  float scale_ = 1;
};

/// The weights file: "DLTAGGER", version, scale, transitions, number of entries, entries; all little-endian.
[[nodiscard]] std::string write_tagger(std::span<const Tagger::Entry> entries, const std::array<Tagger::Scores, label_count>& transitions, float scale);

/// The best sequence for given word scores; shared with the trainer.
void decode(std::span<const Tagger::Scores> emissions, std::span<const Verdict> verdicts, const std::array<Tagger::Scores, label_count>& transitions,
            std::span<Label> out);

/// False for words that are never part of a name: most of the text, and not worth features.
[[nodiscard]] bool may_be_tagged(const Document& document, const Matches& matches, std::size_t i, std::size_t begin, std::size_t end) noexcept;

}  // namespace dateline::gazetteer::detail
