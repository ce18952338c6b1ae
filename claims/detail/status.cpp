#include "claims/detail/status.hpp"

#include <algorithm>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// Governors above a verb; English needs four ("is said to be planning to begin sending").
constexpr int max_governors = 6;

class StatusReader {
 public:
  StatusReader(const Story& story, const ParsedSentence& sentence) : story_(story), sentence_(sentence) {}

  ClauseStatus run(std::uint32_t index) {
    const Clause* clause = &sentence_.clauses[index];
    if (clause->link == Link::If || clause->link == Link::Unheld || (clause->link == Link::Adverbial && !told_as_done(*clause))) status_.claimed = false;
    own(*clause);
    for (int depth = 0; depth < max_governors && clause->link == Link::Governed; ++depth) {
      if (clause->noun_cue != none) noun_cue(clause->noun_cue);
      if (clause->governor == none) break;
      clause = &sentence_.clauses[clause->governor];
      governed_by(*clause);
    }
    if (clause->link == Link::If || clause->link == Link::Unheld) status_.claimed = false;
    const auto& asked = sentence_.clauses[index];
    if (status_.status == ClaimStatus::Planned && follows_condition(asked)) set(ClaimStatus::Conditional, sentence_.chunks[asked.verb].first, "status.after-if");
    if (asked.condition != none && sentence_.items[sentence_.chunks[asked.condition].first].lower == "if") {
      if (status_.status == ClaimStatus::Planned) set(ClaimStatus::Conditional, sentence_.chunks[asked.condition].first, "status.if");
    }
    if (asked.subject != none) {
      const auto first = sentence_.chunks[asked.subject].first;
      if (first > 0 && sentence_.items[first - 1].tag == Tag::Not) set(ClaimStatus::Denied, first - 1, "status.no");  // "not one soldier"
      if (sentence_.items[first].lower == "no" || sentence_.items[first].lower == "neither" || sentence_.items[first].lower == "none") set(ClaimStatus::Denied, first, "status.no");
    }
    if (status_.status == ClaimStatus::Planned || status_.status == ClaimStatus::Conditional) status_.tense = Tense::Future;
    if (status_.status == ClaimStatus::Ongoing) status_.tense = Tense::Present;
    return std::move(status_);
  }

