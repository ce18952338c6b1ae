#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "claims/ledger.hpp"
#include "claims/time_expression.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::claims {

/// One act of saying: who, how, what.
struct SpeechFrame {
  std::uint32_t sentence = 0;      ///< where the cue stands
  Span cue;                        ///< "said", "according to", "accused", "denied", "could not confirm", "there was no evidence"
  std::string cue_lemma;           ///< "say", "according to", "accuse"
  Relation relation = Relation::Said;
  SpeechMode mode = SpeechMode::Indirect;
  Span source;                     ///< the words that name the source: "South Korea's intelligence agency"; empty if unnamed
  std::string source_id;           ///< into SpeechAnalysis::sources; empty if the source cannot be named
  std::vector<Span> content;       ///< what is said; may reach into following sentences (direct speech, "It said ... It added")
  std::optional<std::uint32_t> when;   ///< index into the times given: when it was said
  std::optional<std::uint32_t> inside; ///< index of the frame whose content holds this one (outer speaker)
  std::optional<std::uint32_t> cites;  ///< index of the frame that this speaker relies on ("media, citing unnamed sources")
  std::optional<Stance> stance;    ///< set for denials, non-confirmations, doubts and confirmations of somebody else's claim
  std::string rule;                ///< id of the rule
};

struct SpeechAnalysis {
  std::vector<SpeechFrame> frames;      ///< by position of the cue
  std::vector<SourceRecord> sources;    ///< each named once; ids are stable slugs ("national-intelligence-service-kr", "yonhap")
};

/// Finds who says what. Reads its cue and alias tables once (share/dateline/lexicons); immutable, thread-safe.
class SpeechFinder {
 public:
  explicit SpeechFinder(const std::filesystem::path& data_folder);
  ~SpeechFinder();
  SpeechFinder(SpeechFinder&&) noexcept;
  SpeechFinder& operator=(SpeechFinder&&) noexcept;

  /// Never throws on any text.
  [[nodiscard]] SpeechAnalysis find(std::string_view text, const SegmentedText& segments,
                                    const std::vector<gazetteer::Mention>& mentions, const gazetteer::Store& store,
                                    const std::vector<TimeExpression>& times) const;

 private:
  class Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dateline::claims
