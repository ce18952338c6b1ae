#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/detail/discourse.hpp"
#include "claims/detail/evidence.hpp"
#include "claims/detail/noun_phrase.hpp"
#include "claims/detail/place_phrases.hpp"
#include "claims/detail/status.hpp"
#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// A claim in the making: all but its quote record, id, attribution and responses.
struct Draft {
  Claim claim;
  std::uint32_t sentence = 0;
  std::uint32_t clause = none;
  std::uint32_t force_chunk = none;
  Span trigger;                 ///< the verb or noun that reports
  Span quote;                   ///< bytes
  Span materiel;                ///< the words of claim.materiel
  Tense tense = Tense::Past;
  bool unclaimed = false;       ///< nobody says that it happens: "urged them to leave", "if they enter"
  bool restrictive = false;     ///< "the troops deployed in X have ...": presupposed by another claim of the sentence
  bool anaphoric = false;       ///< its force is "they", "the troops": it goes on from an earlier claim
};

/// The force of a clause after pronouns and definite phrases have found their antecedent.
struct ResolvedForce {
  bool found = false;
  Force force;
  std::optional<QuantityOf> quantity;
  ForceEntity* entity = nullptr;
  bool pronoun = false;
  bool definite = false;
  bool guessed = false;
  std::string country;
  std::optional<Actor> owner;   ///< whose "its forces" are
};

/// A clause that the rules refuse, and what was seen of it.
struct Weighed {
  Span trigger;
  ClaimKind kind = ClaimKind::Movement;
  EvidenceSet seen;
  bool holds = false;
};

/// What the rules of verbs and of nouns share.
class DraftTools {
 public:
  explicit DraftTools(const Story& told) : story(told), nouns(told), places(told) {}

