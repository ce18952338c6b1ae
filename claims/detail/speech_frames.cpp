#include "claims/detail/speech_frames.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace dateline::claims::detail {

namespace {

TokenWindow with_times(std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times) {
  TokenWindow tokens(text, segments);
  for (const auto& time : times) tokens.mark_time(time.span);
  return tokens;
}

}  // namespace

FrameFinder::FrameFinder(const SpeechTables& tables, std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times)
    : tables_(tables), text_(text), segments_(segments), times_(times), tokens_(with_times(text, segments, times)), whole_(tokens_), sources_(tables, whole_), quotes_(find_quotes(text, segments)) {}

SpeechAnalysis FrameFinder::find() {
  for (std::size_t s = 0; s < segments_.sentences.size(); ++s) {
    if (segments_.sentences[s].kind == SentenceKind::Boilerplate) continue;
    read_sentence(s);
  }
  attach_quotes();
  link();
  SpeechAnalysis analysis;
  analysis.sources = sources_.take();
  for (auto& draft : drafts_) {
    if (draft.source) draft.frame.source_id = analysis.sources[*draft.source].id;
    for (const auto& range : draft.content) draft.frame.content.push_back(tokens_.span(range.first, range.last));
    analysis.frames.push_back(std::move(draft.frame));
  }
  return analysis;
}

const QuotedSpan* FrameFinder::quote_at(std::size_t token) const {
  const auto at = std::upper_bound(quotes_.begin(), quotes_.end(), token, [](std::size_t t, const QuotedSpan& quote) { return t < quote.first_token; });
  if (at == quotes_.begin()) return nullptr;
  const auto& quote = *std::prev(at);
  return token < quote.last_token ? &quote : nullptr;
}

void FrameFinder::add(const SourcePhrase& phrase, Range cue, std::vector<Range> content, std::string lemma, Relation relation, std::optional<Stance> stance, const char* rule) {
  content.erase(std::remove_if(content.begin(), content.end(), [](const Range& range) { return range.empty(); }), content.end());
  if (content.empty()) return;
  Draft draft;
  draft.frame.sentence = static_cast<std::uint32_t>(sentence_);
  draft.frame.cue = tokens_.span(cue.first, cue.last);
  draft.frame.cue_lemma = std::move(lemma);
  draft.frame.relation = relation;
  draft.frame.stance = stance;
  draft.frame.rule = rule;
  draft.cue = cue.first;
  draft.content = content;
  const bool quoted = std::all_of(content.begin(), content.end(), [&](const Range& range) {
    const auto* quote = quote_at(range.first);
    return quote != nullptr && range.last <= quote->last_token + 1;
  });
  draft.frame.mode = quoted ? SpeechMode::Direct : SpeechMode::Indirect;
  if (phrase.parts.empty()) {
    drafts_.push_back(std::move(draft));
    return;
  }
  for (const auto& [first, last] : phrase.parts) {
    Draft one = draft;
    one.frame.source = tokens_.span(first, last);
    one.source = sources_.resolve(first, last);
    drafts_.push_back(std::move(one));
  }
}

/// Where ", X said on Friday." begins at the end of the sentence: what others say before it stops there.
void FrameFinder::find_tail() {
  tail_ = tokens_.end();
  for (std::size_t k = tokens_.end(); k > tokens_.begin() + 2 && k + 30 > tokens_.end();) {
    --k;
    const auto verb = tokens_.is_word(k) && tables_.verb_filter.may_hold(tokens_.word(k)) ? tables_.verbs.find(tokens_.word(k)) : tables_.verbs.end();
    if (verb == tables_.verbs.end() || !(tokens_.word(k).ends_with("d") || tokens_.word(k).ends_with("s"))) continue;
    const std::size_t rest = after_adjuncts(k + 1, &verb->second);
    if (!ends_sentence(rest) && !tokens_.is_any(rest, {",", ";"})) return;
    const auto phrase = phrase_before(tables_, tokens_, k);
    if (phrase.empty() || phrase.begin == tokens_.begin()) return;
    if (tokens_.is(phrase.begin - 1, ",")) tail_ = phrase.begin - 1;
    return;
  }
}

void FrameFinder::read_sentence(std::size_t sentence) {
  const auto& bounds = segments_.sentences[sentence];
  sentence_ = sentence;
  first_of_sentence_ = drafts_.size();
  tokens_.enter(bounds.first_token, std::min<std::size_t>(bounds.last_token, bounds.first_token + limits::max_sentence_tokens));
  find_tail();
  pending_cited_ = {};
  for (std::size_t i = tokens_.begin(); i < tokens_.end();) {
    std::size_t next = i;
    const auto frames_before = drafts_.size();
    if (tokens_.is_word(i)) {
      const auto word = tokens_.word(i);
      if (word == "according" && tokens_.is(i + 1, "to")) next = read_according(i, i + 2);
      else if (tokens_.is_any(i, {"confirm", "confirmed", "verify", "verified", "corroborate", "corroborated", "substantiate"})) next = read_cannot_confirm(i);
      else if (word == "comment" || word == "commented") next = read_no_comment(i);
      else if (tokens_.is_any(i, {"called", "calls", "calling", "described", "describes", "describing", "labelled", "labeled", "branded", "branding"})) {
        next = read_called_untrue(i);
        if (next == i && !word.ends_with("ing")) next = read_called(i);
      } else if (word == "say" || word == "establish" || word == "specify" || word == "disclose" || word == "explain") next = read_withheld(i);
      else if (word == "put" || word == "puts") next = read_put_at(i);
      else if (tables_.is(word, SpeechWord::Hearsay)) next = read_hearsay(i);
      else if (word == "no" && tokens_.is_any(i + 1, {"evidence", "indication", "indications", "confirmation", "sign", "signs", "proof"})) next = read_no_evidence(i);
      else if (word == "citing" || word == "quoting") next = read_citing(i);
      if (next == i && (word == "is" || word == "are" || word == "was" || word == "were" || word == "been")) next = read_narrator(i);
      if (next == i && tables_.is(word, SpeechWord::Report)) next = read_report_noun(i);
      if (next == i && tables_.verb_filter.may_hold(word)) {
        if (const auto verb = tables_.verbs.find(word); verb != tables_.verbs.end()) next = read_verb(i, verb->second);
      }
    }
    if (drafts_.size() > frames_before && !pending_cited_.empty() && drafts_[frames_before].cue > pending_cue_) {
      auto content = drafts_[frames_before].content;
      const auto cited = drafts_.size();
      add(pending_cited_, {pending_cue_, pending_cue_ + 1}, std::move(content), "cite", Relation::Cited, std::nullopt, "speech.citing");
      if (drafts_.size() > cited) drafts_[frames_before].frame.cites = static_cast<std::uint32_t>(cited);
      pending_cited_ = {};
    }
    i = std::max(next, i + 1);
  }
  read_displaced_citing(sentence);
  read_heading(sentence);
}

}  // namespace dateline::claims::detail
