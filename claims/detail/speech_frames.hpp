#pragma once

#include <vector>

#include "claims/detail/speech_phrases.hpp"
#include "claims/detail/speech_quotes.hpp"
#include "claims/detail/speech_sources.hpp"
#include "claims/speech.hpp"

namespace dateline::claims::detail {

/// Finds the frames of a text, sentence by sentence. Made for one text, used once.
class FrameFinder {
 public:
  FrameFinder(const SpeechTables& tables, std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times);

  [[nodiscard]] SpeechAnalysis find();

 private:
  /// Tokens [first, last).
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool empty() const noexcept { return last <= first; }
  };
  struct Draft {
    SpeechFrame frame;
    std::vector<Range> content;
    std::size_t cue = 0;
    std::optional<std::size_t> source;   ///< record
  };

  /// A verb of saying where it stands.
  struct VerbAt {
    const CueVerb& verb;
    std::size_t at = 0;
    std::size_t behind = 0;      ///< one past the verb and its particle
    std::size_t rest = 0;        ///< one past dates, places and hearers behind it
    std::size_t before = 0;      ///< the token in front of it; the end of the sentence if there is none
    std::size_t that = 0;        ///< "that" which opens what is said; 0 for none
    bool negated = false;
  };

  void read_sentence(std::size_t sentence);
  void find_tail();
  std::size_t read_verb(std::size_t i, const CueVerb& verb);
  std::size_t read_shared(const VerbAt& cue);
  std::size_t read_inverted(const VerbAt& cue);
  std::size_t read_after(const VerbAt& cue, const SourcePhrase& phrase);
  std::size_t read_before(const VerbAt& cue, const SourcePhrase& phrase);
  std::size_t read_accusation(const VerbAt& cue, const SourcePhrase& phrase);
  std::size_t read_finding(const VerbAt& cue, const SourcePhrase& phrase);
  std::size_t read_wish(std::size_t i, const SourcePhrase& phrase, const CueVerb& verb);
  std::size_t read_according(std::size_t i, std::size_t phrase);
  std::size_t read_cannot_confirm(std::size_t i);
  std::size_t read_no_comment(std::size_t i);
  std::size_t read_no_evidence(std::size_t i);
  std::size_t read_hearsay(std::size_t i);
  std::size_t read_called_untrue(std::size_t i);
  std::size_t read_called(std::size_t i);
  std::size_t read_put_at(std::size_t i);
  std::size_t read_withheld(std::size_t i);
  void read_heading(std::size_t sentence);
  std::size_t read_citing(std::size_t i);
  std::size_t read_quoted_as_saying(std::size_t i, const SourcePhrase& outer, std::size_t inner_at);
  std::size_t read_report_noun(std::size_t i);
  std::size_t read_narrator(std::size_t i);
  void read_displaced_citing(std::size_t sentence);
  void attach_quotes();
  void link();
  void date_frames();
  [[nodiscard]] bool dates_statement(Span time) const;

  [[nodiscard]] std::size_t after_adjuncts(std::size_t i, const CueVerb* verb) const;
  [[nodiscard]] std::optional<std::size_t> find_that(std::size_t i) const;
  [[nodiscard]] bool opens_next_saying(std::size_t k) const;
  [[nodiscard]] Range content_after(std::size_t i) const;
  [[nodiscard]] Range content_before(std::size_t end, std::size_t start) const;
  [[nodiscard]] std::size_t clause_start(std::size_t before) const;
  [[nodiscard]] const QuotedSpan* quote_at(std::size_t token) const;
  [[nodiscard]] bool ends_sentence(std::size_t i) const;
  [[nodiscard]] bool starts_clause(std::size_t i) const;
  [[nodiscard]] bool is_noun_here(std::size_t i) const;
  [[nodiscard]] bool agrees(std::size_t i, const SourcePhrase& phrase) const;
  [[nodiscard]] bool is_clause(Range range) const;
  [[nodiscard]] bool is_statement(Range left) const;
  [[nodiscard]] bool is_reduced(std::size_t i, const SourcePhrase& phrase) const;
  [[nodiscard]] bool may_say(const VerbAt& cue, std::size_t start, bool shown) const;
  [[nodiscard]] bool is_enough(const VerbAt& cue, Range content, bool shown) const;
  [[nodiscard]] std::optional<Range> content_behind_as(const VerbAt& cue, const SourcePhrase& phrase) const;
  [[nodiscard]] SourcePhrase head_of_coordination(const SourcePhrase& phrase) const;
  [[nodiscard]] bool opens_clause(std::size_t i) const;
  [[nodiscard]] bool ends_in_adjunct(std::size_t i) const;
  [[nodiscard]] std::size_t before_next_deed(Range content) const;
  [[nodiscard]] bool names_evidence(const SourcePhrase& phrase) const;
  [[nodiscard]] bool calls_report_untrue(Range range) const;
  [[nodiscard]] bool names_speaker(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t negation_before(std::size_t i) const;
  void add(const SourcePhrase& phrase, Range cue, std::vector<Range> content, std::string lemma, Relation relation, std::optional<Stance> stance, const char* rule);

  const SpeechTables& tables_;
  std::string_view text_;
  const SegmentedText& segments_;
  const std::vector<TimeExpression>& times_;
  TokenWindow tokens_;          ///< the sentence being read
  TokenWindow whole_;
  StorySources sources_;
  std::vector<QuotedSpan> quotes_;
  std::vector<Draft> drafts_;
  std::size_t sentence_ = 0;
  std::size_t first_of_sentence_ = 0;   ///< draft
  SourcePhrase pending_cited_;          ///< "citing X" in front of its verb
  std::size_t pending_cue_ = 0;
  std::size_t tail_ = 0;                ///< token at which an attribution at the end of the sentence begins
};

}  // namespace dateline::claims::detail
