#include "claims/detail/common_words.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::size_t verb_cells = 8;
/// Tenths of the uses of a verb.
constexpr std::uint8_t most = 5;
/// Longer words are no forms of these verbs.
constexpr std::size_t longest = 30;

/// Calls `row(line, number)` for every line that is neither empty nor a comment; the first of them, the header, is left out.
template <class Row>
void for_each_row(std::string_view text, Row row) {
  bool header = true;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (!header) row(line, number);
    header = false;
  }
}

[[noreturn]] void fail_at(const std::string& file, std::size_t line) {
  InputError error("a row of english_verbs.tsv is a verb, its forms, five digits and its use of objects", "make the table again with make_english.py");
  error.set_position({file, line, 1});
  throw error;
}

CommonVerb read_verb(std::string_view line, const std::string& file, std::size_t number) {
  std::array<std::string_view, verb_cells> cells;
  for (auto& cell : cells) {
    const auto tab = line.find('\t');
    cell = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  const auto digit = [&](std::string_view cell) {
    if (cell.size() > 1 || (!cell.empty() && (cell.front() < '0' || cell.front() > '9'))) fail_at(file, number);
    return static_cast<std::uint8_t>(cell.empty() ? 0 : cell.front() - '0');
  };
  const auto& use = cells[7];
  if (cells[0].empty() || !line.empty() || !(use.empty() || use == "none" || use == "always")) fail_at(file, number);
  const auto object = use.empty() ? ObjectUse::Any : use == "none" ? ObjectUse::Never : ObjectUse::Always;
  return {cells[0], cells[1], digit(cells[2]), digit(cells[3]), digit(cells[4]), digit(cells[5]), digit(cells[6]) >= most, object};
}

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }
/// "move" loses its "e" in "moving", "flee" does not.
bool drops_e(std::string_view lemma) { return lemma.ends_with("e") && !lemma.ends_with("ee") && !lemma.ends_with("ye"); }
bool takes_es(std::string_view lemma) { return lemma.ends_with("s") || lemma.ends_with("x") || lemma.ends_with("z") || lemma.ends_with("ch") || lemma.ends_with("sh") || lemma.ends_with("o"); }
/// "carry", but not "stay".
bool turns_y(std::string_view lemma) { return lemma.size() > 1 && lemma.ends_with("y") && !is_vowel(lemma[lemma.size() - 2]); }

}  // namespace

std::size_t CommonWords::slot_of(std::string_view key) const {
  auto slot = std::hash<std::string_view>{}(key) & (slots_.size() - 1);
  while (slots_[slot] != 0 && entries_[slots_[slot] - 1].key != key) slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

const CommonWords::Entry* CommonWords::lookup(std::string_view key) const {
  const auto slot = slots_[slot_of(key)];
  return slot == 0 ? nullptr : &entries_[slot - 1];
}

CommonWords::Entry& CommonWords::at(std::string_view key) {
  const auto slot = slot_of(key);
  if (slots_[slot] == 0) {
    entries_.emplace_back();
    entries_.back().key = key;
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  }
  return entries_[slots_[slot] - 1];
}

void CommonWords::add_irregular(std::string_view form, std::uint8_t bits, const Word& word) {
  auto& known = at(form).words[Base];
  if (known.verb_forms == 0) {
    known = word;
    known.verb_forms = bits;
    known.noun_too = false;
    known.noun_share = 0;
  } else if (known.verb == word.verb) {
    known.verb_forms = static_cast<std::uint8_t>(known.verb_forms | bits);
  }
}

void CommonWords::add_verb(const CommonVerb& verb, std::uint32_t lemma) {
  Word word;
  word.common = true;
  word.verb = lemma;
  word.object = verb.object;
  word.inner = verb.inner;
  word.noun_share = verb.noun;
  word.noun_too = verb.noun > 0;
  const auto slash = verb.forms.find('/');
  const auto past = verb.forms.substr(0, slash);
  const bool doubles = past.size() == verb.lemma.size() + 3 && past.starts_with(verb.lemma) && past[verb.lemma.size()] == verb.lemma.back();
  {
    auto& entry = at(verb.lemma);
    if (entry.words[Base].verb_forms != 0) return;   // "found" is the past of "find" before it is a verb of its own
    entry.verb = true;
    entry.doubles = doubles;
    entry.regular = past.empty() || doubles;
    const std::array<std::uint8_t, form_count> bits{base_form, third_form, ing_form, past_form | participle_form};
    for (std::size_t form = 0; form < form_count; ++form) {
      entry.words[form] = word;
      entry.words[form].verb_forms = bits[form];
      if (form == WithIng || form == WithEd) {
        entry.words[form].noun_too = false;
        entry.words[form].noun_share = 0;
      }
    }
  }
  if (past.empty() || doubles) return;
  add_irregular(past, past_form, word);
  add_irregular(verb.forms.substr(slash + 1), participle_form, word);
}

void CommonWords::fill(Texts texts, const std::string& file, const std::function<std::uint32_t(const CommonVerb&)>& lemma_of) {
  texts_ = std::move(texts);
  const auto rows = [](const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); };
  const auto most_entries = 3 * rows(texts_.verbs) + rows(texts_.adjectives) + rows(texts_.places);   // a verb may have two irregular forms
  std::size_t slots = 16;
  while (slots < most_entries) slots *= 2;
  slots_.assign(2 * slots, 0);
  entries_.reserve(most_entries / 2);
  for_each_row(texts_.verbs, [&](std::string_view line, std::size_t number) {
    const auto verb = read_verb(line, file, number);
    add_verb(verb, lemma_of(verb));
  });
  for_each_row(texts_.adjectives, [&](std::string_view word, std::size_t) {
    auto& base = at(word).words[Base];
    base.adjective = base.common = true;
  });
  for_each_row(texts_.places, [&](std::string_view word, std::size_t) {
    auto& entry = at(word);
    entry.place = true;
    for (const auto form : {Base, WithS}) entry.words[form].place = entry.words[form].common = true;
    entry.words[WithS].plural = true;
  });
}

