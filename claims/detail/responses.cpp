#include "claims/detail/attribution.hpp"

#include <algorithm>
#include <array>

#include "claims/detail/answer_scope.hpp"
#include "claims/detail/make_quote.hpp"
#include "claims/detail/masked_text.hpp"
#include "claims/detail/noun_phrase.hpp"
#include "claims/detail/time_value.hpp"

namespace dateline::claims::detail {

namespace {

std::string answer_date(const Story& story, const SpeechFrame& frame) {
  if (!frame.when || *frame.when >= story.times.size()) return {};
  return resolve_time(story.times[*frame.when], story.article.metadata.published, Tense::Past).edtf;
}

/// "2024-10-10" or the last day of an interval; empty if it cannot be compared.
std::string_view last_day(std::string_view edtf) {
  const auto slash = edtf.find('/');
  if (slash != std::string_view::npos) edtf = edtf.substr(slash + 1);
  return edtf.size() == 10 && edtf.front() != 'X' ? edtf : std::string_view{};
}

bool same_kind(const Claim& a, const Claim& b) { return (a.kind == ClaimKind::Transfer) == (b.kind == ClaimKind::Transfer); }

/// Sentences over which an answer reaches back to what it answers: reports give each voice a paragraph of its own.
constexpr std::uint32_t max_reach = 3;

bool is_own(const Claim& claim) {
  return claim.force && (claim.force->span.text.starts_with("its ") || claim.force->span.text.starts_with("their "));
}

class Answers {
 public:
  Answers(const Story& story, const PlacePhrases& places, std::vector<Draft>& drafts)
      : story_(story), drafts_(drafts), nouns_(story), scope_(story, places), repeated_(drafts.size(), false) {}

  std::vector<Draft> run() {
    const auto& frames = story_.speech.frames;
    for (std::uint32_t i = 0; i < frames.size(); ++i) {
      if (frames[i].stance) answer(frames[i]);
    }
    std::vector<Draft> kept;
    std::vector<Draft> dropped;
    for (std::size_t i = 0; i < drafts_.size(); ++i) (repeated_[i] ? dropped : kept).push_back(std::move(drafts_[i]));
    drafts_ = std::move(kept);
    return dropped;
  }

 private:
  [[nodiscard]] bool inside(const SpeechFrame& frame, const Draft& draft) const {
    return std::any_of(frame.content.begin(), frame.content.end(), [&](Span content) { return content.start <= draft.trigger.start && draft.trigger.start < content.end; });
  }

  [[nodiscard]] bool statement_lies_back(const Draft& draft) const {
    const auto& frames = story_.speech.frames;
    const auto at = innermost_frame(story_, draft.trigger.start);
    if (at == none || !frames[at].when || *frames[at].when >= story_.times.size() || frames[at].stance) return false;
    return lies_back(story_.times[*frames[at].when].value);
  }

  [[nodiscard]] std::string country_of(const std::string& source) const {
    for (const auto& record : story_.speech.sources) {
      if (record.id == source) return record.country;
    }
    return {};
  }

  /// Whose force it is; "its troops" in a denial are those of the state that denies.
  [[nodiscard]] std::string entity_of(const Draft& draft, const SpeechFrame& frame) const {
    if (draft.claim.actor && !draft.claim.actor->entity.empty()) return draft.claim.actor->entity;
    return is_own(draft.claim) && inside(frame, draft) ? country_of(frame.source_id) : std::string{};
  }

  [[nodiscard]] bool same_force(std::size_t a, std::size_t b, const SpeechFrame& frame) const {
    const auto first = entity_of(drafts_[a], frame);
    return !first.empty() && first == entity_of(drafts_[b], frame) && same_kind(drafts_[a].claim, drafts_[b].claim);
  }

  /// What somebody denies and nobody else says did not happen for the only one who speaks of it.
  void deny(std::size_t index) {
    auto& claim = drafts_[index].claim;
    const bool only = !claim.attribution.empty() && claim.attribution.back().relation == Relation::Denied;
    if (!only || claim.status == ClaimStatus::Past) return;
    claim.status = ClaimStatus::Denied;
    claim.rules.emplace_back("status.denied-by-source");
  }

