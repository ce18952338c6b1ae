#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// What a prepositional phrase says about a place.
enum class PlaceRole : std::uint8_t { None, Destination, Origin, Via, At };

/// Role of a preposition for a verb of this frame: "in" is a goal for "deployed" and a site for "stationed".
[[nodiscard]] PlaceRole role_of(std::string_view preposition, Frame frame, ClaimKind kind);

/// Reads places out of noun phrases and keeps the place records that claims refer to.
class PlacePhrases {
 public:
  explicit PlacePhrases(const Story& story) : story_(story) {}

  /// Places of a list of noun phrases with their complements: "military bases in A, B and C" gives A, B, C; "the Ussuri
  /// district of X" gives X; "the front lines" gives one descriptive place. `events_too`: "the war in Y" gives Y.
  [[nodiscard]] std::vector<PlaceRef> read(const ParsedSentence& sentence, const std::vector<std::uint32_t>& nouns);
  /// "over the causeway", "out of the pine woods": whatever has an article and can be crossed or left, as a place without a name; absent for
  /// times and for what is no thing ("into the fray").
  [[nodiscard]] std::optional<PlaceRef> read_scene(const ParsedSentence& sentence, std::uint32_t noun) const;
  /// The toponym or metonym a noun phrase is or belongs to, as a place; for recipients: "Ukraine", "the Ukrainian army".
  [[nodiscard]] std::vector<PlaceRef> read_party(const ParsedSentence& sentence, std::uint32_t noun);
  [[nodiscard]] PlaceRef from_mention(std::uint32_t mention, PlaceMention kind);
  /// True if place `inner` (an id) lies in place `outer`, as far as the records tell.
  [[nodiscard]] bool lies_in(const std::string& inner, const std::string& outer) const;
  /// Records of every place referred to, sorted by id.
  [[nodiscard]] std::vector<PlaceRecord> records(const std::set<std::string>& used) const;

 private:
  void read_one(const ParsedSentence& sentence, std::uint32_t noun, std::vector<PlaceRef>& out, int depth);
  [[nodiscard]] std::uint32_t complement(const ParsedSentence& sentence, std::uint32_t noun) const;
  void remember(std::uint32_t mention, const gazetteer::Place& place);

  const Story& story_;
  std::map<std::string, PlaceRecord> records_;
};

/// Removes a place that contains another of the list: "in Vladivostok, in the Russian Far East".
void drop_containers(std::vector<PlaceRef>& places, const PlacePhrases& reader);

}  // namespace dateline::claims::detail
