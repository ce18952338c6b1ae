#include <algorithm>
#include <array>
#include <string_view>

#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

namespace {

/// A quotation goes on after somebody spoke, not after he thought.
bool speaks(std::string_view lemma) {
  constexpr std::array<std::string_view, 13> thinking{"think", "believe", "feel", "fear", "hope", "want", "expect", "suspect", "understand", "doubt", "reckon", "comment", "confirm"};
  return std::find(thinking.begin(), thinking.end(), lemma) == thinking.end();
}

}  // namespace

/// A quotation without a verb of its own goes on with the speaker before it.
void FrameFinder::attach_quotes() {
  const auto& sentences = segments_.sentences;
  for (const auto& quote : quotes_) {
    const bool covered = std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return std::any_of(draft.content.begin(), draft.content.end(), [&](const Range& range) { return range.first < quote.last_token && quote.first_token < range.last; });
    });
    std::size_t s = 0;
    const auto at = std::upper_bound(sentences.begin(), sentences.end(), quote.first_token, [](std::size_t token, const Sentence& sentence) { return token < sentence.first_token; });
    if (at == sentences.begin()) continue;
    s = static_cast<std::size_t>(at - sentences.begin()) - 1;
    if (covered) {
      // a quotation over several sentences: all of it was said
      for (auto& draft : drafts_) {
        for (auto& range : draft.content) {
          const bool overlaps = range.first < quote.last_token && quote.first_token < range.last;
          if (overlaps && draft.frame.mode == SpeechMode::Direct && (draft.cue < quote.first_token || draft.cue >= quote.last_token)) {
            range.first = std::min<std::size_t>(range.first, quote.first_token);
            range.last = std::max<std::size_t>(range.last, quote.last_token);
          }
        }
      }
      continue;
    }
    // only whole sentences: a quoted word is no speech
    const bool from_start = quote.first_token == sentences[s].first_token;
    if (!from_start || quote.last_token - quote.first_token < 6 || quote.unbalanced) continue;
    Draft* speaker = nullptr;
    for (auto& draft : drafts_) {
      const bool before = draft.cue < quote.first_token && draft.frame.sentence + 3 >= s;
      const bool follows = draft.cue > quote.last_token && draft.frame.sentence <= s + 1 && sentences[draft.frame.sentence].paragraph == sentences[s].paragraph;
      if (draft.frame.mode != SpeechMode::Narrator && !draft.frame.source.empty() && (before || (follows && speaker == nullptr)) && draft.frame.relation != Relation::Cited && !draft.frame.inside && speaks(draft.frame.cue_lemma)) speaker = &draft;
    }
    if (speaker != nullptr) speaker->content.push_back({quote.first_token, quote.last_token});
  }
}

/// Sorts the frames, finds which holds which, and when each was said.
void FrameFinder::link() {
  std::vector<std::size_t> order(drafts_.size());
  for (std::size_t d = 0; d < order.size(); ++d) order[d] = d;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return drafts_[a].cue < drafts_[b].cue; });
  std::vector<std::uint32_t> place(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) place[order[k]] = static_cast<std::uint32_t>(k);
  std::vector<Draft> sorted;
  for (const auto d : order) {
    auto& draft = drafts_[d];
    if (draft.frame.cites) draft.frame.cites = place[*draft.frame.cites];
    for (auto& range : draft.content) range.last = std::max(range.first, range.last);
    std::sort(draft.content.begin(), draft.content.end(), [](const Range& a, const Range& b) { return a.first < b.first; });
    sorted.push_back(std::move(draft));
  }
  drafts_ = std::move(sorted);
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    std::size_t smallest = static_cast<std::size_t>(-1);
    const std::size_t from = d > 12 ? d - 12 : 0;   // frames hold frames of their own sentence only, near in order
    for (std::size_t o = from; o < std::min(drafts_.size(), d + 12); ++o) {
      if (o == d || drafts_[o].cue == drafts_[d].cue) continue;
      for (const auto& range : drafts_[o].content) {
        const bool holds = range.first <= drafts_[d].cue && drafts_[d].cue < range.last;
        if (holds && range.last - range.first < smallest) {
          smallest = range.last - range.first;
          drafts_[d].frame.inside = static_cast<std::uint32_t>(o);
        }
      }
    }
  }
  for (auto& draft : drafts_) {
    // "There was no evidence, a spokesman said": whoever says so gives the answer
    if (!draft.frame.stance || !draft.frame.source.empty() || !draft.frame.inside) continue;
    const auto& speaker = drafts_[*draft.frame.inside];
    draft.frame.source = speaker.frame.source;
    draft.source = speaker.source;
  }
  date_frames();
}

/// "dismissed the claims at a press conference last week": the date is that of the conference, although the words answered stand before both.
bool FrameFinder::dates_statement(Span time) const {
  const auto& all = segments_.tokens;
  const auto at = std::lower_bound(all.begin(), all.end(), time.start, [](const Token& token, std::size_t start) { return token.span.start < start; });
  const auto index = static_cast<std::size_t>(at - all.begin());
  return index > 0 && tables_.is(whole_.word(index - 1), SpeechWord::Statement);
}

/// Each date that nobody's words hold belongs to the cue nearest to it.
void FrameFinder::date_frames() {
  for (std::size_t t = 0; t < times_.size(); ++t) {
    const auto& time = times_[t];
    const bool part = time.value.starts_with("part ");   // "earlier this week", "in early March" can date what is said; "recently" cannot
    if ((time.form == TimeForm::Vague && !part) || time.rule == "relative.anchored") continue;
    const auto first = std::lower_bound(drafts_.begin(), drafts_.end(), time.sentence, [](const Draft& draft, std::uint32_t s) { return draft.frame.sentence < s; });
    std::size_t nearest = 90;   // bytes: farther away a date belongs to something else
    std::size_t cue = 0;
    bool found = false;
    for (auto draft = first; draft != drafts_.end() && draft->frame.sentence == time.sentence; ++draft) {
      if (draft->frame.relation == Relation::Cited || draft->frame.mode == SpeechMode::Narrator || draft->frame.rule == "speech.report-noun" || draft->frame.rule == "speech.finding") continue;
      const auto& span = draft->frame.cue;
      const std::size_t distance = time.span.start >= span.end ? time.span.start - span.end : span.start - std::min(time.span.end, span.start);
      const bool said = std::any_of(draft->content.begin(), draft->content.end(), [&](const Range& range) { return tokens_.span(range.first, range.last).overlaps(time.span); });
      // an accusation holds its date between the accused and the deed; "denied it in a note last week" ends with it
      const bool own = !said || (draft->frame.relation == Relation::Accused && distance < 40 && time.form == TimeForm::Weekday);
      const bool answered = said && draft->frame.stance && dates_statement(time.span);
      if ((own && distance < nearest) || (answered && !found)) {
        nearest = distance;
        cue = draft->cue;
        found = true;
      }
    }
    for (auto draft = first; found && draft != drafts_.end() && draft->frame.sentence == time.sentence; ++draft) {
      if (draft->cue == cue && !draft->frame.when) draft->frame.when = static_cast<std::uint32_t>(t);
    }
  }
}

}  // namespace dateline::claims::detail
