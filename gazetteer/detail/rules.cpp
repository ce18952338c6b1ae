#include "gazetteer/detail/rules.hpp"

#include <algorithm>

#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {
namespace {

constexpr ClassSet person_like = class_bit(WordClass::FirstName) | class_bit(WordClass::Surname) | class_bit(WordClass::TrapWord);

class RuleBook {
 public:
  RuleBook(const Document& document, const Matches& matches, const LocateOptions& options)
      : document_(document), matches_(matches), options_(options), people_(find_people(document, matches)) {
    ruling_.verdicts.assign(document.words.size(), Verdict::Free);
    note_countries();
    note_script();
  }

  Ruling run() {
    std::size_t begin = 0;
    for (const std::uint32_t end : document_.sentence_ends) {
      for (std::size_t i = begin; i < end; ++i) judge(i, begin, end);
      begin = end;
    }
    find_pins();
    return std::move(ruling_);
  }

 private:
  [[nodiscard]] const Word& word(std::size_t i) const noexcept { return document_.words[i]; }
  [[nodiscard]] std::string_view fold_at(std::size_t i) const noexcept { return document_.fold_of(word(i)); }

  void accept(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) ruling_.verdicts[i] = i == first ? Verdict::MustBegin : Verdict::MustContinue;
    // The word after a sure name begins a new one or none: "Russia" never runs on into its neighbour.
    close_after(last);
  }
  void close_after(std::size_t last) {
    if (last < document_.words.size() && ruling_.verdicts[last] == Verdict::Free && !word(last).capitalised()) {
      ruling_.verdicts[last] = Verdict::MustBeOutside;
    }
  }
  void refuse(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (ruling_.verdicts[i] == Verdict::Free) ruling_.verdicts[i] = Verdict::MustBeOutside;
    }
  }

  void judge(std::size_t i, std::size_t begin, std::size_t end) {
    if (ruling_.verdicts[i] != Verdict::Free) return;
    if (judge_short_name(i, begin, end)) return;
    const NameMatch* match = matches_.covering(i);
    if (match != nullptr && match->first == i) {
      if (match->phrase != nullptr) {
        if (match->phrase->is_name && after_capital(*match, begin)) return;  // "National Security Council" is another body
        if (match->phrase->is_name) accept(i, match->last);
        else refuse(i, match->last);
        return;
      }
      if (people_[i] && !is_long(*match)) return refuse(i, i + 1);
      if (match->name_class == NameClass::Demonym && is_language(*match, begin, end)) {
        last_language_ = match->last;
        return refuse(match->first, match->last);
      }
      if (is_sure(*match, begin, end)) return accept(match->first, match->last);
      if (is_hopeless(*match, begin, end)) return refuse(match->first, match->last);
      return;
    }
    if (match == nullptr && (people_[i] || is_plain_word(i))) refuse(i, i + 1);
    else if (match == nullptr && is_unknown_place(i, begin, end)) accept(i, i + 1);
    if (match != nullptr && people_[i] && !is_long(*match)) refuse(i, i + 1);
  }

  [[nodiscard]] static bool is_long(const NameMatch& match) noexcept { return match.last > match.first + 1; }

  [[nodiscard]] bool is_plain_word(std::size_t i) const noexcept {
    const Word& w = word(i);
    if (w.is(WordClass::Month) || w.is(WordClass::Weekday)) return w.capitalised();
    return w.is(WordClass::FunctionWord) && w.shape == Shape::Title && w.sentence_start;
  }

  /// "the North" in a text about North Korea, "North" in "North and South Korea".
  bool judge_short_name(std::size_t i, std::size_t begin, std::size_t end) {
    const Word& w = word(i);
    if (!w.is(WordClass::Direction) || w.shape != Shape::Title || matches_.covers_more_than(i, 1)) return false;
    const bool coordinated = i + 2 < end && (fold_at(i + 1) == "and" || fold_at(i + 1) == "or") && word(i + 2).is(WordClass::Direction);
    if (coordinated) {
      const NameMatch* other = matches_.covering(i + 2);
      if (other == nullptr || other->first != i + 2 || !is_long(*other)) return false;
      std::string name(fold_at(i));
      append_name(document_, i + 3, other->last, name);
      ruling_.short_names.push_back({static_cast<std::uint32_t>(i), name});
      accept(i, i + 1);
      return true;
    }
    const bool before_name = i + 1 < end && (word(i + 1).capitalised() || word(i + 1).shape == Shape::Hyphen);
    const bool after_name = i > begin && (word(i - 1).capitalised() && !word(i - 1).sentence_start);
    if (before_name || after_name || w.caps_line) return false;
    const bool has_article = i > begin && fold_at(i - 1) == "the";
    for (const std::string_view country : {"korea", "sudan", "yemen", "vietnam"}) {
      std::string name(fold_at(i));
      name += ' ';
      name += country;
      // Without the article only the division that news stories are about: the direction words are common.
      if ((has_article || country == "korea") && text_has(name)) {
        ruling_.short_names.push_back({static_cast<std::uint32_t>(i), name});
        accept(i, i + 1);
        return true;
      }
    }
    return false;
  }

  /// Names of two words of the countries of the text, found once: "the North" may occur ten thousand times.
  [[nodiscard]] bool text_has(const std::string& folded) const { return std::binary_search(countries_.begin(), countries_.end(), folded); }
  void note_countries() {
    for (const NameMatch& match : matches_.names) {
      if (match.name_class != NameClass::Country || match.last != match.first + 2) continue;
      append_name(document_, match.first, match.last, countries_.emplace_back());
    }
    std::sort(countries_.begin(), countries_.end());
    countries_.erase(std::unique(countries_.begin(), countries_.end()), countries_.end());
  }

  [[nodiscard]] bool next_is_capital(const NameMatch& match, std::size_t end) const noexcept {
    return match.last < end && word(match.last).kind == TokenKind::Word && word(match.last).capitalised() && !word(match.last).is(WordClass::Weekday);
  }
  [[nodiscard]] bool after_capital(const NameMatch& match, std::size_t begin) const noexcept {
    return match.first > begin && word(match.first - 1).kind == TokenKind::Word && word(match.first - 1).capitalised() &&
           !word(match.first - 1).sentence_start;
  }
  [[nodiscard]] bool after_place_word(const NameMatch& match, std::size_t begin) const noexcept {
    return match.first > begin && word(match.first - 1).is(WordClass::PlacePreposition);
  }

  /// "in X", "near X": persons and firms are seldom there.
  [[nodiscard]] bool is_inside(const NameMatch& match, std::size_t begin) const noexcept {
    if (match.first == begin || word(match.first - 1).shape != Shape::Lower) return false;
    const std::string_view before = fold_at(match.first - 1);
    if (word(match.first - 1).is(WordClass::AttackVerb)) return true;
    return before == "in" || before == "near" || before == "outside" || before == "around";
  }
  /// "to X in northern Y", "in X, Y": a place that the store does not know by this spelling.
  [[nodiscard]] bool is_unknown_place(std::size_t i, std::size_t begin, std::size_t end) const noexcept {
    const Word& w = word(i);
    if (i == begin || w.kind != TokenKind::Word || w.shape != Shape::Title || w.fold_size < 4 || w.sentence_start || w.caps_line) return false;
    constexpr ClassSet others = person_like | class_bit(WordClass::OrganisationHead) | class_bit(WordClass::MediaHead) | class_bit(WordClass::Title) |
                                class_bit(WordClass::EventHead) | class_bit(WordClass::Month) | class_bit(WordClass::Weekday) | class_bit(WordClass::FunctionWord);
    const Word& before = word(i - 1);
    if ((w.classes & others) != 0 || !before.is(WordClass::PlacePreposition) || before.shape != Shape::Lower) return false;
    return !w.saw(FormEvidence::seen_lower) && !w.saw(FormEvidence::person_name) && has_container(i + 1, end);
  }

  /// "X in northern Y", "X, Y" where Y is a country or a division of one.
  [[nodiscard]] bool has_container(const NameMatch& match, std::size_t end) const noexcept { return has_container(match.last, end); }
  [[nodiscard]] bool has_container(std::size_t next, std::size_t end) const noexcept {
    if (next + 1 >= end || (word(next).shape != Shape::Comma && fold_at(next) != "in")) return false;
    ++next;
    if (word(next).is(WordClass::Direction) && word(next).shape == Shape::Lower) ++next;
    const NameMatch* container = next < end ? matches_.covering(next) : nullptr;
    return container != nullptr && container->first == next && (container->name_class == NameClass::Country || container->name_class == NameClass::Admin1);
  }
  /// "Boston Globe", "Chicago Police Department": the place within the name of a body.
  [[nodiscard]] bool next_is_body(const NameMatch& match, std::size_t end) const noexcept {
    constexpr ClassSet bodies = class_bit(WordClass::OrganisationHead) | class_bit(WordClass::MediaHead) | class_bit(WordClass::EventHead);
    return match.last < end && (word(match.last).classes & bodies) != 0;
  }

  [[nodiscard]] bool is_sure_bloc(const NameMatch& match, std::size_t begin, std::size_t end) const noexcept {
    if (next_is_capital(match, end) || after_capital(match, begin) || word(match.first).caps_line) return false;
    if (is_long(match) || fold_at(match.first) != "west") return true;
    return match.first > begin && fold_at(match.first - 1) == "the" && !(match.last < end && (fold_at(match.last) == "of" || word(match.last).shape == Shape::Hyphen));
  }

  /// "spoke Russian", "translated into French", "in Arabic,", "Russian-speaking": a language, not a people.
  [[nodiscard]] bool is_language(const NameMatch& match, std::size_t begin, std::size_t end) const noexcept {
    const Word* next = match.last < end ? &word(match.last) : nullptr;
    const bool hyphen = next != nullptr && next->shape == Shape::Hyphen && match.last + 1 < end;
    const Word* noun = hyphen ? &word(match.last + 1) : next;
    if (noun != nullptr && noun->is(WordClass::LanguageNoun)) return true;
    if (hyphen || match.first == begin || is_long(match)) return false;
    const Word& before = word(match.first - 1);
    if (before.is(WordClass::LanguageVerb)) return true;
    // "spoke Russian and Kazakh"
    if (match.first == last_language_ + 1 && (before.shape == Shape::Comma || before.is(WordClass::Connector))) return true;
    const bool phrase_ends = next == nullptr || next->kind != TokenKind::Word || next->is(WordClass::FunctionWord) || next->is(WordClass::Connector);
    if (!phrase_ends || match.first < begin + 2) return false;
    const std::string_view preposition = fold_at(match.first - 1);
    if (preposition == "in" || preposition == "into" || preposition == "from") return word(match.first - 2).is(WordClass::LanguageVerb) || preposition == "in";
    return false;
  }

  /// Words of other scripts in a Latin text are names given in the original.
  void note_script() {
    std::size_t latin = 0;
    std::size_t other = 0;
    for (std::size_t i = 0; i < document_.words.size(); ++i) {
      if (word(i).kind == TokenKind::Word) ++(is_foreign(i) ? other : latin);
    }
    mostly_latin_ = latin > 2 * other;
  }
  [[nodiscard]] bool is_foreign(std::size_t i) const noexcept {
    const std::string_view folded = fold_at(i);
    return !folded.empty() && static_cast<unsigned char>(folded.front()) >= 0xCD;  // Greek and everything after it
  }

  /// Names that are places whatever the tagger thinks.
  [[nodiscard]] bool is_sure(const NameMatch& match, std::size_t begin, std::size_t end) const noexcept {
    const Word& w = word(match.first);
    if (mostly_latin_ && is_foreign(match.first)) return w.shape != Shape::Lower;
    const bool ambiguous = (w.classes & person_like) != 0 && !is_long(match);
    // The user wrote this name down because it is in the stories.
    if (match.own) return is_long(match) || !(w.sentence_start && (w.saw(FormEvidence::seen_lower) || w.is(WordClass::TrapWord)));
    switch (match.name_class) {
      case NameClass::Country:
        if (w.shape == Shape::Lower) return false;
        if (is_long(match)) return true;
        return !(w.sentence_start && w.saw(FormEvidence::seen_lower)) && !(ambiguous && next_is_capital(match, end));
      case NameClass::CountryShort: return !w.caps_line || w.shape == Shape::Dotted;
      case NameClass::Demonym: return !ambiguous && !(w.sentence_start && w.saw(FormEvidence::seen_lower));
      case NameClass::Metonym: return is_long(match) || !ambiguous;
      case NameClass::Bloc: return is_sure_bloc(match, begin, end);
      case NameClass::Continent:
      case NameClass::Region:
      case NameClass::Water:
      case NameClass::Site: return !ambiguous && !next_is_capital(match, end) && !after_capital(match, begin) && !w.caps_line;
      case NameClass::Admin1:
      case NameClass::HugeCity:
      case NameClass::BigCity:
        if (w.shape == Shape::Lower && !is_long(match)) return true;  // the listed capitals: "kyiv"
        if (w.sentence_start && (match.name_class == NameClass::BigCity || w.saw(FormEvidence::seen_lower))) return false;
        return !ambiguous && (!next_is_capital(match, end) || next_is_body(match, end)) && !after_capital(match, begin);
      case NameClass::City: {
        // The only town of this name, in a country the text names: surnames are seldom the name of one town only.
        const bool only = match.one_division && match.company >= 2 && w.fold_size >= 5;
        const bool plain = !ambiguous && !w.sentence_start && !w.saw(FormEvidence::seen_lower) && !next_is_capital(match, end) && !after_capital(match, begin);
        return plain && (only || is_inside(match, begin) || has_container(match, end));
      }
      case NameClass::SmallCity:
      case NameClass::AlternateBig:
      case NameClass::AlternateSmall: {
        const bool placed = has_container(match, end) || (match.name_class != NameClass::AlternateSmall && is_inside(match, begin));
        return placed && !ambiguous && !w.saw(FormEvidence::seen_lower) && !next_is_capital(match, end) && !after_capital(match, begin) && (is_long(match) || w.fold_size >= 4);
      }
      default: return false;
    }
  }

  /// Names in the store that the text cannot mean.
  [[nodiscard]] bool is_hopeless(const NameMatch& match, std::size_t begin, std::size_t end) const noexcept {
    if (is_long(match)) return false;
    const Word& w = word(match.first);
    const bool weak = match.name_class == NameClass::AlternateSmall || match.name_class == NameClass::SmallCity || match.name_class == NameClass::City ||
                      match.name_class == NameClass::Site || match.name_class == NameClass::AlternateBig || match.name_class == NameClass::Admin2;
    // "Reading the paper, he ...": at the start of a sentence the capital says nothing.
    const bool ordinary_start = w.is(WordClass::TrapWord) && w.sentence_start;
    if (!weak && !(ordinary_start && match.name_class == NameClass::BigCity)) return false;
    const bool supported = after_place_word(match, begin) || w.saw(FormEvidence::after_place_word) || w.saw(FormEvidence::before_state) ||
                           (match.last < end && (word(match.last).is(WordClass::CountyWord) || word(match.last).is(WordClass::Container)));
    if (supported) return false;
    const bool ordinary = w.is(WordClass::TrapWord) || (w.sentence_start && w.saw(FormEvidence::seen_lower));
    return ordinary;
  }

  void find_pins() {
    for (const auto& [surface, id] : options_.pins) {
      const std::string wanted = fold(surface);
      if (wanted.empty()) continue;
      for (std::size_t i = 0; i < document_.words.size(); ++i) {
        if (!wanted.starts_with(fold_at(i)) || word(i).kind != TokenKind::Word) continue;
        std::string name;
        for (std::size_t k = i; k < document_.words.size() && name.size() < wanted.size(); ++k) {
          name.clear();
          append_name(document_, i, k + 1, name);
          if (name == wanted) {
            accept(i, k + 1);
            break;
          }
        }
      }
    }
  }

  const Document& document_;
  const Matches& matches_;
  const LocateOptions& options_;
  std::vector<bool> people_;
  std::size_t last_language_ = SIZE_MAX - 1;  ///< one past the last language found
  bool mostly_latin_ = true;
  std::vector<std::string> countries_;  ///< folded, sorted
  Ruling ruling_;
};

}  // namespace

Ruling apply_rules(const Document& document, const Matches& matches, const LocateOptions& options) {
  return RuleBook(document, matches, options).run();
}

}  // namespace dateline::gazetteer::detail