  void attach(const SpeechFrame& frame, std::size_t index) {
    auto& claim = drafts_[index].claim;
    Response response;
    response.source = frame.source_id;
    response.stance = *frame.stance;
    response.when = answer_date(story_, frame);
    const auto said = last_day(claim.reported_on);
    const auto answered = last_day(response.when);
    const bool vague = frame.when && *frame.when < story_.times.size() && answered.empty();
    if (!answered.empty() && !said.empty() && answered < said) response.about = ResponseAbout::Earlier;
    // without a calendar "last week" is still before a statement that has no date or names a day
    if (vague && said.empty() && lies_back(story_.times[*frame.when].value) && !statement_lies_back(drafts_[index])) response.about = ResponseAbout::Earlier;
    Span span = frame.cue;
    const auto& sentence = story_.segments.sentences[frame.sentence];
    if (!frame.source.empty() && sentence.span.contains(frame.source)) span = {std::min(span.start, frame.source.start), std::max(span.end, frame.source.end)};
    for (const auto& content : frame.content) {
      if (sentence.span.contains(content) && !content.empty()) span = {std::min(span.start, content.start), std::max(span.end, content.end)};
    }
    response.quote = make_quote(story_, span);
    for (const auto& other : claim.responses) {
      if (other.source == response.source && other.stance == response.stance) return;
    }
    claim.responses.push_back(std::move(response));
  }

  void answer(const SpeechFrame& frame) {
    std::vector<std::size_t> embedded;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (inside(frame, drafts_[i])) embedded.push_back(i);
    }
    // A doubt about what a force is worth is no doubt that it moved.
    const auto force = *frame.stance == Stance::Denies || *frame.stance == Stance::CannotConfirm ? force_in(frame) : std::string{};
    // "denied that its soldiers fight for an army that gets shells from abroad": the soldiers are denied, not the shells
    if (!force.empty()) std::erase_if(embedded, [&](std::size_t i) { return drafts_[i].claim.kind == ClaimKind::Transfer; });
    if (embedded.empty() && !force.empty() && attach_to_force(frame, force)) return;
    bool attached = false;
    for (const auto i : embedded) {
      bool elsewhere = false;
      for (std::size_t j = 0; j < drafts_.size(); ++j) {
        if (inside(frame, drafts_[j]) || !same_force(i, j, frame) || repeated_[j] || !scope_.reaches(drafts_[i], drafts_[j])) continue;
        elsewhere = true;
        if (drafts_[j].sentence < drafts_[i].sentence) {
          attach(frame, j);
          attached = true;
        }
      }
      if (elsewhere) {
        repeated_[i] = true;
        if (*frame.stance == Stance::Denies) drafts_[i].claim.status = ClaimStatus::Denied;
        if (!attached && *frame.stance == Stance::Denies) attached = attach_to_later(frame, drafts_[i].claim.actor ? drafts_[i].claim.actor->entity : std::string{});
      } else {
        attach(frame, i);
        if (*frame.stance == Stance::Denies) deny(i);
        attached = true;
      }
    }
    if (attached || attach_to_own(frame) || attach_to_neighbours(frame)) return;
    if (embedded.empty() && *frame.stance == Stance::Denies) attach_to_later(frame, country_of(frame.source_id));
  }

  /// The country whose force the words of an answer name, "reports that Eritrean soldiers were fighting there"; empty if they name none.
  [[nodiscard]] std::string force_in(const SpeechFrame& frame) {
    for (const auto& sentence : story_.sentences) {
      if (sentence.sentence != frame.sentence) continue;
      for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk) {
        if (sentence.chunks[chunk].kind != ChunkKind::Noun) continue;
        const auto span = sentence.span_of(chunk, chunk + 1);
        const bool answered = std::any_of(frame.content.begin(), frame.content.end(), [span](Span content) { return content.contains(span); });
        if (!answered) continue;
        const auto phrase = nouns_.analyse(sentence, chunk);
        if (phrase.sort == PhraseSort::Force && !phrase.country.empty()) return phrase.country;
      }
    }
    return {};
  }

