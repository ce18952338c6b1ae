#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "claims/detail/noun_phrase.hpp"

namespace dateline::claims::detail {

/// A force of the story, as "the troops", "they", "them" may refer to it.
struct ForceEntity {
  Span span;
  std::uint32_t sentence = 0;
  std::string country;
  std::string type;
  std::string actor_text_country;     ///< country of the sender, when the force itself names none
  std::uint32_t quantity = none;
  std::uint32_t echelon = none;
  std::vector<PlaceRef> places;       ///< where it was last said to be or to go
  bool collective = false;            ///< one brigade, one ship: what "it" may stand for
  std::string name;                   ///< last word of a ship's name, in lower case: "lincoln"
  bool vehicle = false;               ///< a ship, a tank column: only "it" may stand for it
  bool naval = false;                 ///< ships, or a body made of ships: behind it "the Eisenhower" is one
  bool weak = false;                  ///< people of a nation, who may be no soldiers: "the Cubans"
  std::uint32_t last_sentence = 0;    ///< where something was told of it last, by whatever words
  bool rival = false;                 ///< no force, but people who move: "the police", "migrants"; "they" after them are these
};

/// Who sent or supplied last; what "it" stands for.
struct LastActor {
  Actor actor;
  std::uint32_t sentence = 0;
  bool leads = true;   ///< the subject of a main clause: "the army deployed after their units left"
};

/// Referents in the order of the text. A referent of which nothing was told for max_distance sentences is out of reach.
class Discourse {
 public:
  static constexpr std::uint32_t max_distance = 4;
  /// Referents looked at for one pronoun, so that a text of nothing but forces costs no more than others.
  static constexpr std::size_t max_candidates = 48;

  /// Pointers to entities stay good.
  ForceEntity& add(ForceEntity entity);
  /// Who acts in a subordinate clause does not take the place of who acts in the main clause of the same sentence.
  void set_actor(Actor actor, std::uint32_t sentence, bool leads);

  /// The force mentioned last before `offset`; null if none is near enough.
  [[nodiscard]] ForceEntity* before(std::size_t offset, std::uint32_t sentence);
  /// The same, with a nationality (an equal one, unless `country` is empty).
  [[nodiscard]] ForceEntity* with_country(std::size_t offset, std::uint32_t sentence, const std::string& country);
  /// True if soldiers of that country, and not only its people, were told of before `offset`, however far back.
  [[nodiscard]] bool tells_soldiers_of(std::size_t offset, std::uint32_t sentence, const std::string& country);
  /// The single formation or ship mentioned last before `offset`, at most one sentence back; null if there is none.
  [[nodiscard]] ForceEntity* collective(std::size_t offset, std::uint32_t sentence);
  /// The ships or tanks mentioned last before `offset`, at most one sentence back; null if there are none.
  [[nodiscard]] ForceEntity* vehicles(std::size_t offset, std::uint32_t sentence);
  /// True if ships, or bodies made of ships, were told of before `offset`, at most two sentences back.
  [[nodiscard]] bool tells_of_ships(std::size_t offset, std::uint32_t sentence);
  /// True if people who are no force were told of last before `offset`, at most one sentence back: "they" are these.
  [[nodiscard]] bool follows_rival(std::size_t offset, std::uint32_t sentence);
  /// The ship of that name, told of anywhere before; null if there is none.
  [[nodiscard]] ForceEntity* ship(const std::string& name);
  [[nodiscard]] ForceEntity* at(Span span);
  [[nodiscard]] std::optional<Actor> actor(std::uint32_t sentence) const;

 private:
  template <class Fits>
  [[nodiscard]] ForceEntity* last_before(std::size_t offset, std::uint32_t sentence, std::uint32_t distance, const Fits& fits);

  std::deque<ForceEntity> forces_;
  std::optional<LastActor> actor_;
};

}  // namespace dateline::claims::detail
