#include "claims/detail/attribution.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

constexpr int max_chain = 6;

std::string statement_date(const Story& story, const SpeechFrame& frame) {
  if (!frame.when || *frame.when >= story.times.size()) return {};
  return resolve_time(story.times[*frame.when], story.article.metadata.published, Tense::Past).edtf;
}

Attribution to_attribution(const Story& story, const SpeechFrame& frame) {
  Attribution made;
  made.source = frame.source_id;
  const auto span = frame.source.empty() ? frame.cue : frame.source;
  const auto text = story.to_text_span(span);
  made.span = text;
  made.cue = std::string(story.text_of(frame.cue));
  made.relation = frame.relation;
  made.mode = frame.mode;
  made.when = statement_date(story, frame);
  return made;
}

bool same_source(const Attribution& a, const Attribution& b) { return a.source == b.source && (!a.source.empty() || a.span == b.span); }

/// From the innermost frame outward, then turned round; what a speaker cites stands further in.
std::vector<Attribution> chain_of(const Story& story, std::uint32_t innermost) {
  std::vector<Attribution> chain;
  const auto& frames = story.speech.frames;
  auto at = innermost;
  for (int depth = 0; depth < max_chain && at < frames.size(); ++depth) {
    const auto& frame = frames[at];
    if (frame.cites && *frame.cites < frames.size() && *frame.cites != at) chain.push_back(to_attribution(story, frames[*frame.cites]));
    chain.push_back(to_attribution(story, frame));
    if (!frame.inside) break;
    at = *frame.inside;
  }
  std::reverse(chain.begin(), chain.end());
  std::vector<Attribution> unique;
  for (auto& link : chain) {
    if (unique.empty() || !same_source(unique.back(), link)) unique.push_back(std::move(link));
  }
  return unique;
}

}  // namespace

std::uint32_t innermost_frame(const Story& story, std::size_t offset) {
  std::uint32_t best = none;
  std::size_t best_size = 0;
  const auto& frames = story.speech.frames;
  for (std::uint32_t i = 0; i < frames.size(); ++i) {
    for (const auto& content : frames[i].content) {
      if (offset < content.start || offset >= content.end) continue;
      if (best == none || content.size() < best_size) {
        best = i;
        best_size = content.size();
      }
    }
  }
  return best;
}

void attribute(const Story& story, std::vector<Draft>& drafts) {
  const Draft* previous = nullptr;
  for (auto& draft : drafts) {
    const auto frame = innermost_frame(story, draft.trigger.start);
    if (frame != none) {
      draft.claim.attribution = chain_of(story, frame);
      if (!draft.claim.attribution.empty()) draft.claim.reported_on = draft.claim.attribution.back().when;
      if (draft.claim.reported_on.empty() && !draft.claim.attribution.empty()) draft.claim.reported_on = draft.claim.attribution.front().when;
    } else if (draft.anaphoric && previous != nullptr && !previous->claim.attribution.empty() && draft.sentence <= previous->sentence + Discourse::max_distance) {
      draft.claim.attribution = previous->claim.attribution;
      for (auto& link : draft.claim.attribution) link.mode = SpeechMode::Narrator;
      draft.claim.reported_on = previous->claim.reported_on;
      draft.claim.flags.emplace_back("attribution-inherited");
    }
    previous = &draft;
  }
}

}  // namespace dateline::claims::detail
