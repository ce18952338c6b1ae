#include "claims/detail/conflict_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "claims/detail/conflict_pairs.hpp"
#include "claims/detail/conflict_words.hpp"
#include "claims/detail/group_responses.hpp"

namespace dateline::claims::detail {

namespace {

class Finder {
 public:
  explicit Finder(const Ledger& ledger) : words_(ledger), bodies_(spokesmen(ledger.sources)) {}

  std::vector<Conflict> run(const std::vector<Cluster>& clusters) {
    for (const Cluster& cluster : clusters) {
      within_places(cluster);
      within_wording(cluster);
      within_attribution(cluster);
      collect_responses(cluster);
    }
    add_responses();
    for (const ClusterPair& pair : find_conflicting_pairs(clusters)) between(pair);
    for (const Cluster& cluster : clusters) {
      if (cluster.front()->status == StatusClass::Denial) denial(cluster, clusters);
    }
    return std::move(conflicts_);
  }

 private:
  void add(ConflictKind kind, const std::vector<const Features*>& claims, std::string text) {
    Conflict conflict;
    conflict.kind = kind;
    for (const Features* claim : claims) {
      if (std::find(conflict.claims.begin(), conflict.claims.end(), claim->claim->id) == conflict.claims.end()) conflict.claims.push_back(claim->claim->id);
    }
    conflict.text = std::move(text);
    conflicts_.push_back(std::move(conflict));
  }

  /// One plan or deed told with places that do not lie in each other.
  void within_places(const Cluster& cluster) {
    std::vector<const Features*> placed;
    bool disjoint = false;
    for (const Features* claim : cluster) {
      if (claim->places.empty()) continue;
      for (const Features* other : placed) disjoint = disjoint || relate_places(claim->places, other->places) == PlaceRelation::Disjoint;
      placed.push_back(claim);
    }
    if (!disjoint) return;
    std::vector<Statement> statements;
    for (const Features* claim : placed) statements.emplace_back(Words::places(*claim), claim);
    add(ConflictKind::Place, placed, "For " + Words::subject(cluster, Naming::WithoutPlace) + " different places are given: " + list_statements(statements, words_) + ".");
  }

  /// One number told as more than those already counted by one story and as the whole by another, or of troops who are training and of troops who are to leave.
  void within_wording(const Cluster& cluster) {
    std::vector<Statement> statements;
    std::vector<const Features*> stating;
    std::set<std::string> wordings;
    for (const Features* claim : cluster) {
      if (!claim->claim->quantity || claim->claim->quantity->low <= 0) continue;
      const std::string& activity = claim->claim->activity;
      const std::string wording = (claim->claim->quantity->additional ? "more" : "") + std::string("|") + (claim->status == StatusClass::Plan ? activity : "");
      wordings.insert(wording);
      statements.emplace_back(Words::number(*claim->claim) + (wording.ends_with('|') ? "" : " (" + activity + ")"), claim);
      stating.push_back(claim);
    }
    if (wordings.size() < 2) return;
    add(ConflictKind::Quantity, stating,
        "What is counted as " + Words::subject(cluster, Naming::WithoutAddition) + " is told in different ways: " + list_statements(statements, words_, Voice::Outlet) + ".");
  }

  /// "S says it" in one story, "S does not confirm it" in another.
  void within_attribution(const Cluster& cluster) {
    for (const Features* reported : cluster) {
      if (reported->root.empty()) continue;
      for (const Features* doubted : cluster) {
        for (const Response& response : doubted->claim->responses) {
          if (response.source != reported->root || response.stance == Stance::Confirms || doubted == reported) continue;
          if (!attributed_.insert({reported->root, cluster.front()->claim->id}).second) continue;
          add(ConflictKind::Attribution, {reported, doubted},
              "One story gives " + words_.source(reported->root) + " as the source of reports of " + Words::subject(cluster) + "; another says that " + words_.source(reported->root) +
                  (response.stance == Stance::Denies ? " denies it." : " did not confirm it."));
        }
      }
    }
  }

  /// What somebody says against the claims of some events.
  struct Answer {
    std::vector<const Features*> claims;
    std::vector<std::string> subjects;
  };

  void collect_responses(const Cluster& cluster) {
    for (const Features* claim : cluster) {
      for (const Response& response : claim->claim->responses) {
        const bool told = attributed_.contains({response.source, cluster.front()->claim->id});  // as a conflict of attribution
        if (response.stance == Stance::Confirms || told) continue;
        Answer& answer = answers_[{response.stance, response.about, speaker(response.source)}];
        answer.claims.push_back(claim);
        const std::string subject = Words::subject(cluster);
        if (std::find(answer.subjects.begin(), answer.subjects.end(), subject) == answer.subjects.end()) answer.subjects.push_back(subject);
      }
    }
  }

