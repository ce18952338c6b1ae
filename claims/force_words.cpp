#include "claims/force_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/detail/quantity_nouns.hpp"
#include "claims/words.hpp"

namespace dateline::claims {

namespace {

std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

/// Words that say by themselves that people are meant; "special operations" and "airborne" do not.
bool names_people(std::string_view force) {
  static constexpr std::array<std::string_view, 6> kAdjectives = {"operations", "operation", "airborne", "infantry", "tank", "artillery"};
  const auto last = last_word(force);
  return last.ends_with('s') && std::find(kAdjectives.begin(), kAdjectives.end(), last) == kAdjectives.end();
}

/// The counted noun that a force ends with, if it is a formation, a vehicle, a ship or an aircraft; null for people and for bare adjectives.
const detail::CountedNoun* named_thing(std::string_view force) {
  const auto* noun = detail::find_counted_noun(last_word(force));
  if (noun == nullptr) return nullptr;
  const bool thing = noun->kind == CountedKind::Formation || noun->kind == CountedKind::Vehicle || noun->kind == CountedKind::Ship || noun->kind == CountedKind::Aircraft;
  return thing ? noun : nullptr;
}

/// The force when no number of persons goes with it.
std::string uncounted_words(const EventView& view) {
  return named_thing(view.force) != nullptr ? view.force : force_words(view);
}

}  // namespace

std::string force_words(const EventView& view) {
  if (named_thing(view.force) != nullptr) return "troops";
  return names_people(view.force) ? view.force : view.force + " troops";
}

std::string counted_words(const EventView& view) {
  const bool transfer = view.event->kind == ClaimKind::Transfer;
  const std::string materiel = transfer && view.claims.front()->materiel.empty() ? "materiel" : view.claims.front()->materiel;
  if (!view.quantity) return transfer ? materiel : uncounted_words(view);
  const auto& q = *view.quantity;
  const std::string number = format_quantity(q);
  if (transfer || q.unit.empty() || q.unit == "persons") {
    const bool collective = q.qualifier == "dozens" || q.qualifier == "hundreds" || q.qualifier == "thousands";
    return number + (collective ? " of " : " ") + (transfer ? materiel : force_words(view));
  }
  const auto* thing = named_thing(view.force);
  if (thing != nullptr && thing->unit == q.unit) return number + " " + view.force;
  const bool bare = view.force == "troops" || thing != nullptr;
  const bool one = q.low == 1 && q.high == 1.0 && !q.additional;
  return number + " " + std::string(one ? detail::singular_of_unit(q.unit) : q.unit) + (bare ? "" : " (" + force_words(view) + ")");
}

}  // namespace dateline::claims
