#include "claims/detail/history.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// What happened so many calendar years before the story is told as background; wars that still go on are told with dates of two and
/// three years ago.
constexpr int old_years = 4;
/// In the past perfect ("had sent") less is enough.
constexpr int old_years_perfect = 1;

/// The last year of an EDTF value, the end of an interval; none if it is open or has unknown digits ("199X" is 1999).
std::optional<int> last_year(const std::string& edtf) {
  const auto slash = edtf.find('/');
  std::string value = slash == std::string::npos ? edtf : edtf.substr(slash + 1);
  if (value.size() < 4 || value.starts_with("..")) return std::nullopt;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (value[i] == 'X' && i > 1) value[i] = '9';
    if (std::isdigit(static_cast<unsigned char>(value[i])) == 0) return std::nullopt;
    year = year * 10 + (value[i] - '0');
  }
  return year;
}

/// A war with a name that no place of the story belongs to: "the Winter War".
bool is_old_war(const Story& story, const gazetteer::Mention& event) {
  const auto name = story.text_of(event.span);
  return std::none_of(story.mentions.begin(), story.mentions.end(), [&](const gazetteer::Mention& mention) {
    return mention.kind == gazetteer::MentionKind::Toponym && name.find(mention.span.of(story.article.text)) != std::string_view::npos;
  });
}

/// Goes to a war with a name, or is told in a sentence set "during" one.
bool in_old_war(const Story& story, const Draft& draft, const Claim& claim) {
  const auto& sentence = story.segments.sentences[draft.sentence];
  for (const auto& mention : story.mentions) {
    if (mention.kind != gazetteer::MentionKind::Event || mention.span.start < sentence.span.start || mention.span.end > sentence.span.end) continue;
    if (!is_old_war(story, mention)) continue;
    const auto start = story.code_points.to_code_points(mention.span.start);
    const auto goes_there = [&](const PlaceRef& place) { return place.span.start == start; };
    if (std::any_of(claim.destination.begin(), claim.destination.end(), goes_there)) return true;
    const auto before = story.text().substr(sentence.span.start, mention.span.start - sentence.span.start);
    for (const std::string_view word : {"during the ", "During the ", "in the ", "In the ", "of the ", "After the ", "after the "}) {
      if (before.ends_with(word)) return true;
    }
  }
  return false;
}

/// "during the Angolan civil war", "at the height of the war": the chunk of such a war; none without one.
bool is_during_war(const ParsedSentence& sentence) {
  for (std::uint32_t i = 0; i + 1 < sentence.chunks.size(); ++i) {
    if (sentence.chunks[i].kind != ChunkKind::Preposition || sentence.chunks[i + 1].kind != ChunkKind::Noun) continue;
    const auto& word = sentence.items[sentence.chunks[i].last - 1].lower;
    const auto& head = sentence.items[sentence.chunks[i + 1].head].lower;
    if (is_one_of(word, {"during", "in", "of"}) && is_one_of(head, {"war", "conflict", "occupation", "genocide", "uprising", "revolution", "famine"})) return true;
  }
  return false;
}

bool is_past_perfect(const Story& story, const Draft& draft) {
  const auto& parsed = story.sentences[draft.sentence];
  if (draft.clause == none || parsed.sentence != draft.sentence) return false;
  const auto& group = parsed.chunks[parsed.clauses[draft.clause].verb];
  return group.perfect && parsed.items[group.first].lower == "had";
}

}  // namespace

void mark_history(const Story& story, const Draft& draft, Claim& claim) {
  if (claim.status != ClaimStatus::Reported && claim.status != ClaimStatus::Ongoing) return;
  auto year = claim.when ? last_year(claim.when->edtf) : std::nullopt;
  // "had been stationed there since 2015" is over as well.
  if (!year && claim.when && is_past_perfect(story, draft)) year = last_year(claim.when->edtf.substr(0, claim.when->edtf.find('/')));
  if (year && story.article.metadata.published) {
    const int age = story.article.metadata.published->year() - *year;
    if (age < (is_past_perfect(story, draft) ? old_years_perfect : old_years)) return;
    claim.status = ClaimStatus::Past;
    claim.rules.emplace_back("status.old-date");
    return;
  }
  const bool told_as_history = is_past_perfect(story, draft) && is_during_war(story.sentences[draft.sentence]);
  if (!told_as_history && !in_old_war(story, draft, claim)) return;
  claim.status = ClaimStatus::Past;
  claim.rules.emplace_back("status.named-war");
}

}  // namespace dateline::claims::detail
