#include "claims/force_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/detail/masked_text.hpp"
#include "claims/detail/quantity_nouns.hpp"
#include "claims/words.hpp"

namespace dateline::claims {

namespace {

std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

/// A name of its own: "76th Guards Air Assault Division", "aircraft carrier Liaoning".
bool is_name(std::string_view force) {
  return std::any_of(force.begin(), force.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Words that say by themselves that people are meant; "special operations" and "airborne" do not.
bool names_people(std::string_view force) {
  static constexpr std::array<std::string_view, 6> kAdjectives = {"operations", "operation", "airborne", "infantry", "tank", "artillery"};
  const auto last = last_word(force);
  const bool plural = last.ends_with('s') || last.ends_with("men") || last == "personnel";
  return plural && std::find(kAdjectives.begin(), kAdjectives.end(), last) == kAdjectives.end();
}

/// Bodies that nobody counts: "an advance party", "a standby force" are not "advance party troops".
bool names_body(std::string_view force) {
  static constexpr std::array<std::string_view, 8> kBodies = {"party", "force", "mission", "guard", "militia", "police", "gendarmerie", "command"};
  return std::find(kBodies.begin(), kBodies.end(), last_word(force)) != kBodies.end();
}

/// The counted noun that a force ends with, if it is a formation, a vehicle, a ship or an aircraft; null for people and for bare adjectives.
const detail::CountedNoun* named_thing(std::string_view force) {
  const auto* noun = detail::find_counted_noun(detail::to_lower(last_word(force)));
  if (noun == nullptr) return nullptr;
  const bool thing = noun->kind == CountedKind::Formation || noun->kind == CountedKind::Vehicle || noun->kind == CountedKind::Ship || noun->kind == CountedKind::Aircraft;
  return thing ? noun : nullptr;
}

/// The force when no number goes with it.
std::string uncounted_words(std::string_view force) {
  return named_thing(force) != nullptr || is_name(force) || names_body(force) ? std::string(force) : people_words(force);
}

/// Whose parts a number of formations counts: "3 battalions of the 155th Marine Brigade", "1 battalion (special forces)".
std::string parts_of(std::string_view force) {
  if (is_name(force)) return " of the " + std::string(force);
  if (force == "troops" || named_thing(force) != nullptr) return "";
  return " (" + people_words(force) + ")";
}

}  // namespace

std::string people_words(std::string_view force) {
  if (force.empty() || named_thing(force) != nullptr || is_name(force) || names_body(force)) return "troops";
  return names_people(force) ? std::string(force) : std::string(force) + " troops";
}

std::string force_words(const EventView& view) { return people_words(view.force); }

std::string counted_words(const EventView& view) {
  const bool transfer = view.event->kind == ClaimKind::Transfer;
  const std::string materiel = transfer && view.claims.front()->materiel.empty() ? "materiel" : view.claims.front()->materiel;
  if (!view.quantity) return transfer ? materiel : uncounted_words(view.force);
  const auto& q = *view.quantity;
  const std::string number = format_quantity(q);
  if (transfer || q.unit.empty() || q.unit == "persons") {
    const bool collective = q.qualifier == "dozens" || q.qualifier == "hundreds" || q.qualifier == "thousands";
    return number + (collective ? " of " : " ") + (transfer ? materiel : force_words(view));
  }
  const auto* thing = named_thing(view.force);
  const bool one = q.low == 1 && q.high == 1.0 && !q.additional;
  const bool same_unit = thing != nullptr && thing->unit == q.unit;
  if (same_unit && is_name(view.force) && one) return view.force;   // "the 3rd Battalion" is one already; but "1 battalion of the 155th Marine Brigade"
  if (same_unit && !is_name(view.force)) return number + " " + view.force;
  return number + " " + std::string(one ? detail::singular_of_unit(q.unit) : q.unit) + parts_of(view.force);
}

}  // namespace dateline::claims
