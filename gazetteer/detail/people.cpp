#include <algorithm>

#include "gazetteer/detail/rules.hpp"

namespace dateline::gazetteer::detail {
namespace {

/// "Juan Carlos Maria de Borbon": more capitals than that are a heading.
constexpr std::size_t max_name_words = 4;

bool is_strong(NameClass c) noexcept {
  return c == NameClass::Country || c == NameClass::CountryShort || c == NameClass::Continent || c == NameClass::Demonym ||
         c == NameClass::Admin1 || c == NameClass::HugeCity || c == NameClass::Region;
}

bool names_no_person(const Word& word) noexcept {
  constexpr ClassSet others = class_bit(WordClass::OrganisationHead) | class_bit(WordClass::RoadHead) | class_bit(WordClass::WaterHead) |
                              class_bit(WordClass::PlaceTail) | class_bit(WordClass::FunctionWord) | class_bit(WordClass::EventHead) |
                              class_bit(WordClass::Container) | class_bit(WordClass::CountyWord) | class_bit(WordClass::Month) |
                              class_bit(WordClass::Weekday) | class_bit(WordClass::Direction) | class_bit(WordClass::MediaHead);
  return (word.classes & others) != 0;
}

class PeopleFinder {
 public:
  PeopleFinder(const Document& document, const Matches& matches) : document_(document), matches_(matches), person_(document.words.size(), false) {}

  std::vector<bool> run() {
    std::size_t begin = 0;
    for (const std::uint32_t end : document_.sentence_ends) {
      for (std::size_t i = begin; i < end; ++i) mark_from(i, end);
      begin = end;
    }
    mark_known_surnames();
    return std::move(person_);
  }

 private:
  [[nodiscard]] const Word& word(std::size_t i) const noexcept { return document_.words[i]; }
  [[nodiscard]] bool plain_capital(std::size_t i, std::size_t end) const noexcept {
    return i < end && word(i).kind == TokenKind::Word && word(i).capitalised();
  }
  /// The words of a name of two or more words begin here ("Virginia Beach"): no person.
  [[nodiscard]] bool begins_long_place(std::size_t i) const noexcept {
    const NameMatch* match = matches_.covering(i);
    if (match == nullptr || match->first != i || match->last < i + 2) return false;
    return match->name_class != NameClass::AlternateSmall && match->name_class != NameClass::SmallCity;
  }
  [[nodiscard]] bool strong_place(std::size_t i) const noexcept {
    const NameMatch* match = matches_.covering(i);
    return match != nullptr && is_strong(match->name_class);
  }

  void mark_from(std::size_t i, std::size_t end) {
    const Word& first = word(i);
    if (first.kind != TokenKind::Word || first.caps_line) return;
    const bool titled = first.is(WordClass::Title);
    // Commander-in-chief titles run on: "Prime Minister X", "Secretary General X".
    if (titled && plain_capital(i + 1, end) && !word(i + 1).is(WordClass::Title) && !names_no_person(word(i + 1))) {
      const bool given = word(i + 1).is(WordClass::FirstName) && plain_capital(i + 2, end);
      // "Mr." and "Sen." stand before names of people only; "President" and "Coach" also before places.
      const bool short_title = document_.surface(first).back() == '.' || first.fold_size <= 3;
      if (!begins_long_place(i + 1) && (given || short_title || !strong_place(i + 1))) mark_run(i + 1, end);
      return;
    }
    if (first.is(WordClass::FirstName) && first.capitalised() && !person_[i]) mark_given_name(i, end);
  }

  void mark_given_name(std::size_t i, std::size_t end) {
    std::size_t next = i + 1;
    if (next < end && word(next).shape == Shape::Dotted) ++next;  // "John F. Kennedy"
    if (next < end && word(next).shape == Shape::Title && word(next).fold_size == 1) ++next;
    if (!plain_capital(next, end) || begins_long_place(i) || names_no_person(word(next))) return;
    if (word(next).shape == Shape::Upper || word(next).shape == Shape::Dotted) return;
    const bool located = i > 0 && word(i - 1).is(WordClass::PlacePreposition) && !word(i).sentence_start;
    const bool surname = word(next).is(WordClass::Surname);
    if (strong_place(i) && !surname && (located || strong_place(next))) return;
    if (!surname && strong_place(next) && !strong_place(i) && begins_long_place(next)) return;
    mark_run(i, end);
  }

  void mark_run(std::size_t i, std::size_t end) {
    for (std::size_t k = 0; k < max_name_words && i < end; ++i) {
      const Word& w = word(i);
      if (w.shape == Shape::Hyphen && !w.space_before && plain_capital(i + 1, end)) continue;
      const bool particle = k > 0 && w.shape == Shape::Lower && w.is(WordClass::Connector) && plain_capital(i + 1, end) && w.fold_size <= 3 &&
                            document_.fold_of(w) != "of" && document_.fold_of(w) != "and" && document_.fold_of(w) != "in" && document_.fold_of(w) != "on";
      if (particle) continue;
      if (!w.capitalised() || w.kind != TokenKind::Word) break;
      if (k > 0 && (names_no_person(w) || w.is(WordClass::Title)) && !w.is(WordClass::Surname)) break;
      if (k > 1 && strong_place(i) && !w.is(WordClass::Surname)) break;
      person_[i] = true;
      known_.push_back(w.form);
      ++k;
    }
  }

  /// Later mentions by surname alone; a strong place name stays one unless it is only ever used like a person.
  void mark_known_surnames() {
    std::sort(known_.begin(), known_.end());
    for (std::size_t i = 0; i < document_.words.size(); ++i) {
      const Word& w = word(i);
      if (person_[i] || !w.capitalised() || w.kind != TokenKind::Word) continue;
      if (!std::binary_search(known_.begin(), known_.end(), w.form)) continue;
      const NameMatch* match = matches_.covering(i);
      if (match != nullptr && match->last > match->first + 1) continue;
      const bool located = i > 0 && word(i - 1).is(WordClass::PlacePreposition);
      if (!located && !(strong_place(i) && w.saw(FormEvidence::after_place_word))) person_[i] = true;
    }
  }

  const Document& document_;
  const Matches& matches_;
  std::vector<bool> person_;
  std::vector<std::uint64_t> known_;
};

}  // namespace

std::vector<bool> find_people(const Document& document, const Matches& matches) { return PeopleFinder(document, matches).run(); }

}  // namespace dateline::gazetteer::detail