/// The word of the entry whose form by rule is `stem` with that ending.
const Word* CommonWords::with_ending(std::string_view stem, Form form) const {
  const auto word_of = [&](std::string_view lemma, auto fits) -> const Word* {
    const auto* entry = lookup(lemma);
    return entry != nullptr && (entry->verb || (form == WithS && entry->place)) && (form != WithEd || entry->regular) && fits(*entry) ? &entry->words[form] : nullptr;
  };
  if (form == WithS) return word_of(stem, [](const Entry& entry) { return !takes_es(entry.key) && !turns_y(entry.key); });
  if (const auto* word = word_of(stem, [](const Entry& entry) { return !entry.doubles && !drops_e(entry.key) && !(entry.key.ends_with("e")); })) return word;
  std::array<char, longest + 2> buffer{};
  std::copy(stem.begin(), stem.end(), buffer.begin());
  buffer[stem.size()] = 'e';
  if (const auto* word = word_of({buffer.data(), stem.size() + 1}, [&](const Entry& entry) { return form == WithEd || drops_e(entry.key); })) return word;
  if (stem.size() < 3 || stem[stem.size() - 1] != stem[stem.size() - 2]) return nullptr;
  return word_of(stem.substr(0, stem.size() - 1), [](const Entry& entry) { return entry.doubles; });
}

const Word* CommonWords::find(std::string_view form) const {
  if (slots_.empty() || form.size() > longest) return nullptr;
  if (const auto* entry = lookup(form)) {
    const auto& word = entry->words[Base];
    return word.common ? &word : nullptr;
  }
  const auto without = [&](std::size_t letters) { return form.substr(0, form.size() - letters); };
  const auto with_y = [&](std::size_t letters, Form ending) -> const Word* {
    std::array<char, longest + 2> buffer{};
    const auto stem = without(letters);
    std::copy(stem.begin(), stem.end(), buffer.begin());
    buffer[stem.size()] = 'y';
    const auto* entry = lookup({buffer.data(), stem.size() + 1});
    return entry != nullptr && turns_y(entry->key) && (entry->verb || (entry->place && ending == WithS)) && (ending != WithEd || entry->regular) ? &entry->words[ending] : nullptr;
  };
  if (form.size() < 4) return nullptr;
  if (form.ends_with("ing")) return with_ending(without(3), WithIng);
  if (form.ends_with("ied")) return with_y(3, WithEd);
  if (form.ends_with("ed")) return with_ending(without(2), WithEd);
  if (form.ends_with("ies")) return with_y(3, WithS);
  if (form.ends_with("es")) {
    const auto* entry = lookup(without(2));
    if (entry != nullptr && takes_es(entry->key) && (entry->verb || entry->place)) return &entry->words[WithS];
  }
  return form.ends_with("s") ? with_ending(without(1), WithS) : nullptr;
}

}  // namespace dateline::claims::detail