 private:
  /// "If the truce fails, Uganda would send ...": an if-clause in front of the clause.
  [[nodiscard]] bool follows_condition(const Clause& clause) const {
    return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& other) { return other.link == Link::If && other.verb < clause.verb; });
  }

  /// "had the vote gone through": an if-clause that is told by its order of words.
  [[nodiscard]] bool precedes_inversion(const Chunk& group) const {
    for (auto i = group.last; i + 1 < sentence_.items.size(); ++i) {
      if (sentence_.items[i].lower != "had") continue;
      const auto tag = sentence_.items[i + 1].tag;
      return tag == Tag::Determiner || tag == Tag::Name || tag == Tag::Pronoun;
    }
    return false;
  }

  /// "when soldiers entered X" presupposes that they did; "when they are deployed" does not.
  [[nodiscard]] bool told_as_done(const Clause& clause) const {
    const auto& group = sentence_.chunks[clause.verb];
    return group.finite && group.modal == none && !group.present && !group.negated;
  }

  void set(ClaimStatus status, std::uint32_t item, const std::string& rule) {
    status_.status = status;
    status_.cues.emplace_back(item, rule);
    status_.rules.push_back(rule);
  }

  /// Modal, negation and tense of one verb group.
  void own(const Clause& clause) {
    const auto& group = sentence_.chunks[clause.verb];
    modal(clause, group);
    for (auto i = group.first; i < group.last; ++i) {
      const auto& lower = sentence_.items[i].lower;
      if (is_one_of(lower, {"reportedly", "allegedly", "apparently", "possibly", "perhaps"})) status_.hedged = true;
    }
    if (group.infinitive && clause.link == Link::Main) set(ClaimStatus::Planned, group.first, "status.headline-to");
    if (group.negated) return deny(group);
    if (group.modal == none && group.progressive && group.present && status_.status == ClaimStatus::Reported) {
      status_.status = ClaimStatus::Ongoing;
      status_.rules.emplace_back("status.progressive");
    }
  }

  void modal(const Clause& clause, const Chunk& group) {
    if (group.modal == none) return;
    const auto& word = sentence_.items[group.modal].lower;
    const bool conditional = clause.condition != none && sentence_.items[sentence_.chunks[clause.condition].first].lower == "if";
    if (is_one_of(word, {"will", "shall", "'ll", "must", "should"})) return set(conditional ? ClaimStatus::Conditional : ClaimStatus::Planned, group.modal, "status.will");
    if (group.perfect && is_one_of(word, {"would", "could", "might"}) && (conditional || follows_condition(clause) || precedes_inversion(group))) {
      return set(ClaimStatus::Conditional, group.modal, "status.would-have-if");
    }
    if (group.perfect) {  // "may have sent", "would have sent": told as done, but not vouched for
      status_.hedged = true;
      status_.rules.emplace_back("status.may-have");
      return;
    }
    if (is_one_of(word, {"would", "'d"})) return set(conditional ? ClaimStatus::Conditional : ClaimStatus::Planned, group.modal, "status.would");
    set(ClaimStatus::Conditional, group.modal, "status.may");
  }

  void deny(const Chunk& group) {
    std::uint32_t item = group.first;
    for (auto i = group.first; i < group.last; ++i) {
      if (sentence_.items[i].tag == Tag::Not) item = i;
    }
    set(ClaimStatus::Denied, item, "status.not");
  }

  void governed_by(const Clause& clause) {
    const auto& group = sentence_.chunks[clause.verb];
    if (group.possession) {
      if (group.present && clause.verb + 1 < sentence_.chunks.size() && sentence_.chunks[clause.verb + 1].infinitive) outer(ClaimStatus::Planned, group.head, "status.have-to");
    } else if (group.copula) {
      if (clause.verb + 1 < sentence_.chunks.size() && sentence_.chunks[clause.verb + 1].infinitive) outer(ClaimStatus::Planned, group.head, "status.be-to");
    } else if (group.lemma != none) {
      const auto* cue = story_.lexicon.cue_of(story_.lexicon.lemma(group.lemma));
      const bool going = story_.lexicon.lemma(group.lemma) == "go" && !group.progressive;
      if (cue != nullptr && !going) {
        if (cue->role == CueRole::Irrealis) status_.claimed = false;
        if (cue->role == CueRole::Control) outer(cue->status, group.head, cue->rule);
        else status_.rules.push_back(cue->rule);
      }
    }
    if (group.negated) return deny(group);
    if (group.modal != none && status_.status != ClaimStatus::Denied) {
      if (!group.perfect && (status_.status == ClaimStatus::Reported || status_.status == ClaimStatus::Ongoing)) modal(clause, group);  // "will begin arriving"
    }
  }

  void noun_cue(std::uint32_t item) {
    std::string word = sentence_.items[item].lower;
    const auto* cue = story_.lexicon.cue_of(word);
    if (cue == nullptr && word.ends_with("s")) cue = story_.lexicon.cue_of(word.substr(0, word.size() - 1));
    if (cue != nullptr && cue->role == CueRole::Control) outer(cue->status, item, cue->rule);
  }

  /// The status that an outer verb gives: plans and refusals win over what the inner verb says.
  void outer(ClaimStatus status, std::uint32_t item, const std::string& rule) {
    if (status_.status == ClaimStatus::Denied) return;
    if (status == ClaimStatus::Reported) {
      status_.rules.push_back(rule);
      return;
    }
    if (status == ClaimStatus::Ongoing && status_.status != ClaimStatus::Reported) return;
    if (status_.status == ClaimStatus::Planned && status == ClaimStatus::Planned) {
      status_.rules.push_back(rule);
      return;
    }
    set(status, item, rule);
  }

  const Story& story_;
  const ParsedSentence& sentence_;
  ClauseStatus status_;
};

}  // namespace

ClauseStatus read_status(const Story& story, const ParsedSentence& sentence, std::uint32_t clause) {
  return StatusReader(story, sentence).run(clause);
}

}  // namespace dateline::claims::detail
