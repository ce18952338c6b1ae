#include "claims/detail/attribution.hpp"

#include <algorithm>
#include <iterator>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

constexpr int max_chain = 6;

std::string_view strip_article(std::string_view name) {
  if (name.starts_with("The ") || name.starts_with("the ")) name.remove_prefix(4);
  return name;
}

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

/// A frame that names somebody; "is expected" alone names nobody.
bool names_source(const SpeechFrame& frame) { return !frame.source_id.empty(); }

/// One step of a chain, outermost first: who cites this frame, who speaks in it ("Russia and North Korea both deny"), whom it cites.
std::vector<Attribution> links_of(const Story& story, std::uint32_t at) {
  const auto& frames = story.speech.frames;
  const auto& frame = frames[at];
  std::vector<Attribution> links;
  for (std::uint32_t i = 0; i < frames.size(); ++i) {
    if (i != at && frames[i].cites == at && frames[i].content == frame.content && names_source(frames[i])) links.push_back(to_attribution(story, frames[i]));
  }
  for (std::uint32_t i = 0; i < frames.size(); ++i) {
    const bool speaks = i == at ? names_source(frame) || !frame.source.empty() : frames[i].cue == frame.cue && !frame.cue.empty() && names_source(frames[i]);
    if (speaks) links.push_back(to_attribution(story, frames[i]));
  }
  if (frame.cites && *frame.cites < frames.size() && *frame.cites != at) links.push_back(to_attribution(story, frames[*frame.cites]));
  return links;
}

/// From the innermost frame outward; what a speaker cites stands further in.
std::vector<Attribution> chain_of(const Story& story, std::uint32_t innermost) {
  std::vector<Attribution> chain;
  auto at = innermost;
  for (int depth = 0; depth < max_chain && at < story.speech.frames.size(); ++depth) {
    auto links = links_of(story, at);
    chain.insert(chain.begin(), std::make_move_iterator(links.begin()), std::make_move_iterator(links.end()));
    const auto& outer = story.speech.frames[at].inside;
    if (!outer) break;
    at = *outer;
  }
  const auto repeated = std::unique(chain.begin(), chain.end(), same_source);
  chain.erase(repeated, chain.end());
  return chain;
}

/// "The ministry released images that show ...", "The agency identified ...": the subject of a verb of finding vouches for it.
std::vector<Attribution> by_subject(const Story& story, const Draft& draft) {
  const auto& sentence = story.sentences[draft.sentence];
  for (const auto& clause : sentence.clauses) {
    const auto& group = sentence.chunks[clause.verb];
    if (sentence.items[group.head].span.start > draft.trigger.start) break;
    if (clause.link != Link::Main || clause.subject == none || group.lemma == none) continue;
    if (!is_one_of(story.lexicon.lemma(group.lemma), {"release", "publish", "show", "reveal", "detect", "identify", "observe", "use", "spot", "photograph", "post", "share"})) continue;
    const auto span = sentence.span_of(clause.subject, clause.subject + 1);
    const auto name = strip_article(story.text_of(span));
    for (const auto& source : story.speech.sources) {
      bool same = strip_article(source.name) == name;
      for (const auto& alias : source.aliases) same = same || strip_article(alias) == name;
      for (const auto& frame : story.speech.frames) same = same || (frame.source_id == source.id && strip_article(story.text_of(frame.source)) == name);
      if (!same) continue;
      Attribution made;
      made.source = source.id;
      made.span = story.to_text_span(span);
      made.cue = std::string(story.text_of(sentence.items[group.head].span));
      made.relation = Relation::Reported;
      made.mode = SpeechMode::Indirect;
      return {made};
    }
  }
  return {};
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
    if (frame != none) draft.claim.attribution = chain_of(story, frame);
    if (draft.claim.attribution.empty()) draft.claim.attribution = by_subject(story, draft);
    if (!draft.claim.attribution.empty()) {
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
