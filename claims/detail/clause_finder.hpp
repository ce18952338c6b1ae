#pragma once

#include <cstdint>
#include <vector>

#include "claims/detail/chunk_view.hpp"
#include "claims/detail/clauses.hpp"
#include "claims/detail/subjects.hpp"

namespace dateline::claims::detail {

/// Hangs every verb of a sentence: its subject, and the verb that governs it. Verbs are hung from left to right, so that a verb may ask what
/// the verbs before it are.
class ClauseFinder : public ChunkView {
 public:
  ClauseFinder(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon)
      : ChunkView(items, chunks, lexicon), subjects_(items, chunks, lexicon), clause_of_(chunks.size(), none) {}

  [[nodiscard]] std::vector<Clause> run();

 private:
  // clauses.cpp: the order of work, and what only the whole clause shows
  void hang(Clause& clause);
  void take_antecedent(Clause& clause) const;
  [[nodiscard]] bool opens_relative(const Clause& clause) const;
  [[nodiscard]] bool sends_something(std::uint32_t lemma) const;
  void find_lost_subject(Clause& clause) const;
  void take_inverted_subject(Clause& clause) const;
  void adopt_later_subjects();
  void lend_phrases();

  // clauses_finite.cpp: verbs with a tense
  void hang_finite(Clause& clause);
  void set_subject(Clause& clause, std::uint32_t noun);
  void choose_member(Clause& clause) const;
  void mark_subordination(Clause& clause);
  void relative(Clause& clause, std::uint32_t pronoun);
  [[nodiscard]] bool take_waiting_subject(Clause& clause);
  [[nodiscard]] bool is_bare(std::uint32_t verb) const;
  void share(Clause& clause);
  [[nodiscard]] std::uint32_t force_at(std::uint32_t noun) const;
  [[nodiscard]] bool moves(std::uint32_t verb) const;
  /// Gives a coordinated verb the subject and the governor of the one before it.
  static void hang_beside(Clause& clause, const Clause& earlier);

  // clauses_infinitive.cpp: "to send", and who governs it
  void hang_infinitive(Clause& clause);
  [[nodiscard]] bool noun_governs(Clause& clause, std::uint32_t noun);
  [[nodiscard]] bool is_first_to(Clause& clause, std::uint32_t noun);
  [[nodiscard]] bool is_with(Clause& clause, std::uint32_t noun);
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t noun) const;
  void govern(Clause& clause, std::uint32_t verb, std::uint32_t object);
  void coordinate(Clause& clause, std::uint32_t conjunction);

  // clauses_participle.cpp: "sending", "sent"
  void hang_ing(Clause& clause);
  [[nodiscard]] std::uint32_t next_finite(std::uint32_t i) const;
  void after_preposition(Clause& clause, std::uint32_t preposition);
  void beside_main_verb(Clause& clause, std::uint32_t from);
  [[nodiscard]] bool finds(std::uint32_t verb) const;
  void after_noun(Clause& clause, std::uint32_t noun);
  [[nodiscard]] bool tells_of(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t whole_of(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t seen_by(std::uint32_t noun, std::uint32_t& first) const;
  void adjunct_after_comma(Clause& clause);
  void hang_participle(Clause& clause);

  SubjectFinder subjects_;
  std::vector<std::uint32_t> clause_of_;   ///< of a chunk; none if it is no verb or its turn has not come
  std::vector<Clause> clauses_;
};

}  // namespace dateline::claims::detail
