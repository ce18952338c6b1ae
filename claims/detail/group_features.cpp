#include "claims/detail/group_features.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "claims/detail/group_match.hpp"
#include "claims/merge.hpp"
#include "claims/voices.hpp"

namespace dateline::claims::detail {

namespace {

// Words that name soldiers of any kind, and words that come and go between reports of the same unit.
constexpr std::array<std::string_view, 30> kGeneralWords{
    "and",      "or",      "other",
    "army",     "combat",  "contingent", "fighter", "fighters", "force",  "forces",    "ground",   "group",
    "men",      "military", "of",        "operation", "operations", "personnel", "regular", "serviceman", "servicemen",
    "soldier",  "soldiers", "the",       "troop",   "troops",   "unit",   "units",     "technical", "armed"};

using SourceTable = std::unordered_map<std::string_view, const SourceRecord*>;  // only asked, never walked

std::string root_of(const Claim& claim, const SourceTable& sources) {
  const auto voices = voices_of(claim);
  for (auto group = voices.rbegin(); group != voices.rend(); ++group) {
    for (const auto* link : *group) {
      const auto found = sources.find(link->source);
      if (found == sources.end() || found->second->kind != SourceKind::Anonymous) return link->source;
    }
  }
  return voices.empty() ? std::string() : voices.back().front()->source;
}

SourceTable table_of(const std::vector<SourceRecord>& sources) {
  SourceTable table;
  for (const SourceRecord& source : sources) table.emplace(source.id, &source);
  return table;
}

int specificity_of(const Features& features) {
  const Claim& claim = *features.claim;
  int score = 0;
  if (claim.quantity) score += 3;
  if (features.when) score += features.when->last - features.when->first < 31 ? 3 : 1;
  if (!features.places.empty()) score += features.places.front()->kind == "country" ? 1 : 3;
  for (const PlaceRecord* place : features.places) score += place->kind == "city" || place->kind == "site" ? 1 : 0;
  if (!features.force.empty()) score += 1;
  if (!features.origins.empty()) score += 1;
  if (!features.root.empty()) score += 1;
  return score;
}

std::vector<const PlaceRecord*> key_places(const Claim& claim, const PlaceTable& places) {
  switch (claim.kind) {
    case ClaimKind::Basing:
    case ClaimKind::Presence:
    case ClaimKind::Mobilisation: {
      auto at = narrow(claim.at, places);
      return at.empty() ? narrow(claim.destination, places) : at;
    }
    case ClaimKind::Withdrawal: {
      auto from = narrow(claim.origin, places);
      if (from.empty()) from = narrow(claim.at, places);
      return from.empty() ? narrow(claim.destination, places) : from;
    }
    case ClaimKind::Movement:
    case ClaimKind::Transfer: break;
  }
  return narrow(claim.destination, places);
}

std::string lower_ascii(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text.starts_with("the ") ? text.substr(4) : text;
}

std::string described_place(const Claim& claim) {
  for (const auto* refs : {&claim.destination, &claim.at}) {
    for (const PlaceRef& ref : *refs) {
      if (ref.mention == PlaceMention::Descriptive) return lower_ascii(ref.span.text);
    }
  }
  return {};
}

}  // namespace

StatusClass class_of(ClaimStatus status) noexcept {
  switch (status) {
    case ClaimStatus::Reported:
    case ClaimStatus::Ongoing: return StatusClass::Deed;
    case ClaimStatus::Planned:
    case ClaimStatus::Conditional: return StatusClass::Plan;
    case ClaimStatus::Denied: return StatusClass::Denial;
    case ClaimStatus::Past: break;
  }
  return StatusClass::Past;
}

std::string force_kind(const std::string& type) {
  std::vector<std::string> kept;
  std::string word;
  for (std::size_t i = 0; i <= type.size(); ++i) {
    const char c = i < type.size() ? type[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (!word.empty()) {
      const bool general = std::find(kGeneralWords.begin(), kGeneralWords.end(), word) != kGeneralWords.end();
      if (!general) {
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
        kept.push_back(word);
      }
      word.clear();
    }
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  std::string joined;
  for (const std::string& part : kept) joined += (joined.empty() ? "" : " ") + part;
  return joined;
}

std::string root_source(const Claim& claim, const std::vector<SourceRecord>& sources) { return root_of(claim, table_of(sources)); }

std::vector<Features> features_of(const Ledger& ledger, const PlaceTable& places) {
  const SourceTable sources = table_of(ledger.sources);
  std::unordered_map<std::string_view, std::string_view> published;  // only asked, never walked
  for (const ArticleRecord& article : ledger.articles) published.emplace(article.id, article.published);
  std::vector<Features> all;
  all.reserve(ledger.claims.size());
  for (const Claim& claim : ledger.claims) {
    if (claim.review.state == ReviewState::Rejected) continue;
    Features f;
    f.claim = &claim;
    f.status = class_of(claim.status);
    if (claim.force) f.nationality = claim.force->entity;
    if (f.nationality.empty() && claim.actor) f.nationality = claim.actor->entity;
    f.force = claim.kind == ClaimKind::Transfer ? std::string() : claim.force ? force_kind(claim.force->type) : std::string();
    if (claim.quantity) f.unit = claim.quantity->unit;
    if (claim.when) f.when = parse_day_range(claim.when->edtf);
    auto reported = parse_day_range(claim.reported_on);
    if (!reported || !reported->year_known) {
      const auto found = published.find(claim.article);
      reported = found == published.end() ? std::nullopt : parse_day_range(found->second);
    }
    if (reported && reported->year_known) f.reported = reported->first;
    f.places = key_places(claim, places);
    if (claim.kind != ClaimKind::Withdrawal) f.origins = narrow(claim.origin, places);
    f.described = described_place(claim);
    f.outdated = std::find(claim.flags.begin(), claim.flags.end(), kStoryChangedFlag) != claim.flags.end();
    f.root = root_of(claim, sources);
    f.specificity = specificity_of(f);
    all.push_back(std::move(f));
  }
  return all;
}

}  // namespace dateline::claims::detail