  /// A person who speaks for a body counts as the body.
  [[nodiscard]] const std::string& speaker(const std::string& source) const {
    const auto found = bodies_.find(source);
    return found == bodies_.end() ? source : found->second;
  }

  /// One conflict for each who answers and how, however many reports the answer meets.
  void add_responses() {
    constexpr std::size_t kMostSubjects = 4;
    for (auto& [key, answer] : answers_) {
      const auto& [stance, about, source] = key;
      const std::size_t rest = answer.subjects.size() > kMostSubjects ? answer.subjects.size() - kMostSubjects : 0;
      if (rest != 0) {
        answer.subjects.resize(kMostSubjects);
        answer.subjects.push_back(std::to_string(rest) + (rest == 1 ? " more report" : " more reports"));
      }
      const std::string what = about == ResponseAbout::Earlier ? std::string("earlier reports of this kind") : "reports of " + join_and(answer.subjects);
      add(ConflictKind::Denial, answer.claims, words_.source(source) + verb_of(stance, about) + what + ".");
    }
  }

  static const char* verb_of(Stance stance, ResponseAbout about) {
    const bool earlier = about == ResponseAbout::Earlier;
    switch (stance) {
      case Stance::Denies: return earlier ? " denied " : " denies ";
      case Stance::CannotConfirm: return earlier ? " could not confirm " : " cannot confirm ";
      case Stance::Doubts: return earlier ? " doubted " : " doubts ";
      case Stance::Confirms: break;
    }
    return " confirms ";
  }

  void between(const ClusterPair& pair) {
    std::vector<const Features*> claims(*pair.a);
    claims.insert(claims.end(), pair.b->begin(), pair.b->end());
    std::vector<Statement> statements;
    std::vector<const Features*> stating;
    for (const Features* claim : claims) {
      const std::string value = pair.kind == ConflictKind::Quantity ? Words::number(*claim->claim)
                                : pair.kind == ConflictKind::Time   ? Words::time(*claim->claim)
                                                                    : Words::places(*claim);
      if (value.empty()) continue;
      statements.emplace_back(value, claim);
      stating.push_back(claim);
    }
    const std::string values = list_statements(statements, words_);
    switch (pair.kind) {
      case ConflictKind::Quantity: add(pair.kind, stating, "Different numbers are given for " + Words::subject(*pair.a, Naming::WithoutNumber) + " at the same time: " + values + "."); break;
      case ConflictKind::Time: add(pair.kind, stating, "For " + Words::subject(*pair.a) + " different times are given: " + values + "."); break;
      default: add(pair.kind, stating, "For " + Words::subject(*pair.a, Naming::WithoutPlace) + " different places are given: " + values + "."); break;
    }
  }

  /// A denial told as a claim of its own, against the deeds of the same country's troops that it may mean.
  void denial(const Cluster& denied, const std::vector<Cluster>& clusters) {
    constexpr std::size_t kMostNamed = 8;
    const Features& leader = *denied.front();
    std::vector<const Features*> claims(denied);
    for (const Cluster& other : clusters) {
      const Features& deed = *other.front();
      if (deed.status != StatusClass::Deed || deed.nationality != leader.nationality || claims.size() > kMostNamed) continue;
      const bool goods = deed.claim->kind == ClaimKind::Transfer;
      if (goods != (leader.claim->kind == ClaimKind::Transfer)) continue;
      const PlaceRelation relation = relate_places(leader.places, deed.places);
      if (relation == PlaceRelation::Equal || relation == PlaceRelation::Nested) claims.push_back(&deed);
    }
    if (claims.size() == denied.size()) return;  // nothing it could be about
    add(ConflictKind::Denial, claims, words_.voice(leader) + " denies reports of " + Words::subject(denied) + ", which others make.");
  }

  Words words_;
  std::map<std::string, std::string> bodies_;
  std::set<std::pair<std::string, std::string>> attributed_;
  std::map<std::tuple<Stance, ResponseAbout, std::string>, Answer> answers_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::vector<Conflict> find_conflicts(const Ledger& ledger, const std::vector<Cluster>& clusters) { return Finder(ledger).run(clusters); }

}  // namespace dateline::claims::detail
