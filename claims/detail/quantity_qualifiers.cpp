#include "claims/detail/quantity_qualifiers.hpp"

#include <vector>

#include "base/text_table.hpp"
#include "claims/detail/embedded_tables.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

struct Phrase {
  std::vector<std::string> words;
  std::string meaning;
};

using Phrases = WordMap<std::vector<Phrase>>;  // by first word

Phrases load() {
  const auto table = TextTable::parse(quantity_qualifiers_table(), "quantity_qualifiers.tsv", {"phrase", "meaning"});
  Phrases phrases;
  for (const auto& row : table.rows()) {
    Phrase phrase{split_cell(row.cells[0], ' '), row.cells[1]};
    if (phrase.words.empty()) table.fail(row, "an empty phrase", "write the words of the qualifier");
    phrases[phrase.words.front()].push_back(std::move(phrase));
  }
  return phrases;
}

const Phrases& all_phrases() {
  static const Phrases phrases = load();
  return phrases;
}

/// The longest phrase at `i`.
const Phrase* find_phrase(const TokenWindow& tokens, std::size_t i) {
  const auto& phrases = all_phrases();
  if (!tokens.is_word(i)) return nullptr;
  const auto found = phrases.find(tokens.word(i));
  if (found == phrases.end()) return nullptr;
  const Phrase* best = nullptr;
  for (const auto& phrase : found->second) {
    bool equal = true;
    for (std::size_t k = 1; equal && k < phrase.words.size(); ++k) equal = tokens.is(i + k, phrase.words[k]);
    if (equal && (best == nullptr || phrase.words.size() > best->words.size())) best = &phrase;
  }
  return best;
}

}  // namespace

bool begins_qualifier(std::string_view word) {
  const auto& phrases = all_phrases();
  return phrases.find(word) != phrases.end();
}

ReadQualifiers read_qualifiers(const TokenWindow& tokens, std::size_t i) {
  ReadQualifiers read{i, {}, false};
  for (int guard = 0; guard < 4; ++guard) {
    const auto* phrase = find_phrase(tokens, read.end);
    if (phrase == nullptr) break;
    // "handed over 19 jets": the particle of the verb.
    if (tokens.is(read.end, "over") && tokens.is_any(i - 1, {"hand", "hands", "handed", "handing", "turned", "turning", "took", "taking", "signed"}) && i > tokens.begin()) break;
    if (phrase->meaning == "additional") read.additional = true;
    else if (phrase->meaning != "total" && (read.qualifier.empty() || read.qualifier == "exact")) read.qualifier = phrase->meaning;
    read.end += phrase->words.size();
  }
  return read;
}

}  // namespace dateline::claims::detail
