#include "claims/detail/group_responses.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "claims/detail/group_time.hpp"

namespace dateline::claims::detail {

namespace {

// A statement that a story does not date is news: an answer that lies so many days before the story is older than the statement.
constexpr int kUndatedStatementDays = 3;
// Stories of one answer appear within days; a year later the same denial from the same mouth is another one.
constexpr int kMostDaysApart = 14;

std::optional<DayRange> known_days(const std::string& edtf) {
  auto range = parse_day_range(edtf);
  if (range && !range->year_known) range.reset();
  return range;
}

bool left_to_people(const Claim& claim) { return claim.review.state == ReviewState::Accepted || claim.review.state == ReviewState::Edited; }

/// A dated answer to earlier reports, and when its story appeared.
struct DatedAnswer {
  std::string article;
  std::optional<int> day;
};

class Days {
 public:
  explicit Days(const Ledger& ledger) {
    for (const ArticleRecord& article : ledger.articles) {
      if (const auto range = known_days(article.published)) published_.emplace(article.id, range->first);
    }
  }
  [[nodiscard]] std::optional<int> of(const Claim& claim) const {
    if (const auto found = published_.find(claim.article); found != published_.end()) return found->second;
    const auto reported = known_days(claim.reported_on);
    return reported ? std::optional(reported->first) : std::nullopt;
  }

 private:
  std::unordered_map<std::string_view, int> published_;  // only asked, never walked
};

void mark_earlier(const Claim& claim, Response& response, const Days& days) {
  if (response.about == ResponseAbout::Earlier || response.stance == Stance::Confirms) return;
  const auto said = parse_day_range(response.when);
  if (!said || said->open_end) return;
  if (const auto reported = parse_day_range(claim.reported_on)) {
    if (said->year_known == reported->year_known && said->last < reported->first) response.about = ResponseAbout::Earlier;
  } else if (const auto published = days.of(claim); published && said->year_known && said->last + kUndatedStatementDays < *published) {
    response.about = ResponseAbout::Earlier;
  }
}

bool told_together(const std::optional<int>& a, const std::optional<int>& b) { return !a || !b || std::abs(*a - *b) <= kMostDaysApart; }

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

bool is_letter(char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Whether `name` stands in `text` as whole words; letters of ASCII in any case.
bool names(const std::string& text, std::string_view name) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  for (auto at = text.begin(); name.size() > 1;) {
    at = std::search(at, text.end(), name.begin(), name.end(), same);
    if (at == text.end()) return false;
    const auto end = at + static_cast<std::ptrdiff_t>(name.size());
    // "NATO’s": the apostrophe of the press is no letter here
    const bool apostrophe = end != text.end() && std::string_view(text).substr(static_cast<std::size_t>(end - text.begin())).starts_with("\xE2\x80\x99");
    if ((at == text.begin() || !is_letter(at[-1])) && (end == text.end() || !is_letter(*end) || apostrophe)) return true;
    ++at;
  }
  return false;
}

bool is_former(const std::string& alias) { return names(alias, "former") || names(alias, "ex") || names(alias, "late"); }

bool is_body_kind(SourceKind kind) {
  return kind == SourceKind::Government || kind == SourceKind::Intelligence || kind == SourceKind::Military || kind == SourceKind::Intergovernmental;
}

/// Whether an alias of the person gives the body together with the person's own name.
bool speaks_for(const SourceRecord& person, const SourceRecord& body) {
  if (!is_body_kind(body.kind) || names(person.name, body.name)) return false;
  if (std::any_of(person.aliases.begin(), person.aliases.end(), is_former)) return false;
  const std::size_t space = person.name.rfind(' ');
  if (space == std::string::npos) return false;  // people have a first name and a last name; "the alliance" has not
  const std::string_view last_name = std::string_view(person.name).substr(space + 1);
  return std::any_of(person.aliases.begin(), person.aliases.end(), [&](const std::string& alias) {
    return names(alias, last_name) && alias.size() > person.name.size() && names(alias, body.name);
  });
}

}  // namespace

void relate_responses(Ledger& ledger) {
  using Key = std::pair<std::string, Stance>;
  const Days days(ledger);
  std::map<Key, std::vector<DatedAnswer>> dated;
  for (Claim& claim : ledger.claims) {
    for (Response& response : claim.responses) {
      if (!left_to_people(claim)) mark_earlier(claim, response, days);
      const bool tells = response.about == ResponseAbout::Earlier && !response.when.empty() && claim.review.state != ReviewState::Rejected;
      if (tells) dated[{response.source, response.stance}].push_back({claim.article, days.of(claim)});
    }
  }
  if (dated.empty()) return;
  for (Claim& claim : ledger.claims) {
    for (Response& response : claim.responses) {
      if (left_to_people(claim) || response.about == ResponseAbout::Earlier || !response.when.empty()) continue;
      const auto found = dated.find({response.source, response.stance});
      if (found == dated.end()) continue;
      const auto day = days.of(claim);
      const bool known = std::any_of(found->second.begin(), found->second.end(),
                                     [&](const DatedAnswer& answer) { return answer.article != claim.article && told_together(answer.day, day); });
      if (!known) continue;
      response.about = ResponseAbout::Earlier;
      if (std::find(claim.flags.begin(), claim.flags.end(), kDatedByOtherStory) == claim.flags.end()) claim.flags.emplace_back(kDatedByOtherStory);
    }
  }
}

std::map<std::string, std::string> spokesmen(const std::vector<SourceRecord>& sources) {
  std::map<std::string, std::string> bodies;
  std::map<std::pair<SourceKind, std::string>, std::vector<const SourceRecord*>> alike;
  for (const SourceRecord& source : sources) {
    if (is_body_kind(source.kind)) alike[{source.kind, source.country}].push_back(&source);
  }
  for (const auto& [key, group] : alike) {
    for (const SourceRecord* person : group) {
      for (const SourceRecord* body : group) {
        if (person != body && speaks_for(*person, *body)) bodies.emplace(person->id, body->id);
      }
    }
  }
  return bodies;
}

}  // namespace dateline::claims::detail
