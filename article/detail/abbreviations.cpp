#include "article/detail/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace dateline::article::detail {

namespace {

using enum Abbreviation;
using Entry = std::pair<std::string_view, Abbreviation>;

// Associated Press and Reuters usage.
constexpr std::array kAbbreviations{
    Entry{"Abp", Title},    Entry{"Adm", Title},    Entry{"Ala", General},  Entry{"Apr", Month},
    Entry{"Ariz", General}, Entry{"Ark", General},  Entry{"Art", BeforeNumber}, Entry{"Assn", General},
    Entry{"Aug", Month},    Entry{"Ave", General},  Entry{"Bros", General}, Entry{"Brig", Title},
    Entry{"Calif", General}, Entry{"Capt", Title},  Entry{"Ch", BeforeNumber}, Entry{"Cmdr", Title},
    Entry{"Co", General},   Entry{"Col", Title},    Entry{"Colo", General}, Entry{"Conn", General},
    Entry{"Corp", General}, Entry{"Cpl", Title},    Entry{"Cpt", Title},    Entry{"Dec", Month},
    Entry{"Del", General},  Entry{"Dept", General}, Entry{"Dr", Title},     Entry{"Feb", Month},
    Entry{"Fig", BeforeNumber}, Entry{"Fla", General}, Entry{"Fr", Title},  Entry{"Fri", Month},
    Entry{"FT", Title},     Entry{"MT", Title},     Entry{"ST", Title},     Entry{"STE", Title},
    Entry{"Pct", BeforeNumber}, Entry{"Mts", Title}, Entry{"Insp", Title},  Entry{"Det", Title},
    Entry{"Ft", Title},     Entry{"Ga", General},   Entry{"Gen", Title},    Entry{"Gov", Title},
    Entry{"Govt", General}, Entry{"Hon", Title},    Entry{"Ill", General}, Entry{"Inc", General},
    Entry{"Ind", General},  Entry{"Jan", Month},    Entry{"Jr", General},   Entry{"Jul", Month},
    Entry{"Jun", Month},    Entry{"Kan", General},  Entry{"Ky", General},   Entry{"La", General},
    Entry{"Lieut", Title},  Entry{"Lt", Title},     Entry{"Ltd", General},  Entry{"Maj", Title},
    Entry{"Mar", BeforeNumber}, Entry{"Mass", General}, Entry{"Md", General}, Entry{"Messrs", Title},
    Entry{"Mgr", Title},    Entry{"Mich", General}, Entry{"Minn", General}, Entry{"Miss", General},
    Entry{"Mlle", Title},   Entry{"Mme", Title},    Entry{"Mo", General},   Entry{"Mon", BeforeNumber},
    Entry{"Mont", General}, Entry{"Mr", Title},     Entry{"Mrs", Title},    Entry{"Ms", Title},
    Entry{"Msgr", Title},   Entry{"Mt", Title},     Entry{"Neb", General},  Entry{"Nev", General},
    Entry{"No", BeforeNumber}, Entry{"Nos", BeforeNumber}, Entry{"Nov", Month}, Entry{"Oct", Month},
    Entry{"Okla", General}, Entry{"Ont", General},  Entry{"Ore", General},  Entry{"Pa", General},
    Entry{"Ph", General},   Entry{"Pres", Title},   Entry{"Prof", Title},   Entry{"Pte", Title},
    Entry{"Pvt", Title},    Entry{"Que", General},  Entry{"Rep", Title},    Entry{"Reps", Title},
    Entry{"Ret", General},  Entry{"Rev", Title},    Entry{"Rt", Title},     Entry{"Sat", BeforeNumber},
    Entry{"Sec", BeforeNumber}, Entry{"Sen", Title}, Entry{"Sens", Title},  Entry{"Sep", Month},
    Entry{"Sept", Month},   Entry{"Sgt", Title},    Entry{"Spc", Title},    Entry{"Sr", General},
    Entry{"Ss", Title},     Entry{"St", Title},     Entry{"Ste", Title},    Entry{"Sun", BeforeNumber},
    Entry{"Supt", Title},   Entry{"Tenn", General}, Entry{"Tex", General},  Entry{"Thu", Month},
    Entry{"Thur", Month},   Entry{"Thurs", Month},  Entry{"Tue", Month},    Entry{"Tues", Month},
    Entry{"Va", General},   Entry{"Vol", BeforeNumber}, Entry{"Vt", General}, Entry{"Wash", General},
    Entry{"Wed", Month},    Entry{"Wis", General},  Entry{"Wyo", General},  Entry{"a.m", Clock},
    Entry{"approx", Title}, Entry{"ca", BeforeNumber}, Entry{"cf", Title},  Entry{"dept", General},
    Entry{"e.g", Title},    Entry{"est", BeforeNumber}, Entry{"etc", General}, Entry{"govt", General},
    Entry{"i.e", Title},    Entry{"incl", Title},   Entry{"km", BeforeNumber}, Entry{"p", BeforeNumber},
    Entry{"p.m", Clock},    Entry{"pp", BeforeNumber}, Entry{"sq", Title},  Entry{"v", Title},
    Entry{"vol", BeforeNumber}, Entry{"vs", Title}};

constexpr std::array<std::string_view, 66> kStarters{
    "A",         "According", "Additionally", "After",     "All",     "Also",      "Although", "An",      "And",
    "As",        "At",        "Before",       "Both",      "But",     "By",        "During",   "Each",    "Earlier",
    "Few",       "For",       "From",         "He",        "Her",     "His",       "However",  "I",       "If",
    "In",        "It",        "Its",          "Last",      "Later",   "Many",      "Meanwhile", "More",   "Most",
    "No",        "Nor",       "Now",          "On",        "Once",    "One",       "Only",     "Or",      "Other",
    "Our",       "She",       "Since",        "So",        "Some",    "Still",     "That",     "The",     "Their",
    "Then",      "There",     "These",        "They",      "This",    "Those",     "To",       "Under",   "We",
    "When",      "While",     "With"};

constexpr std::array<std::string_view, 24> kSpeechVerbs{
    "added",  "adds",      "announced", "answered", "argued",  "asked",  "asks",     "continued",
    "cried",  "declared",  "explained", "insisted", "noted",   "quoted", "recalled", "remarked",
    "replied", "said",     "says",      "stated",   "told",    "tweeted", "warned",  "wrote"};

template <std::size_t Size>
constexpr bool holds(const std::array<std::string_view, Size>& words, std::string_view word) noexcept {
  return std::binary_search(words.begin(), words.end(), word);
}

template <typename Values, typename Less>
constexpr Values sorted(Values values, Less less) {
  std::sort(values.begin(), values.end(), less);
  return values;
}

constexpr bool by_word(const Entry& a, const Entry& b) noexcept { return a.first < b.first; }
// Sorted by the compiler, so that the tables above can be kept in the order people read them.
constexpr auto kSorted = sorted(kAbbreviations, by_word);
constexpr auto kSortedStarters = sorted(kStarters, std::less<>());
constexpr auto kSortedVerbs = sorted(kSpeechVerbs, std::less<>());

}  // namespace

std::optional<Abbreviation> find_abbreviation(std::string_view word) noexcept {
  const auto found = std::lower_bound(kSorted.begin(), kSorted.end(), Entry{word, General}, by_word);
  if (found == kSorted.end() || found->first != word) return std::nullopt;
  return found->second;
}

bool starts_sentences(std::string_view word) noexcept { return holds(kSortedStarters, word); }
bool is_speech_verb(std::string_view word) noexcept { return holds(kSortedVerbs, word); }

}  // namespace dateline::article::detail