  /// Resolves a noun phrase that may be a force; not found if it is none.
  [[nodiscard]] ResolvedForce resolve(const ParsedSentence& sentence, const NounPhrase& phrase, bool may_be_carrier);
  [[nodiscard]] bool is_remainder(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  [[nodiscard]] bool is_part_of_date(const Item& number) const;
  [[nodiscard]] std::optional<QuantityOf> bare_number(const ParsedSentence& sentence, std::uint32_t chunk) const;
  [[nodiscard]] bool belongs_to_leader(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  [[nodiscard]] bool means_goods(const ParsedSentence& sentence, std::uint32_t chunk);
  [[nodiscard]] std::string fronted_country(const ParsedSentence& sentence) const;
  [[nodiscard]] bool follows_carrier(const ParsedSentence& sentence, const NounPhrase& phrase);
  [[nodiscard]] bool tells_of_forces();
  void take_ship_name(const ParsedSentence& sentence, NounPhrase& phrase);
  [[nodiscard]] bool sends_own_ships(const ParsedSentence& sentence, const NounPhrase& sender, const NounPhrase& moved);
  [[nodiscard]] ForceEntity* own_force(std::size_t offset, std::uint32_t sentence, const std::string& country);
  [[nodiscard]] bool goes_on_from_force(const ParsedSentence& sentence, const NounPhrase& phrase);
  [[nodiscard]] QuantityOf to_quantity(std::uint32_t index) const;
  /// Who a subject is, as an actor; empty optional for a noun phrase that is nobody.
  [[nodiscard]] std::optional<Actor> to_actor(const ParsedSentence& sentence, const NounPhrase& phrase);
  [[nodiscard]] std::optional<Actor> speaking_state(std::size_t offset) const;
  [[nodiscard]] bool speaks_for_soldiers(std::size_t offset) const;
  /// Who told the subject of an infinitive to go: "Chad" in "Chad ordered its brigade to leave"; nobody for any other clause.
  [[nodiscard]] std::optional<Actor> orderer_of(const ParsedSentence& sentence, const Clause& clause);
  /// Whose "its forces", "their withdrawal" are: the nearest subject before, else who acted last.
  [[nodiscard]] std::optional<Actor> owner_of(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "troops, about 900 of them,", "fighters, numbering 1,200,": the quantity behind the noun phrase; none if there is none.
  [[nodiscard]] std::uint32_t apposed_quantity(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  /// The time of a clause: among its arguments, at the head of the sentence, or at its governors.
  [[nodiscard]] std::optional<When> read_when(const ParsedSentence& sentence, const Clause& clause, Tense tense, std::vector<std::string>& flags) const;
  [[nodiscard]] std::optional<When> resolve_when(std::uint32_t time, Tense tense, std::vector<std::string>& flags) const;
  /// True if a time says when something was said, not when it happened.
  [[nodiscard]] bool dates_speech(std::uint32_t time) const;

  const Story& story;
  NounPhrases nouns;
  PlacePhrases places;
  Discourse discourse;
  std::vector<Draft> unclaimed;   ///< movements that are only spoken of: for measuring, never in a ledger
  std::vector<Weighed> weighed;   ///< what the rules refused, for training

 private:
  bool resolve_pronoun(const ParsedSentence& sentence, const NounPhrase& phrase, ResolvedForce& resolved);
  [[nodiscard]] ForceEntity* last_told(std::size_t offset, std::uint32_t sentence);
  [[nodiscard]] std::optional<QuantityOf> plain_number(const Item& item, Span span, const char* qualifier) const;
  [[nodiscard]] std::optional<QuantityOf> counted_pronoun(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  [[nodiscard]] bool commands(const ParsedSentence& sentence, std::uint32_t chunk) const;
  [[nodiscard]] bool names_force(const ParsedSentence& sentence, const NounPhrase& phrase, bool may_be_carrier);
  [[nodiscard]] bool is_part_told_of(const ParsedSentence& sentence, const NounPhrase& phrase, bool bare_number);
  [[nodiscard]] bool is_group_told_of(const ParsedSentence& sentence, std::uint32_t chunk) const;
  [[nodiscard]] bool is_definite_body(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  void take_from_entity(const ParsedSentence& sentence, const NounPhrase& phrase, ResolvedForce& resolved);
  void take_quantity(const ParsedSentence& sentence, const NounPhrase& phrase, bool part, ResolvedForce& resolved) const;

  std::optional<bool> tells_of_forces_;   ///< asked once
};

/// Claims told by verbs: one clause, one draft at most.
class VerbDrafts {
 public:
  explicit VerbDrafts(DraftTools& tools) : tools_(tools) {}
  [[nodiscard]] std::optional<Draft> make(const ParsedSentence& sentence, std::uint32_t clause);

 private:
  struct Parts;
  struct Telling;
  [[nodiscard]] std::vector<const VerbSense*> senses_of(const ParsedSentence& sentence, const Clause& clause) const;
  [[nodiscard]] std::optional<Draft> make_by_rule(const ParsedSentence& sentence, std::uint32_t clause, const std::vector<const VerbSense*>& senses);
  bool read(const ParsedSentence& sentence, Telling& telling);
  void read_standing(const ParsedSentence& sentence, Telling& telling);
  void fill_claim(const ParsedSentence& sentence, Telling& telling);
  void complete_claim(const ParsedSentence& sentence, Telling& telling);
  [[nodiscard]] bool weigh_against(const ParsedSentence& sentence, Telling& telling);
  [[nodiscard]] bool is_told_enough(const ParsedSentence& sentence, const Telling& telling) const;
  [[nodiscard]] Draft to_draft(const ParsedSentence& sentence, Telling& telling);
  [[nodiscard]] Span trigger_of(const ParsedSentence& sentence, const Telling& telling) const;
  [[nodiscard]] std::optional<Draft> weigh(const ParsedSentence& sentence, std::uint32_t clause, const std::vector<const VerbSense*>& senses);
  [[nodiscard]] bool can_hold(const Telling& telling) const;
  bool suppose_roles(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  [[nodiscard]] EvidenceSet see(const ParsedSentence& sentence, const Telling& telling);
  void see_mover(const ParsedSentence& sentence, const Parts& parts, EvidenceSet& seen);
  void see_context(const ParsedSentence& sentence, const Parts& parts, EvidenceSet& seen);
  bool assign(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  [[nodiscard]] bool tells_how_many(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) const;
  [[nodiscard]] bool sends_off(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense);
  [[nodiscard]] bool leaves_others(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense);
  [[nodiscard]] static bool takes_subject_of_passive(const Clause& clause, const VerbSense& sense);
  void take_sender(const ParsedSentence& sentence, std::uint32_t noun, Parts& parts);
  void take_object(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  bool take_found(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  bool assign_joined(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  bool assign_surrounded(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  bool assign_sent(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  bool assign_gift(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  void settle_house(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  [[nodiscard]] bool belongs_to_civilians(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts);
  [[nodiscard]] bool admit_called_up(const ParsedSentence& sentence, Parts& parts) const;
  bool assign_receipt(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  [[nodiscard]] bool is_sent_by_others(const ParsedSentence& sentence, const Parts& parts);
  [[nodiscard]] bool moves_for_state(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts);
  [[nodiscard]] bool means_other(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense);
  [[nodiscard]] bool joins_body(const ParsedSentence& sentence, std::uint32_t noun);
  [[nodiscard]] bool relieves(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense);
  void admit_sent_units(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts);
  void take_nationality(const ParsedSentence& sentence, std::uint32_t noun, Parts& parts);
  bool assign_transfer(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  void take_other_member(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  bool assign_subject_moves(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  [[nodiscard]] bool meets_force(const ParsedSentence& sentence, std::uint32_t noun);
  void read_places(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  void infer_places(const ParsedSentence& sentence, std::uint32_t clause, Parts& parts);
  void read_activity(const ParsedSentence& sentence, std::uint32_t clause, Parts& parts) const;
  [[nodiscard]] bool says_what_for(const ParsedSentence& sentence, std::uint32_t index) const;
  [[nodiscard]] bool worth_telling(const ParsedSentence& sentence, std::uint32_t clause, const Parts& parts, const VerbSense& sense) const;
  [[nodiscard]] bool lemma_is(const ParsedSentence& sentence, const Clause& clause, std::initializer_list<std::string_view> lemmas) const;
  void take_part(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const;
  [[nodiscard]] bool cruises(const ParsedSentence& sentence, const Clause& clause) const;
  [[nodiscard]] static bool leads(const ParsedSentence& sentence, const Clause& clause);
  [[nodiscard]] bool names_formations(const ParsedSentence& sentence, std::uint32_t noun) const;
  std::optional<Draft> make_caused(const ParsedSentence& sentence, std::uint32_t clause);
  [[nodiscard]] bool told_beyond_doubt(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, const Parts& parts) const;
  [[nodiscard]] bool heads_somewhere(const ParsedSentence& sentence, const Clause& clause) const;
  [[nodiscard]] bool stays_plainly(const ParsedSentence& sentence, const Clause& clause) const;
  [[nodiscard]] bool moves_plainly(const ParsedSentence& sentence, const Clause& clause) const;
  [[nodiscard]] Span quote_of(const ParsedSentence& sentence, std::uint32_t clause) const;
  [[nodiscard]] gazetteer::MentionKind story_kind(std::uint32_t mention) const;
  [[nodiscard]] std::optional<Draft> make_with(const ParsedSentence& sentence, std::uint32_t clause, const VerbSense& sense);
  [[nodiscard]] std::optional<Draft> make_light(const ParsedSentence& sentence, std::uint32_t clause);
  [[nodiscard]] std::uint32_t end_of_particle(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) const;
  [[nodiscard]] std::optional<Draft> make_seat(const ParsedSentence& sentence, std::uint32_t clause);
  bool assign_reinforcement(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  void take_cargo(const ParsedSentence& sentence, const Clause& clause, Parts& parts);
  [[nodiscard]] bool visits(const ParsedSentence& sentence, const Clause& clause, const Parts& parts) const;
  void read_home(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Claim& claim) const;
  void read_joined(const ParsedSentence& sentence, const Clause& clause, Claim& claim);
  void mark_distribution(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const;
  void fill_actor(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts);
  [[nodiscard]] Span carrier_span(const ParsedSentence& sentence, const Clause& clause, const NounPhrase& sender) const;
  void remember(const ParsedSentence& sentence, const Parts& parts, const Claim& claim);

  DraftTools& tools_;
  std::uint32_t last_claim_ = none;   ///< sentence of the last claim
  std::size_t claims_made_ = 0;
};

/// Whose "its forces" are, is who acts; flagged, since the words stand elsewhere.
void take_owner(const ResolvedForce& force, Claim& claim);

/// A draft in the present tense of a claim that a noun makes without a verb of movement; the caller sets the quote. `chunk` is the force's.
[[nodiscard]] Draft draft_of_noun(const ParsedSentence& sentence, Claim claim, const ResolvedForce& force, std::uint32_t chunk, Span trigger);

/// Claims told by nouns: "the dispatch of 300 soldiers to X", "large gatherings of fighters in Y".
class NounDrafts {
 public:
  explicit NounDrafts(DraftTools& tools) : tools_(tools) {}
  [[nodiscard]] std::optional<Draft> make(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "a convoy en route to X", "troops on their way from Y": a force and where it goes, without a verb.
  [[nodiscard]] std::optional<Draft> make_under_way(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "the number of American troops in Somalia has risen".
  [[nodiscard]] std::optional<Draft> make_number(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "the 400 Chadian soldiers in X": nothing if one of `told` tells where they are or went.
  [[nodiscard]] std::optional<Draft> make_standing(const ParsedSentence& sentence, std::uint32_t chunk, const std::vector<Draft>& told);
  /// "2,500 soldiers, most of them in X".
  [[nodiscard]] std::optional<Draft> make_part(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "With 900 men at X and 500 at Y, ...".
  [[nodiscard]] std::optional<Draft> make_accompanied(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "the garrison in X marked the anniversary".
  [[nodiscard]] std::optional<Draft> make_garrison(const ParsedSentence& sentence, std::uint32_t chunk);
  [[nodiscard]] std::optional<Draft> make_headquarters(const ParsedSentence& sentence, std::uint32_t chunk);
  [[nodiscard]] std::optional<Draft> make_patrols(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "the last unit present on Malian soil".
  [[nodiscard]] std::optional<Draft> make_present(const ParsedSentence& sentence, std::uint32_t chunk);
  /// "Camp Lemonnier, home to 4,000 soldiers", "the school was a base for the militia".
  [[nodiscard]] std::optional<Draft> make_site(const ParsedSentence& sentence, std::uint32_t chunk);

 private:
  /// A force and the place right behind it.
  struct Standing {
    ClaimKind kind;
    const char* rule;
    NounPhrase force;
    std::uint32_t place;   ///< chunk
    Span trigger;
  };
  [[nodiscard]] std::optional<Draft> make_muster(const ParsedSentence& sentence, std::uint32_t chunk, const VerbSense& sense);
  [[nodiscard]] std::optional<Draft> make_sighting(const ParsedSentence& sentence, const NounPhrase& moved);
  [[nodiscard]] bool stands_aside(const ParsedSentence& sentence, const NounPhrase& moved) const;
  [[nodiscard]] std::optional<Actor> authority(const ParsedSentence& sentence, std::uint32_t chunk);
  /// Nothing if the force is none or the place cannot be read.
  [[nodiscard]] std::optional<Draft> make_there(const ParsedSentence& sentence, const Standing& told);

  DraftTools& tools_;
  std::uint32_t accompanied_before_ = none;   ///< chunk of the last place told behind "with"
};

/// All drafts of a story in text order.
[[nodiscard]] std::vector<Draft> find_drafts(DraftTools& tools);

}  // namespace dateline::claims::detail