  /// What the story has told before of the force that the answer names, deliveries apart.
  bool attach_to_force(const SpeechFrame& frame, const std::string& country) {
    bool found = false;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const auto& claim = drafts_[i].claim;
      if (drafts_[i].sentence >= frame.sentence || repeated_[i] || claim.kind == ClaimKind::Transfer || claim.status == ClaimStatus::Past) continue;
      if (entity_of(drafts_[i], frame) != country) continue;
      attach(frame, i);
      found = true;
    }
    return found;
  }

  /// "denied it", "declined to comment", "called the reports baseless": the answer is to something told before.
  [[nodiscard]] bool refers_back(const SpeechFrame& frame) const {
    if (frame.content.empty() || frame.content.front() == frame.cue) return true;
    const auto words = to_lower(story_.text_of(frame.content.front()));
    constexpr std::array<std::string_view, 16> back{"it", "this", "that", "these", "those", "them", "the claim", "the claims", "the report", "the reports", "the allegation", "the accusation", "the statement", "any such", "such", "the document"};
    return std::any_of(back.begin(), back.end(), [&](std::string_view start) { return words.starts_with(start); });
  }

  /// A denial told before the statement it answers: "The Kremlin rejected such claims last week. On Friday Tripoli said Russians landed."
  bool attach_to_later(const SpeechFrame& frame, const std::string& country) {
    if (country.empty()) return false;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const auto& draft = drafts_[i];
      const bool near = draft.sentence > frame.sentence && draft.sentence <= frame.sentence + max_reach;
      if (near && !repeated_[i] && draft.claim.actor && draft.claim.actor->entity == country && !inside(frame, draft)) {
        attach(frame, i);
        return true;
      }
    }
    return false;
  }

  /// A state that calls "the reports" false speaks of its own forces, if the story told of them: the ones told last.
  bool attach_to_own(const SpeechFrame& frame) {
    const auto country = country_of(frame.source_id);
    if (*frame.stance != Stance::Denies || country.empty() || !refers_back(frame)) return false;
    std::optional<std::uint32_t> last;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (is_told_of(i, frame, country)) last = std::max(last.value_or(0), drafts_[i].sentence);
    }
    for (std::size_t i = 0; last && i < drafts_.size(); ++i) {
      if (drafts_[i].sentence == *last && is_told_of(i, frame, country)) attach(frame, i);
    }
    return last.has_value();
  }

  [[nodiscard]] bool is_told_of(std::size_t i, const SpeechFrame& frame, const std::string& country) const {
    return !repeated_[i] && drafts_[i].trigger.start < frame.cue.start && drafts_[i].claim.actor && drafts_[i].claim.actor->entity == country;
  }

  /// "There was no evidence", "did not confirm these reports", "both denied it": the claims just before.
  bool attach_to_neighbours(const SpeechFrame& frame) {
    const auto& sentences = story_.segments.sentences;
    const bool far = refers_back(frame);
    for (std::uint32_t back = 0; back <= (far ? max_reach : 1) && back <= frame.sentence; ++back) {
      const auto sentence = frame.sentence - back;
      if (!far && sentences[sentence].paragraph != sentences[frame.sentence].paragraph) return false;
      bool found = false;
      for (std::size_t i = 0; i < drafts_.size(); ++i) {
        if (drafts_[i].sentence != sentence || repeated_[i] || drafts_[i].trigger.start > frame.cue.start) continue;
        attach(frame, i);
        found = true;
      }
      if (found) return true;
    }
    return false;
  }

  const Story& story_;
  std::vector<Draft>& drafts_;
  NounPhrases nouns_;
  AnswerScope scope_;
  std::vector<bool> repeated_;
};

}  // namespace

std::vector<Draft> answer(const Story& story, const PlacePhrases& places, std::vector<Draft>& drafts) { return Answers(story, places, drafts).run(); }

}  // namespace dateline::claims::detail
